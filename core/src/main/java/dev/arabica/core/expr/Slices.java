package dev.arabica.core.expr;

/** The bounds that {@code (from)} or {@code (from, n)} after the first argument stand for. */
final class Slices {
  private Slices() {}

  /** From 0 to the length; a negative position counts from the end. */
  static int start(Evaluator[] args, int length) {
    return (int) Math.min(Math.max(position(args[1].longResult, length), 0), length);
  }

  /** At least the start; -1 when the number of what is wanted is negative. */
  static int end(Evaluator[] args, int start, int length) {
    if (args.length == 2) {
      return length;
    }
    long wanted = args[2].longResult;
    return wanted < 0 ? -1 : (int) Math.min(length, start + Math.min(wanted, length));
  }

  /** From the beginning, also where it was given from the end. */
  static long position(long given, int length) {
    return given < 0 ? given + length : given;
  }
}

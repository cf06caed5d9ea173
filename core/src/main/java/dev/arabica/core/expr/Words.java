package dev.arabica.core.expr;

/** What compiled code does with words: that a result does not fit is told without an exception. */
final class Words {
  private Words() {}

  static boolean sumOverflows(long a, long b, long sum) {
    return ((a ^ sum) & (b ^ sum)) < 0;
  }

  static boolean differenceOverflows(long a, long b, long difference) {
    return ((a ^ b) & (a ^ difference)) < 0;
  }

  static boolean productOverflows(long a, long b, long product) {
    return Math.multiplyHigh(a, b) != product >> (Long.SIZE - 1);
  }

  static boolean isInt(long value) {
    return value == (int) value;
  }
}

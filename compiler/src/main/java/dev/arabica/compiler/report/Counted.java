package dev.arabica.compiler.report;

/** A number of things, in words: {@code 1 group}, {@code 2 groups}. */
final class Counted {
  private Counted() {}

  static String of(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}

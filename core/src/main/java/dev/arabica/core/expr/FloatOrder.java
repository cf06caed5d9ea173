package dev.arabica.core.expr;

/** The order of floats: -0.0 equals 0.0, and NaN equals itself and is above all others. */
final class FloatOrder {
  private FloatOrder() {}

  static boolean equal(double a, double b) {
    return a == b || a != a && b != b;
  }

  static boolean isLess(double a, double b) {
    return a < b || b != b && a == a;
  }

  /** The lesser of two numbers, the first of equal ones. */
  static double lesser(double a, double b) {
    return b < a ? b : a;
  }

  /** The greater of two numbers, the first of equal ones. */
  static double greater(double a, double b) {
    return b > a ? b : a;
  }
}

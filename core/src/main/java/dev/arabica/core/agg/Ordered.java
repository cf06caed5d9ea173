package dev.arabica.core.agg;

/** Doubles as longs of the same order, that of {@link Double#compare}. */
final class Ordered {
  private Ordered() {}

  static long toLong(double value) {
    return flipped(Double.doubleToRawLongBits(value));
  }

  static double toDouble(long ordered) {
    return Double.longBitsToDouble(flipped(ordered));
  }

  /** Of negative numbers all bits but the sign, since the greater magnitude comes first. */
  private static long flipped(long bits) {
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }
}

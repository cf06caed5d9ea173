package dev.arabica.compiler.report;

import java.util.Locale;

/**
 * A number of bytes, as it usually is and at most.
 *
 * @param measured whether real codecs gave it, on assumed data; else it is reckoned from a formula
 */
record ByteSize(long typical, long greatest, boolean measured) {
  static final ByteSize NONE = new ByteSize(0, 0, true);

  ByteSize plus(ByteSize other) {
    return new ByteSize(
        typical + other.typical, greatest + other.greatest, measured && other.measured);
  }

  ByteSize times(long count) {
    return new ByteSize(typical * count, greatest * count, measured);
  }

  /** {@code 12 B to 3.4 kB}, with a {@code ~} before what is reckoned. */
  @Override
  public String toString() {
    String low = pretty(typical);
    String high = pretty(greatest);
    return (measured ? "" : "~") + (low.equals(high) ? low : low + " to " + high);
  }

  private static String pretty(long bytes) {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5) {
      value /= 1_000;
      unit++;
    }
    return String.format(
        Locale.ROOT, value < 9.95 ? "%.1f %sB" : "%.0f %sB", value, "kMGTPE".charAt(unit));
  }
}

package dev.arabica.compiler.report;

import java.util.Locale;

/** A number of bytes, as it usually is and at most. */
record ByteSize(long typical, long greatest) {
  static final ByteSize NONE = new ByteSize(0, 0);

  ByteSize plus(ByteSize other) {
    return new ByteSize(typical + other.typical, greatest + other.greatest);
  }

  ByteSize times(long count) {
    return new ByteSize(typical * count, greatest * count);
  }

  /** {@code 12 B to 3.4 kB}. */
  @Override
  public String toString() {
    String low = pretty(typical);
    String high = pretty(greatest);
    return low.equals(high) ? low : low + " to " + high;
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

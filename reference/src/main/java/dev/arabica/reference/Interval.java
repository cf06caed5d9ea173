package dev.arabica.reference;

/** The times with {@code lo <= time < hi}; microseconds since the epoch. */
public record Interval(long lo, long hi) {
  /** The earliest beginning there is: that of a lifetime. */
  public static final long BEGINNING = Long.MIN_VALUE;

  public boolean isEmpty() {
    return hi <= lo;
  }
}

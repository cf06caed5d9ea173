package dev.arabica.stream;

/**
 * Between our microseconds and Flink's milliseconds. A clock in milliseconds is rounded down, so
 * that it never claims more than the microseconds did; as block ends are whole milliseconds, no
 * block closes later for it.
 */
final class ClockTime {
  /** A clock that has not started, in milliseconds. */
  static final long UNSTARTED = Long.MIN_VALUE;

  private static final long MICROS_PER_MILLI = 1_000;

  private ClockTime() {}

  static long millis(long micros) {
    return Math.floorDiv(micros, MICROS_PER_MILLI);
  }

  /** The first millisecond at or after. */
  static long ceilMillis(long micros) {
    return -Math.floorDiv(-micros, MICROS_PER_MILLI);
  }

  /** Long.MIN_VALUE stays what it is: unstarted in either unit. */
  static long micros(long millis) {
    return millis == UNSTARTED ? UNSTARTED : Math.multiplyExact(millis, MICROS_PER_MILLI);
  }
}

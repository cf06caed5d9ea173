package dev.arabica.stream;

import java.util.List;

/**
 * What one reader's event clock shows, as kept in a checkpoint.
 *
 * @param clockMillis the clock last emitted, or {@link ClockTime#UNSTARTED}
 * @param maxEventMicros the newest event time seen, or {@link EventTimes#NONE}
 * @param quiet whether the reader had stepped aside, so that others decide the clock
 */
record ClockReading(long clockMillis, long maxEventMicros, boolean quiet) {

  static final ClockReading UNSTARTED =
      new ClockReading(ClockTime.UNSTARTED, EventTimes.NONE, false);

  /**
   * The clock that those downstream of all these readers saw: the least of the readers awake, or
   * the greatest when all were quiet. Every reader starts again from this one, whichever partitions
   * it now gets.
   */
  static ClockReading joined(List<ClockReading> readings) {
    boolean allQuiet = readings.stream().allMatch(ClockReading::quiet);
    long clock =
        allQuiet
            ? readings.stream()
                .mapToLong(ClockReading::clockMillis)
                .max()
                .orElse(ClockTime.UNSTARTED)
            : readings.stream()
                .filter(reading -> !reading.quiet())
                .mapToLong(ClockReading::clockMillis)
                .min()
                .orElseThrow();
    long newest =
        readings.stream().mapToLong(ClockReading::maxEventMicros).max().orElse(EventTimes.NONE);
    return new ClockReading(clock, newest, false);
  }
}

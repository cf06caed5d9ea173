package dev.arabica.stream;

import java.time.Duration;
import org.apache.flink.util.clock.RelativeClock;

/**
 * The bounded wait for the next event. Before the first one it is longer: after a start the
 * consumer needs a while to fetch anything, and a topic is not quiet because nobody has looked yet.
 */
final class QuietWait {
  private static final long FIRST_MILLIS = 10_000;

  private final long quietMillis;
  private final RelativeClock clock;
  private long boundMillis;
  private long sinceMillis;

  /**
   * @param clock stands still while the task is held up by those downstream
   */
  QuietWait(Duration quietAfter, RelativeClock clock) {
    this.quietMillis = quietAfter.toMillis();
    this.clock = clock;
    this.boundMillis = Math.max(quietMillis, FIRST_MILLIS);
    this.sinceMillis = clock.relativeTimeMillis();
  }

  /** To be called with every event. */
  void restart() {
    boundMillis = quietMillis;
    sinceMillis = clock.relativeTimeMillis();
  }

  long elapsedMillis() {
    return clock.relativeTimeMillis() - sinceMillis;
  }

  boolean isOver() {
    return elapsedMillis() >= boundMillis;
  }
}

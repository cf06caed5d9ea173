package dev.arabica.stream;

import dev.arabica.core.time.Window;
import java.io.Serializable;

/**
 * The life of the base blocks of a pack, on Flink's clock.
 *
 * @param sizeMicros the base size
 * @param lateMicros how long after its end a block is still corrected
 */
record BlockSpan(long sizeMicros, long lateMicros) implements Serializable {

  /** The start of the block that holds an event time; microseconds. */
  long startOf(long eventTime) {
    return Window.floor(eventTime, sizeMicros);
  }

  /** From this clock on the block is closed: written, and again when a late event comes. */
  long closedAtMillis(long startMicros) {
    return ClockTime.ceilMillis(startMicros + sizeMicros);
  }

  /** From this clock on the block is settled: the stream leaves it alone for good. */
  long settledAtMillis(long startMicros) {
    return ClockTime.ceilMillis(startMicros + sizeMicros + lateMicros);
  }
}

package dev.arabica.stream;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;

/**
 * The clock of one Kafka partition: the newest event time less what the source may trail. Elements
 * without an event time neither move it nor keep it awake; a partition without events for the
 * bounded wait no longer holds the others back.
 *
 * @param <T> the element
 */
final class SplitClock<T> implements WatermarkGenerator<T> {
  private final EventTimes<T> times;
  private final long behindMicros;
  private final QuietWait wait;

  private long maxEventMicros = EventTimes.NONE;

  private SplitClock(
      EventTimes<T> times, long behindMicros, Duration quietAfter, RelativeClock activity) {
    this.times = times;
    this.behindMicros = behindMicros;
    this.wait = new QuietWait(quietAfter, activity);
  }

  static <T> WatermarkStrategy<T> strategy(
      EventTimes<T> times, long behindMicros, Duration quietAfter) {
    return WatermarkStrategy.<T>forGenerator(
            context ->
                new SplitClock<>(times, behindMicros, quietAfter, context.getInputActivityClock()))
        .withTimestampAssigner(
            (element, kafkaTime) -> {
              long micros = times.eventTime(element);
              return micros == EventTimes.NONE ? Long.MIN_VALUE : ClockTime.millis(micros);
            });
  }

  @Override
  public void onEvent(T element, long ignored, WatermarkOutput output) {
    long micros = times.eventTime(element);
    if (micros == EventTimes.NONE) {
      return;
    }
    maxEventMicros = Math.max(maxEventMicros, micros);
    wait.restart();
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    if (wait.isOver()) {
      output.markIdle();
    } else if (maxEventMicros != EventTimes.NONE) {
      output.emitWatermark(new Watermark(ClockTime.millis(maxEventMicros - behindMicros)));
    }
  }
}

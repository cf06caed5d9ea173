package dev.arabica.stream;

import dev.arabica.core.time.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.util.PausableRelativeClock;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * The event-time clock of one reader of a source. Flink forgets watermarks in a checkpoint and
 * stops them on a quiet topic; this operator remembers the clock, starts again from it, and lets a
 * quiet source close its blocks after a bounded wait: first the block of the newest event, then as
 * fast as the wall clock.
 *
 * <p>A quiet reader tells each advance and steps aside again at once (active, watermark, idle).
 * Downstream the readers that are awake decide by their minimum, and quiet ones count only when all
 * are quiet.
 *
 * @param <T> the element
 */
final class EventClock<T> extends AbstractStreamOperator<T>
    implements OneInputStreamOperator<T, T> {
  private static final long TICKS_PER_WAIT = 4;
  private static final long MAX_TICK_MILLIS = 1_000;

  private final EventTimes<T> times;
  private final long baseMicros;
  private final long behindMicros;
  private final Duration quietAfter;

  private transient ListState<Tuple3<Long, Long, Boolean>> kept;
  private transient long clockMillis;
  private transient long maxEventMicros;
  private transient QuietWait wait;
  private transient boolean quiet;

  /**
   * @param times reads event times; elements without one pass by and never move the clock
   * @param baseMicros the base block size
   * @param behindMicros how far the clock trails the newest event
   * @param quietAfter how long without events makes the source quiet
   */
  EventClock(EventTimes<T> times, long baseMicros, long behindMicros, Duration quietAfter) {
    this.times = times;
    this.baseMicros = baseMicros;
    this.behindMicros = behindMicros;
    this.quietAfter = quietAfter;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    kept =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>(
                    "clock", Types.TUPLE(Types.LONG, Types.LONG, Types.BOOLEAN)));
    List<ClockReading> readings = new ArrayList<>();
    for (Tuple3<Long, Long, Boolean> reading : kept.get()) {
      readings.add(new ClockReading(reading.f0, reading.f1, reading.f2));
    }
    ClockReading start =
        readings.isEmpty() ? ClockReading.UNSTARTED : ClockReading.joined(readings);
    clockMillis = start.clockMillis();
    maxEventMicros = start.maxEventMicros();
  }

  @Override
  public void open() throws Exception {
    super.open();
    PausableRelativeClock activity =
        new PausableRelativeClock(getProcessingTimeService().getClock());
    getContainingTask()
        .getEnvironment()
        .getMetricGroup()
        .getIOMetricGroup()
        .registerBackPressureListener(activity);
    wait = new QuietWait(quietAfter, activity);
    if (clockMillis != ClockTime.UNSTARTED) {
      output.emitWatermark(new Watermark(clockMillis));
    }
    long tick = Math.max(1, Math.min(MAX_TICK_MILLIS, quietAfter.toMillis() / TICKS_PER_WAIT));
    getProcessingTimeService().scheduleWithFixedDelay(now -> tick(), tick, tick);
  }

  @Override
  public void processElement(StreamRecord<T> element) {
    long micros = times.eventTime(element.getValue());
    if (micros != EventTimes.NONE) {
      wake();
      maxEventMicros = Math.max(maxEventMicros, micros);
    }
    output.collect(element);
  }

  @Override
  public void processWatermark(Watermark mark) {
    if (mark.getTimestamp() > clockMillis && !quiet) {
      clockMillis = mark.getTimestamp();
      output.emitWatermark(new Watermark(clockMillis));
    }
  }

  /**
   * Idle splits are the reader's affair; whether this reader steps aside is decided by {@link
   * #tick}.
   */
  @Override
  public void processWatermarkStatus(WatermarkStatus status) {}

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    kept.update(List.of(Tuple3.of(clockMillis, maxEventMicros, quiet)));
  }

  private void wake() {
    wait.restart();
    if (quiet) {
      quiet = false;
      output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
    }
  }

  private void tick() {
    if (!wait.isOver()) {
      return;
    }
    if (quiet) {
      output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
    }
    long target = quietTarget();
    if (target > clockMillis) {
      clockMillis = target;
      output.emitWatermark(new Watermark(clockMillis));
    }
    quiet = true;
    output.emitWatermarkStatus(WatermarkStatus.IDLE);
  }

  private long quietTarget() {
    if (maxEventMicros == EventTimes.NONE) {
      return clockMillis;
    }
    long blockEnd = Window.floor(maxEventMicros, baseMicros) + baseMicros;
    return Math.max(
        ClockTime.millis(blockEnd),
        ClockTime.millis(maxEventMicros - behindMicros) + wait.elapsedMillis());
  }
}

package dev.arabica.stream;

import dev.arabica.core.time.Window;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Lets the first arrival of each event pass. It remembers an event until any copy of it would be
 * too late for its block anyway; repair corrects where the first arrival was not the winner.
 *
 * <p>What it has forgotten it lets nothing pass of: the clock of the blocks may be behind its own,
 * and they would take a second copy in.
 */
final class DedupOperator extends AbstractStreamOperator<TimedRow>
    implements OneInputStreamOperator<TimedRow, TimedRow>, Triggerable<DedupKey, VoidNamespace> {
  private final long withinMicros;
  private final BlockSpan span;

  private transient KeptClock clock;
  private transient ValueState<Boolean> seen;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient Counters counters;

  /**
   * @param withinMicros the interval that duplicates share
   * @param span of the largest base blocks over the source
   */
  DedupOperator(long withinMicros, BlockSpan span) {
    this.withinMicros = withinMicros;
    this.span = span;
  }

  static DedupKey keyOf(TimedRow event, long withinMicros) {
    long bucket = Window.floor(event.eventTime(), withinMicros);
    return new DedupKey(event.id().high(), event.id().low(), bucket);
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    clock = new KeptClock(context);
  }

  @Override
  public void open() throws Exception {
    super.open();
    seen =
        getPartitionedState(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            new ValueStateDescriptor<>("seen", Types.BOOLEAN));
    timers = getInternalTimerService("seen", VoidNamespaceSerializer.INSTANCE, this);
    counters = new Counters(getMetricGroup());
  }

  @Override
  public void processElement(StreamRecord<TimedRow> element) throws Exception {
    if (seen.value() != null) {
      counters.add(Count.DUPLICATES, 1);
      return;
    }
    long forgotten = forgottenAtMillis(keyOf(element.getValue(), withinMicros));
    if (clock.millis() >= forgotten) {
      counters.add(Count.TOO_LATE, 1);
      return;
    }
    seen.update(true);
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, forgotten);
    output.collect(element);
  }

  /** When the last block of the interval is settled. */
  private long forgottenAtMillis(DedupKey key) {
    return span.settledAtMillis(span.startOf(key.bucket() + withinMicros - 1));
  }

  /** The clock moves first, as in the blocks. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    clock.advance(mark.getTimestamp());
    super.processWatermark(mark);
  }

  @Override
  public void onEventTime(InternalTimer<DedupKey, VoidNamespace> timer) {
    seen.clear();
  }

  @Override
  public void onProcessingTime(InternalTimer<DedupKey, VoidNamespace> timer) {
    throw new IllegalStateException("duplicates know event time only");
  }

  /** Readers that step aside have been heard; from here on the clock alone counts. */
  @Override
  public void processWatermarkStatus(WatermarkStatus status) {}

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    output.collect(Outputs.FLUSHES, new StreamRecord<>(Flush.counts(counters.take())));
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    clock.save();
  }
}

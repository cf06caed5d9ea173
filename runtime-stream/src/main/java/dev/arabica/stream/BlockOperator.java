package dev.arabica.stream;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.Origin;
import dev.arabica.tables.Tables;
import java.util.List;
import java.util.TreeSet;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.internal.InternalValueState;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.IOUtils;

/**
 * Builds the base blocks of a source. A block is due when it closes and whenever a late event
 * changes it after that; what is due is written, whole, before the next checkpoint barrier, once
 * however often it changed. Its state goes when it is settled.
 *
 * <p>State is keyed by pack and key, and within that by the start of the block.
 */
final class BlockOperator extends AbstractStreamOperator<Flush>
    implements OneInputStreamOperator<KeyedRow, Flush>, Triggerable<BlockKey, Long> {
  private final PlannedSource source;
  private final StreamEnvironment environment;

  private transient BlockSpan[] spans;
  private transient CompositeAggregator[] aggregators;
  private transient InternalValueState<BlockKey, Long, OpenBlock> blocks;
  private transient InternalTimerService<Long> timers;
  private transient KeptClock clock;
  private transient Tables tables;
  private transient Landing<BlockRow> landing;
  private transient Counters counters;
  private transient long notANumber;

  /** Written at the next barrier; empty whenever state is snapshot. */
  private transient TreeSet<BlockRef> due;

  /** Forgotten at the next barrier, after they were written where due. */
  private transient TreeSet<BlockRef> settled;

  BlockOperator(PlannedSource source, StreamEnvironment environment) {
    this.source = source;
    this.environment = environment;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    clock = new KeptClock(context);
  }

  @Override
  @SuppressWarnings("unchecked")
  public void open() throws Exception {
    super.open();
    List<StreamPack> packs = source.packs();
    long late = source.source().lateMicros();
    spans = new BlockSpan[packs.size()];
    aggregators = new CompositeAggregator[packs.size()];
    for (StreamPack pack : packs) {
      spans[pack.index()] = new BlockSpan(pack.baseMicros(), late);
      aggregators[pack.index()] = CompositeAggregator.bind(pack.pack(), source.rowType());
    }
    blocks =
        (InternalValueState<BlockKey, Long, OpenBlock>)
            this.<Long, ValueState<OpenBlock>, OpenBlock>getOrCreateKeyedState(
                LongSerializer.INSTANCE,
                new ValueStateDescriptor<>("blocks", new StateWire.OpenBlocks()));
    timers = getInternalTimerService("blocks", LongSerializer.INSTANCE, this);
    tables = environment.openTables();
    landing = Landing.blocks(tables.blocks());
    counters = new Counters(getMetricGroup());
    due = new TreeSet<>();
    settled = new TreeSet<>();
    catchUp();
  }

  /** The clock may be that of a task which was ahead: what is due by it is due here too. */
  private void catchUp() throws Exception {
    if (clock.millis() != ClockTime.UNSTARTED) {
      super.processWatermark(new Watermark(clock.millis()));
    }
  }

  @Override
  public void processElement(StreamRecord<KeyedRow> element) throws Exception {
    BlockKey key = element.getValue().key();
    TimedRow event = element.getValue().event();
    BlockSpan span = spans[key.pack()];
    long start = span.startOf(event.eventTime());
    if (clock.millis() >= span.settledAtMillis(start)) {
      count(Count.TOO_LATE, element.getValue());
      return;
    }
    blockOf(key, start).add(event);
    if (clock.millis() >= span.closedAtMillis(start)) {
      count(Count.LATE, element.getValue());
      due.add(new BlockRef(key, start));
    }
  }

  private void count(Count count, KeyedRow row) {
    if (row.first()) {
      counters.add(count, 1);
    }
  }

  private OpenBlock blockOf(BlockKey key, long start) throws Exception {
    blocks.setCurrentNamespace(start);
    OpenBlock kept = blocks.value();
    if (kept != null && kept.isLive()) {
      return kept;
    }
    CompositeAggregator aggregator = aggregators[key.pack()];
    OpenBlock block = kept == null ? OpenBlock.empty(aggregator) : kept.live(aggregator);
    blocks.update(block);
    if (kept == null) {
      BlockSpan span = spans[key.pack()];
      if (clock.millis() < span.closedAtMillis(start)) {
        timers.registerEventTimeTimer(start, span.closedAtMillis(start));
      }
      timers.registerEventTimeTimer(start, span.settledAtMillis(start));
    }
    return block;
  }

  @Override
  public void onEventTime(InternalTimer<BlockKey, Long> timer) {
    BlockRef ref = new BlockRef(timer.getKey(), timer.getNamespace());
    BlockSpan span = spans[ref.key().pack()];
    if (timer.getTimestamp() == span.closedAtMillis(ref.start())) {
      due.add(ref);
    }
    if (timer.getTimestamp() == span.settledAtMillis(ref.start())) {
      settled.add(ref);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<BlockKey, Long> timer) {
    throw new IllegalStateException("blocks know event time only");
  }

  /** The clock moves first, so that an event that comes meanwhile finds it moved. */
  @Override
  public void processWatermark(Watermark mark) throws Exception {
    clock.advance(mark.getTimestamp());
    super.processWatermark(mark);
  }

  /** Readers that step aside have been heard; from here on the clock alone counts. */
  @Override
  public void processWatermarkStatus(WatermarkStatus status) {}

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    for (BlockRef ref : due) {
      write(ref);
    }
    counters.add(Count.BLOCKS, due.size());
    due.clear();
    for (BlockRef ref : settled) {
      at(ref).clear();
    }
    settled.clear();
    countNotANumber();
    output.collect(
        new StreamRecord<>(
            new Flush(Flush.Kind.BLOCKS, clock.millis(), landing.finish(), counters.take())));
  }

  private void countNotANumber() {
    long skipped = 0;
    for (CompositeAggregator aggregator : aggregators) {
      skipped += aggregator.skippedNaN();
    }
    counters.add(Count.NOT_A_NUMBER, skipped - notANumber);
    notANumber = skipped;
  }

  private void write(BlockRef ref) throws Exception {
    OpenBlock block = at(ref).value();
    StreamPack pack = source.packs().get(ref.key().pack());
    landing.add(
        BlockRow.of(
            ref.key().key(),
            ref.start(),
            pack.baseMicros(),
            pack.id(),
            block.bytes(),
            Origin.STREAM));
  }

  private InternalValueState<BlockKey, Long, OpenBlock> at(BlockRef ref) {
    setCurrentKey(ref.key());
    blocks.setCurrentNamespace(ref.start());
    return blocks;
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    clock.save();
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(landing, tables);
    super.close();
  }
}

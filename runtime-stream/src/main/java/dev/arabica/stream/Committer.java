package dev.arabica.stream;

import dev.arabica.core.time.TimeRanges;
import dev.arabica.core.time.Window;
import dev.arabica.tables.Control;
import dev.arabica.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.IOUtils;

/**
 * Makes what a source's tasks have written visible, one checkpoint at a time and only once Flink
 * can restore that checkpoint; then has the online store follow. It runs alone. What it was killed
 * over it does again after the restore; each commit is made once all the same.
 */
final class Committer extends AbstractStreamOperator<Void>
    implements OneInputStreamOperator<Flush, Void> {
  private final PlannedSource source;
  private final StreamEnvironment environment;
  private final long completeFrom;

  private transient List<Flush> arrived;
  private transient CommitterState state;
  private transient ListState<byte[]> kept;
  private transient Tables tables;
  private transient SourceTables sourceTables;
  private transient OnlineFollower online;
  private transient StatusLine status;

  /**
   * @param completeFrom from when on the topic holds the whole history, microseconds since the
   *     epoch; Long.MIN_VALUE for all of it
   */
  Committer(PlannedSource source, StreamEnvironment environment, long completeFrom) {
    this.source = source;
    this.environment = environment;
    this.completeFrom = completeFrom;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    arrived = new ArrayList<>();
    state = CommitterState.fresh();
    kept =
        context
            .getOperatorStateStore()
            .getListState(
                new ListStateDescriptor<>(
                    "committer", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    for (byte[] bytes : kept.get()) {
      state = CommitterState.fromBytes(bytes);
    }
    tables = environment.openTables();
    sourceTables = new SourceTables(tables, source);
    online = OnlineFollower.open(environment, tables);
    status = new StatusLine(source.name());
    if (context.getRestoredCheckpointId().isPresent()) {
      resume(context.getRestoredCheckpointId().getAsLong());
    }
  }

  /** What the restored checkpoint holds is complete, whether or not it was committed in time. */
  private void resume(long restored) {
    OptionalLong last = sourceTables.lastCheckpoint(state.job());
    if (last.isPresent() && last.getAsLong() > restored) {
      throw new SuppressRestartsException(
          new IllegalStateException(
              "source "
                  + source.name()
                  + ": checkpoint "
                  + restored
                  + " is older than checkpoint "
                  + last.getAsLong()
                  + ", which is committed; going on from it would commit its rows twice"));
    }
    commitUpTo(restored);
    online.follow();
  }

  @Override
  public void processElement(StreamRecord<Flush> element) {
    arrived.add(element.getValue());
  }

  @Override
  public void processWatermark(Watermark mark) {}

  @Override
  public void processWatermarkStatus(WatermarkStatus status) {}

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    PendingCheckpoint checkpoint = PendingCheckpoint.of(context.getCheckpointId(), arrived);
    arrived.clear();
    state.pending().put(checkpoint.id(), checkpoint);
    kept.update(List.of(state.toBytes()));
  }

  @Override
  public void notifyCheckpointComplete(long checkpointId) throws Exception {
    super.notifyCheckpointComplete(checkpointId);
    if (commitUpTo(checkpointId)) {
      online.follow();
    }
    status.print(checkpointId, state);
  }

  private boolean commitUpTo(long checkpointId) {
    var ready = state.pending().headMap(checkpointId, true);
    boolean any = false;
    for (PendingCheckpoint checkpoint : ready.values()) {
      any |= commit(checkpoint);
      state.total().add(checkpoint.tally());
    }
    ready.clear();
    return any;
  }

  private boolean commit(PendingCheckpoint checkpoint) {
    boolean telling = hasNews(checkpoint);
    if (!telling && checkpoint.isEmpty()) {
      return false;
    }
    sourceTables.commit(state.job(), checkpoint, control(checkpoint), telling);
    if (telling) {
      state.told(checkpoint.clockMillis());
    }
    return true;
  }

  /** Whether these are the first rows, or the clock has passed the edge of a block, or started. */
  private boolean hasNews(PendingCheckpoint checkpoint) {
    if (!state.announced() && !checkpoint.isEmpty()) {
      return true;
    }
    long clock = ClockTime.micros(checkpoint.clockMillis());
    long told = ClockTime.micros(state.toldClockMillis());
    if (clock == ClockTime.UNSTARTED || told == ClockTime.UNSTARTED) {
      return clock != told;
    }
    return Window.floor(clock, source.baseMicros()) > Window.floor(told, source.baseMicros());
  }

  private Control control(PendingCheckpoint checkpoint) {
    Control.Builder control = Control.builder().streamed(source.name());
    control.completeFrom(source.name(), completeFrom);
    if (checkpoint.clockMillis() != ClockTime.UNSTARTED) {
      long watermark = ClockTime.micros(checkpoint.clockMillis());
      control.watermark(source.name(), watermark);
      control.built(source.name(), builtTo(watermark));
    }
    return control.build();
  }

  /**
   * Told on from where it was told last, not from the start again: in between a repair may have
   * found that a pack of this job, which a newer plan has dropped, misses rows.
   */
  private Map<String, TimeRanges> builtTo(long watermark) {
    boolean first = state.toldClockMillis() == ClockTime.UNSTARTED;
    long from = first ? completeFrom : ClockTime.micros(state.toldClockMillis());
    TimeRanges built = TimeRanges.of(from, watermark);
    return source.packs().stream().collect(Collectors.toMap(StreamPack::id, pack -> built));
  }

  @Override
  public void close() throws Exception {
    IOUtils.closeAll(online, tables);
    super.close();
  }
}

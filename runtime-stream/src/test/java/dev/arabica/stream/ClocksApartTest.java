package dev.arabica.stream;

import static dev.arabica.core.time.Instants.MICROS_PER_HOUR;
import static dev.arabica.core.time.Instants.MICROS_PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.key.EventId;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Row;
import dev.arabica.tables.Environment;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks whose clocks differ, as they may for a moment and when a checkpoint falls into it. */
class ClocksApartTest {
  private static final long T0 = Instants.parse("2025-11-29T16:00:00Z");
  private static final long BASE = ViewsPlan.BASE;
  private static final int TASKS = 2;

  private final PlannedSource source = PlannedSource.streamed(ViewsPlan.plan()).get(0);

  @Test
  void whatIsForgottenIsNotLetPassAgain() throws Exception {
    long forgotten = millis(T0 + MICROS_PER_HOUR + ViewsPlan.LATE);
    OperatorSubtaskState state;
    try (var dedup = dedup()) {
      dedup.open();
      dedup.processElement(event(T0 + MICROS_PER_MINUTE), 0);
      dedup.processWatermark(forgotten - 1);
      dedup.processElement(event(T0 + MICROS_PER_MINUTE), 0);
      dedup.processWatermark(forgotten);
      dedup.processElement(event(T0 + MICROS_PER_MINUTE), 0);
      assertThat(dedup.extractOutputValues()).hasSize(1);
      state = dedup.snapshot(1, 0);
    }
    try (var restored = dedup()) {
      restored.initializeState(state);
      restored.open();
      restored.processElement(event(T0 + MICROS_PER_MINUTE), 0);
      assertThat(restored.extractOutputValues()).isEmpty();
    }
  }

  @Test
  void aRestoredTaskDoesNotTellAClockThatItsBlocksHaveNotReached(@TempDir Path folder)
      throws Exception {
    BlockKey key = new BlockKey(0, new byte[] {7});
    OperatorSubtaskState merged;
    try (var ahead = blocks(folder, 1 - taskOf(key));
        var behind = blocks(folder, taskOf(key))) {
      ahead.open();
      behind.open();
      ahead.processWatermark(millis(T0 + BASE));
      behind.processWatermark(millis(T0 + BASE / 2));
      behind.processElement(new KeyedRow(key, true, event(T0)), 0);
      merged = AbstractStreamOperatorTestHarness.repackageState(saved(behind), saved(ahead));
    }
    try (var restored = blocks(folder, taskOf(key))) {
      restored.initializeState(
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              merged, TASKS, TASKS, TASKS, taskOf(key)));
      restored.open();
      restored.prepareSnapshotPreBarrier(2);
      Flush flush = restored.extractOutputValues().get(0);
      assertThat(flush.clockMillis()).isEqualTo(millis(T0 + BASE));
      assertThat(flush.hasFiles()).isTrue();
    }
  }

  private static OperatorSubtaskState saved(
      KeyedOneInputStreamOperatorTestHarness<BlockKey, KeyedRow, Flush> task) throws Exception {
    task.prepareSnapshotPreBarrier(1);
    return task.snapshot(1, 0);
  }

  private static int taskOf(BlockKey key) {
    return org.apache.flink.runtime.state.KeyGroupRangeAssignment.assignKeyToParallelOperator(
        key, TASKS, TASKS);
  }

  private TimedRow event(long time) {
    return new TimedRow(new Row(source.rowType()), time, new EventId(1, 2));
  }

  private static long millis(long micros) {
    return micros / Instants.MICROS_PER_MILLI;
  }

  private KeyedOneInputStreamOperatorTestHarness<DedupKey, TimedRow, TimedRow> dedup()
      throws Exception {
    long within = MICROS_PER_HOUR;
    OneInputStreamOperator<TimedRow, TimedRow> operator =
        new DedupOperator(within, new BlockSpan(BASE, ViewsPlan.LATE));
    return new KeyedOneInputStreamOperatorTestHarness<>(
        operator, event -> DedupOperator.keyOf(event, within), WireType.DEDUP_KEYS);
  }

  private KeyedOneInputStreamOperatorTestHarness<BlockKey, KeyedRow, Flush> blocks(
      Path folder, int task) throws Exception {
    StreamEnvironment environment = StreamEnvironment.of(Environment.create(folder));
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new BlockOperator(source, environment),
        KeyedRow::key,
        WireType.BLOCK_KEYS,
        TASKS,
        TASKS,
        task);
  }
}

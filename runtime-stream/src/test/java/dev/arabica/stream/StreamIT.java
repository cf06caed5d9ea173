package dev.arabica.stream;

import static dev.arabica.core.time.Instants.MICROS_PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.time.Instants;
import dev.arabica.intake.DeadLetter.Reason;
import dev.arabica.store.ReadSession;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.RejectedRecord;
import dev.arabica.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole stream on real parts: every kind of event, and what becomes of it. */
class StreamIT {
  private static final long T0 = Instants.parse("2025-11-29T16:00:00Z");
  private static final long END = T0 + 50 * MICROS_PER_MINUTE;
  private static final int VIEWS = 3_000;

  private final List<View> counted = new ArrayList<>();

  @Test
  void blocksEqualANaiveRecount(@TempDir Path folder) throws Exception {
    try (StreamFixture fixture = new StreamFixture(folder);
        ChildStream stream = fixture.stream("--quiet-after", "1s")) {
      feed(fixture);
      feedBadRecords(fixture);
      fixture.flush();
      stream.awaitWatermark(END);

      feedStragglers(fixture);
      fixture.flush();
      stream.awaitCount(Count.TOO_LATE, 1);
      Map<String, Object> status = stream.awaitCount(Count.LATE, 1);
      assertThat(stream.endInput()).isZero();

      requireCounts(stream.newest());
      assertThat(Instants.parse((String) status.get("watermark")))
          .isBetween(END, END + 2 * MICROS_PER_MINUTE);
      requireTables(fixture);
    }
  }

  /** In order but for two seconds; every tenth twice, every twentieth without a key. */
  private void feed(StreamFixture fixture) {
    Random random = new Random(7);
    long step = (END - T0) / VIEWS;
    for (int i = 0; i < VIEWS; i++) {
      long jitter = random.nextInt(1_900_000);
      View view =
          new View(
              "r" + i,
              i % 20 == 0 ? null : "u" + random.nextInt(40),
              i % 7 == 0 ? null : (long) random.nextInt(5),
              i % 11 == 0 ? null : (long) random.nextInt(100_000),
              Math.max(T0, T0 + (i + 1) * step - jitter - 1));
      fixture.send(view);
      counted.add(view);
      if (i % 10 == 0) {
        fixture.send(view);
      }
    }
  }

  private void feedBadRecords(StreamFixture fixture) {
    long now = END / 1_000;
    fixture.send(0, now, "{\"request\": ");
    fixture.send(1, now, "{\"user\":\"u1\",\"at\":" + END + "}");
    fixture.send(2, now, "{\"request\":\"x\",\"ms\":\"many\",\"at\":" + END + "}");
    long in2100 = Instants.parse("2100-06-01T00:00:00Z");
    fixture.send(0, in2100 / 1_000, new View("f1", "u1", 1L, 1L, in2100).json());
    fixture.send(1, now, new View("f2", "u1", 1L, 1L, 0).json());
    fixture.send(2, now, new View("f3", "u1", 1L, 1L, END + 60 * MICROS_PER_MINUTE).json());
  }

  /** One event that its closed block still takes, and one for the next repair. */
  private void feedStragglers(StreamFixture fixture) {
    View late = new View("late", "u1", 1L, 5L, END - 6 * MICROS_PER_MINUTE);
    counted.add(late);
    fixture.send(late);
    fixture.send(new View("too-late", "u1", 1L, 5L, T0 + 10 * MICROS_PER_MINUTE));
  }

  private static void requireCounts(Map<String, Object> status) {
    assertThat(status)
        .containsEntry("admitted", VIEWS + VIEWS / 10 + 2L)
        .containsEntry("duplicates", VIEWS / 10L)
        .containsEntry("dead_letters", 6L)
        .containsEntry("late", 1L)
        .containsEntry("too_late", 1L);
    assertThat((Long) status.get("null_keys")).isGreaterThan(VIEWS / 10);
  }

  private void requireTables(StreamFixture fixture) throws Exception {
    try (Tables tables = Tables.open(fixture.environment())) {
      assertThat(Recount.of(tables.blocks())).isEqualTo(Recount.of(counted));
      assertThat(Raw.ids(tables)).hasSize(VIEWS + VIEWS / 10 + 2);
      assertThat(reasons(tables)).isEqualTo(expectedReasons());
      ControlState control = tables.blocks().control().latest();
      assertThat(control.streamed()).containsExactly(ViewsPlan.SOURCE);
      assertThat(control.completeFrom(ViewsPlan.SOURCE)).hasValue(Long.MIN_VALUE);
      assertThat(control.watermark(ViewsPlan.SOURCE).getAsLong()).isGreaterThanOrEqualTo(END);
      requirePublished(fixture, control);
    }
  }

  private static void requirePublished(StreamFixture fixture, ControlState control) {
    try (LmdbBlockStore store = LmdbBlockStore.open(fixture.environment().store());
        ReadSession session = store.read()) {
      assertThat(session.control()).isEqualTo(control);
    }
  }

  private static Map<Reason, Integer> reasons(Tables tables) throws Exception {
    Map<Reason, Integer> found = new TreeMap<>();
    try (CloseableIterable<RejectedRecord> records = tables.deadLetters().records()) {
      records.forEach(record -> found.merge(record.letter().reason(), 1, Integer::sum));
    }
    return found;
  }

  private static Map<Reason, Integer> expectedReasons() {
    return Map.of(
        Reason.MALFORMED, 1,
        Reason.MISSING_FIELD, 1,
        Reason.WRONG_TYPE, 1,
        Reason.TIME_OUT_OF_RANGE, 2,
        Reason.AHEAD_OF_CLOCK, 1);
  }
}

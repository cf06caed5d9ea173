package dev.arabica.tables;

import static dev.arabica.core.time.Instants.MICROS_PER_HOUR;
import static dev.arabica.tables.Samples.NOON;
import static dev.arabica.tables.Samples.all;
import static dev.arabica.tables.Samples.field;
import static dev.arabica.tables.Samples.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.SourcePlan.SourceField;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import dev.arabica.intake.KafkaPosition;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.iceberg.DataFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawTableIT {
  private static final SourcePlan PLAIN =
      source("views", field("at", Type.TIMESTAMP), field("user", Type.STRING));

  @TempDir Path folder;
  private Tables tables;

  @BeforeEach
  void open() {
    tables = Tables.open(Environment.create(folder));
  }

  @AfterEach
  void close() {
    tables.close();
  }

  /** Two committers in one process once read each other's lists of files. */
  @Test
  void listsOfFilesAreNotMixedUpBetweenThreads() throws Exception {
    List<Callable<Boolean>> committers = new ArrayList<>();
    for (String name : List.of("views", "reactions")) {
      SourcePlan source = source(name, field("at", Type.TIMESTAMP));
      RawTable raw = tables.raw(source);
      TableFileWriter<RawEvent> writer = raw.newFileWriter();
      writer.add(fromKafka(new Row(source.rowType()), NOON, 1));
      List<DataFile> files = writer.finish();
      committers.add(
          () -> {
            boolean own = true;
            for (int i = 0; i < 300; i++) {
              DataFile decoded = raw.decodeFiles(raw.encodeFiles(files)).get(0);
              own &= decoded.location().equals(files.get(0).location());
            }
            return own;
          });
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<Boolean> own : threads.invokeAll(committers)) {
        assertThat(own.get()).isTrue();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void eventsOfAnotherTimeOrIdentityNeedAnotherTable() {
    SourceField at = field("at", Type.TIMESTAMP);
    tables.raw(PLAIN);
    tables.raw(source("views", field("user", Type.STRING), field("more", Type.BOOL), at));

    SourceField inMillis = new SourceField("at", Type.TIMESTAMP, true, TimeEncoding.MILLIS);
    refuses(source("views", inMillis));
    refuses(timed("later", PLAIN, Optional.empty()));
    SourcePlan.Dedup dedup =
        new SourcePlan.Dedup(List.of(new Expr.Column("user", Type.STRING)), MICROS_PER_HOUR);
    refuses(timed("at", PLAIN, Optional.of(dedup)));
  }

  private void refuses(SourcePlan source) {
    assertThatThrownBy(() -> tables.raw(source))
        .isInstanceOf(TablesException.class)
        .hasMessageContaining("events.views")
        .hasMessageContaining("time or identity");
  }

  private static SourcePlan timed(
      String column, SourcePlan like, Optional<SourcePlan.Dedup> dedup) {
    return new SourcePlan(
        like.name(),
        like.topic(),
        like.table(),
        List.of(field("at", Type.TIMESTAMP), field("later", Type.TIMESTAMP), like.fields().get(1)),
        new Expr.Column(column, Type.TIMESTAMP),
        like.behindMicros(),
        like.lateMicros(),
        like.aheadMicros(),
        dedup);
  }

  @Test
  void everyTypeComesBackAsItWas() throws Exception {
    Type struct =
        new Type.StructType(
            List.of(
                new Type.Field("a", Type.INT32, true), new Type.Field("t", Type.TIMESTAMP, true)));
    Type.MapType map = new Type.MapType(Type.DATE, new Type.DecimalType(3, 1));
    SourcePlan wide =
        source(
            "wide",
            field("bool", Type.BOOL),
            field("int32", Type.INT32),
            field("int64", Type.INT64),
            field("float32", Type.FLOAT32),
            field("float64", Type.FLOAT64),
            field("string", Type.STRING),
            field("bytes", Type.BYTES),
            field("event_time", Type.TIMESTAMP),
            field("date", Type.DATE),
            field("list", new Type.ListType(struct)),
            field("decimal", new Type.DecimalType(38, 2)),
            field("map", map),
            field("vector", new Type.VectorType(2)));
    Row full = new Row(wide.rowType());
    List<Object> values =
        Arrays.asList(
            true,
            -5L,
            Long.MIN_VALUE,
            0.5,
            Double.NEGATIVE_INFINITY,
            "ü\u0000",
            new byte[] {0, -1},
            -1L,
            -719162L,
            List.of(Arrays.asList(1L, null), Arrays.asList(null, 9_999_999L)),
            new BigDecimal("-" + "9".repeat(36) + ".99"),
            Values.map(map, Map.of(7L, new BigDecimal("-0.5"), -7L, new BigDecimal("10.0"))),
            new float[] {0.1f, Float.NaN});
    for (int i = 0; i < values.size(); i++) {
      full.setValue(i, values.get(i));
    }
    Row empty = new Row(wide.rowType());
    RawTable raw = tables.raw(wide);

    TableFileWriter<RawEvent> writer = raw.newFileWriter();
    writer.add(fromKafka(full, NOON, 1));
    writer.add(fromFile(empty, NOON + 1, 2));
    raw.commit(writer.finish(), OptionalLong.empty(), CommitId.unique("test"));

    long snapshot = raw.snapshotId().orElseThrow();
    assertThat(all(raw.rows(snapshot, NOON, NOON + 2)))
        .containsExactlyInAnyOrder(
            new RawRow(full, NOON, new EventId(1, 1)),
            new RawRow(empty, NOON + 1, new EventId(2, 2)));
  }

  @Test
  void rowsOfATimeRangeAreExactlyThose() throws Exception {
    RawTable raw = tables.raw(PLAIN);
    commit(raw, OptionalLong.empty(), NOON - 1, NOON, NOON + 5, NOON + 2 * MICROS_PER_HOUR);

    long snapshot = raw.snapshotId().orElseThrow();
    assertThat(all(raw.rows(snapshot, NOON, NOON + 5)))
        .extracting(RawRow::eventTime)
        .containsExactly(NOON);
    assertThat(all(raw.rows(snapshot, Long.MIN_VALUE, Long.MAX_VALUE))).hasSize(4);
  }

  @Test
  void knowsWhichHoursReceivedRows() {
    RawTable raw = tables.raw(PLAIN);
    assertThat(raw.snapshotId()).isEmpty();
    assertThat(raw.changesSince(OptionalLong.empty()).hours()).isEmpty();

    commit(raw, OptionalLong.of(NOON), NOON - 1, NOON + 1);
    RawChanges first = raw.changesSince(OptionalLong.empty());
    commit(raw, OptionalLong.of(NOON - 9), NOON + 3 * MICROS_PER_HOUR);
    commit(raw, OptionalLong.empty(), NOON + 4);
    RawChanges since = raw.changesSince(OptionalLong.of(first.snapshotId()));

    assertThat(first.hours()).containsExactly(NOON - MICROS_PER_HOUR, NOON);
    assertThat(first.watermark()).hasValue(NOON);
    assertThat(since.hours()).containsExactly(NOON, NOON + 3 * MICROS_PER_HOUR);
    assertThat(since.watermark()).hasValue(NOON);
    assertThat(raw.changesSince(OptionalLong.of(since.snapshotId())).hours()).isEmpty();
    assertThat(raw.changesSince(OptionalLong.of(1)).hours()).hasSize(3);
  }

  @Test
  void aCommitIsMadeOnceAndTheWatermarkNeverGoesBack() throws Exception {
    RawTable raw = tables.raw(PLAIN);
    CommitId id = new CommitId("job", 4);
    for (int i = 0; i < 2; i++) {
      TableFileWriter<RawEvent> writer = raw.newFileWriter();
      writer.add(fromKafka(new Row(PLAIN.rowType()), NOON, 1));
      byte[] bytes = raw.encodeFiles(writer.finish());
      raw.commit(raw.decodeFiles(bytes), OptionalLong.of(NOON), id);
    }
    raw.commit(List.of(), OptionalLong.of(NOON - 1), new CommitId("job", 5));

    assertThat(all(raw.rows(raw.snapshotId().orElseThrow(), 0, Long.MAX_VALUE))).hasSize(1);
    assertThat(raw.watermark()).hasValue(NOON);
    assertThat(raw.committed(id)).isTrue();
    assertThat(raw.lastCheckpoint("job")).hasValue(5);
  }

  @Test
  void aNewFieldBecomesAColumn() throws Exception {
    commit(tables.raw(PLAIN), OptionalLong.empty(), NOON);
    SourcePlan grown =
        source(
            "views",
            field("city", Type.STRING),
            field("at", Type.TIMESTAMP),
            field("user", Type.STRING));
    RawTable raw = tables.raw(grown);
    Row row = new Row(grown.rowType());
    row.setRef(0, "Perth");
    row.setRef(2, "u");
    TableFileWriter<RawEvent> writer = raw.newFileWriter();
    writer.add(fromKafka(row, NOON + 1, 2));
    raw.commit(writer.finish(), OptionalLong.empty(), CommitId.unique("test"));

    long snapshot = raw.snapshotId().orElseThrow();
    assertThat(all(raw.rows(snapshot, NOON, NOON + 2)))
        .extracting(found -> found.row().getValue(0), found -> found.row().getValue(2))
        .containsExactlyInAnyOrder(tuple(null, "user"), tuple("Perth", "u"));
  }

  @Test
  void saysWhichColumnDoesNotFit() {
    tables.raw(PLAIN);

    assertThatThrownBy(() -> tables.raw(source("views", field("user", Type.INT64))))
        .isInstanceOf(TablesException.class)
        .hasMessageContaining("column `user` is string")
        .hasMessageContaining("declares int64");
    assertThatThrownBy(() -> tables.raw(source("odd", field("_event_id", Type.INT64))))
        .isInstanceOf(TablesException.class)
        .hasMessageContaining("`_event_id`");
  }

  private void commit(RawTable raw, OptionalLong watermark, long... eventTimes) {
    TableFileWriter<RawEvent> writer = raw.newFileWriter();
    for (long eventTime : eventTimes) {
      Row row = new Row(PLAIN.rowType());
      row.setRef(1, "user");
      writer.add(fromKafka(row, eventTime, eventTime));
    }
    raw.commit(writer.finish(), watermark, CommitId.unique("test"));
  }

  private static RawEvent fromKafka(Row row, long eventTime, long id) {
    KafkaPosition position = new KafkaPosition("topic", 0, id, eventTime);
    return new RawEvent(new Event(row, eventTime, new EventId(id, id), position), NOON);
  }

  private static RawEvent fromFile(Row row, long eventTime, long id) {
    FilePosition position = new FilePosition("views.csv", id);
    return new RawEvent(new Event(row, eventTime, new EventId(id, id), position), NOON);
  }

  /** Two runs of `ingest` that began before either had committed once doubled every row. */
  @Test
  void anInputIsCommittedOnceHoweverManyTryAtOnce() throws Exception {
    List<Callable<Boolean>> committers = new ArrayList<>();
    for (String other : List.of("a.csv", "b.csv", "c.csv", "d.csv")) {
      RawTable raw = Tables.open(Environment.create(folder)).raw(PLAIN);
      TableFileWriter<RawEvent> writer = raw.newFileWriter();
      writer.add(fromKafka(new Row(PLAIN.rowType()), NOON, 1));
      List<DataFile> files = writer.finish();
      List<String> inputs = List.of(other, "shared.csv");
      committers.add(
          () -> raw.commitInputs(files, OptionalLong.empty(), inputs, CommitId.unique("test")));
    }
    ExecutorService threads = Executors.newFixedThreadPool(committers.size());
    int made = 0;
    try {
      for (Future<Boolean> commit : threads.invokeAll(committers)) {
        made += commit.get() ? 1 : 0;
      }
    } finally {
      threads.shutdown();
    }
    RawTable raw = tables.raw(PLAIN);
    assertThat(made).isEqualTo(1);
    assertThat(raw.inputs()).hasSize(2).contains("shared.csv");
    assertThat(all(raw.rows(raw.snapshotId().orElseThrow(), 0, Long.MAX_VALUE))).hasSize(1);
  }

  @Test
  void remembersInputsAndTheWatermarkBeforeEachCommit() {
    RawTable raw = tables.raw(PLAIN);
    raw.commitInputs(
        List.of(), OptionalLong.of(10), List.of("a.csv", "b.csv"), CommitId.unique("test"));
    OptionalLong first = raw.snapshotId();
    raw.commit(List.of(), OptionalLong.empty(), CommitId.unique("test"));
    raw.commitInputs(List.of(), OptionalLong.of(30), List.of("c.csv"), CommitId.unique("test"));
    raw.commit(List.of(), OptionalLong.of(20), CommitId.unique("test"));
    raw.commit(List.of(), OptionalLong.empty(), CommitId.unique("test"));

    RawTable elsewhere = tables.raw(PLAIN);
    assertThat(elsewhere.inputs()).containsExactlyInAnyOrder("a.csv", "b.csv", "c.csv");
    assertThat(elsewhere.watermarksBefore(OptionalLong.empty()))
        .isEqualTo(Map.of(1L, Long.MIN_VALUE, 2L, 10L, 3L, 10L, 4L, 30L, 5L, 30L));
    assertThat(elsewhere.watermarksBefore(first)).containsOnlyKeys(2L, 3L, 4L, 5L);
    assertThat(elsewhere.watermarksBefore(OptionalLong.of(-1))).hasSize(5);
  }
}

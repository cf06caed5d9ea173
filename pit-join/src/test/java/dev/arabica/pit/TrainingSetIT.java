package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.batch.SparkEnvironment;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.json.Json;
import dev.arabica.core.key.EventId;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import dev.arabica.intake.SpineRow;
import dev.arabica.reference.FeatureValue;
import dev.arabica.reference.ReferenceEngine;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Origin;
import dev.arabica.tables.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingSetIT {
  private static final long BASE = 5 * Views.MINUTE;
  private static final String MICROS = "yyyy-MM-dd''T''HH:mm:ss.SSSSSS''Z''";

  @TempDir static Path root;
  private static Tables tables;
  private static SparkEnvironment spark;
  private static Scenario scenario;
  private static Straightforward straightforward;
  private static ReferenceEngine oracle;

  @BeforeAll
  static void start() {
    Environment environment = Environment.create(root.resolve("env"));
    tables = Tables.open(environment);
    scenario = Scenario.write(tables.blocks());
    straightforward = new Straightforward(scenario.log());
    oracle = new ReferenceEngine(Views.PLAN, Map.of(Views.SOURCE, events()));
    spark = SparkEnvironment.start(environment, "local[2]");
  }

  private static List<Event> events() {
    return scenario.views().stream()
        .map(
            view ->
                new Event(
                    view.row(),
                    view.time(),
                    new EventId(0, view.id()),
                    new FilePosition("views", view.id())))
        .toList();
  }

  @AfterAll
  static void stop() {
    spark.close();
    tables.close();
  }

  @Test
  void asServedEqualsTheStraightforwardAssembly() throws IOException {
    Random random = new Random(1);
    List<String> spine = new ArrayList<>();
    List<Map<String, Object>> expected = new ArrayList<>();
    spine.add(
        "note,friend_id,event_ts,item_id,user_id,read_revision,feature_watermark.user,feature_watermark");
    for (int i = 0; i < 250; i++) {
      Scenario.Served served = scenario.served().get(random.nextInt(scenario.served().size()));
      long watermark = Window.floor(served.watermark(), BASE) - random.nextInt(3) * BASE;
      long userWatermark = random.nextBoolean() ? watermark : watermark - 3 * BASE;
      long time = watermark + (long) (random.nextDouble() * 20 * Views.MINUTE);
      String user = "u" + random.nextInt(Scenario.USERS + 1);
      long item = random.nextInt(Scenario.ITEMS + 1);
      String friend = random.nextInt(5) == 0 ? null : "u" + random.nextInt(Scenario.USERS);
      spine.add(
          "\"n, %d\",%s,%s,%d,%s,%d,%s,%s"
              .formatted(
                  i,
                  friend == null ? "" : friend,
                  Instants.format(time),
                  item,
                  user,
                  served.revision(),
                  userWatermark == watermark ? "" : Instants.format(userWatermark),
                  Instants.format(watermark)));
      expected.add(
          straightforward.values(
              new Straightforward.Ask(
                  user,
                  item,
                  friend,
                  time,
                  watermark,
                  userWatermark,
                  served.revision(),
                  Scenario.START,
                  false)));
    }
    Path file = root.resolve("as-served.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(String.join("\n", spine).getBytes(StandardCharsets.UTF_8));
    }

    Written written = train(file, Blocks.AS_SERVED, false);
    assertThat(written.rows).hasSize(250);
    for (int i = 0; i < 250; i++) {
      Map<String, Object> row = written.rows.get(i);
      assertThat(row).containsEntry("note", "n, " + i).containsEntry("_approximate", false);
      assertThat(row).containsAllEntriesOf(expected.get(i));
    }
    assertThat(written.result.statuses()).containsKeys(FeatureStatus.OK, FeatureStatus.INCOMPLETE);
    assertThat(written.result.approximate()).isZero();
    assertThat(expected.stream().map(row -> row.get("item.views_last_1h")).distinct().count())
        .isGreaterThan(5);
  }

  @Test
  void correctedEqualsTheOracleOverAllEvents() throws IOException {
    Random random = new Random(2);
    List<String> spine = new ArrayList<>();
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      Asked next =
          i % 7 == 6
              ? asked.get(i - 1)
              : new Asked(
                  "u" + random.nextInt(Scenario.USERS),
                  random.nextInt(Scenario.ITEMS),
                  Scenario.START + (long) (random.nextDouble() * 3 * Views.DAY));
      asked.add(next);
      spine.add(
          "{\"user_id\":\"%s\",\"item_id\":%d,\"friend_id\":null,\"event_ts\":\"%s\",\"row\":%d,\"w\":%s}"
              .formatted(
                  next.user,
                  next.item,
                  Instants.format(next.time),
                  i,
                  i % 2 == 0 ? "0.5" : "null"));
    }
    Written written = train(write("corrected.jsonl", spine), Blocks.CORRECTED, true);
    assertThat(written.rows).hasSize(300);
    for (int i = 0; i < 300; i++) {
      Map<String, Object> row = written.rows.get(i);
      assertThat(row).containsEntry("row", (long) i).containsEntry("w", i % 2 == 0 ? 0.5 : null);
      assertThat(row).doesNotContainKey("_approximate");
      assertThat(row).containsAllEntriesOf(asked.get(i).oracle());
      assertThat(row).containsEntry("friend.views_last_1h", null);
    }
    assertThat(written.result.statuses())
        .containsOnlyKeys(FeatureStatus.OK, FeatureStatus.NULL_KEY)
        .containsEntry(FeatureStatus.NULL_KEY, 600L);
  }

  @Test
  void parquetHoldsTheSameTyped() throws IOException {
    List<String> spine = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      spine.add(
          "{\"user_id\":\"u%d\",\"item_id\":%d,\"friend_id\":null,\"event_ts\":\"%s\",\"ok\":true,\"read_revision\":%d,\"feature_watermark\":\"%s\"}"
              .formatted(
                  i % 8,
                  i % 12,
                  Instants.format(Scenario.START + (30 + i) * Views.HOUR + i),
                  scenario.served().get(18).revision(),
                  Instants.format(Scenario.START + (30 + i) * Views.HOUR)));
    }
    Path file = write("typed.jsonl", spine);
    List<Map<String, Object>> lines = train(file, Blocks.AS_SERVED, true).rows;

    Path output = root.resolve("typed.parquet.out");
    TrainResult result =
        trainingSet()
            .write(options(file, output, Blocks.AS_SERVED, Format.PARQUET, true), line -> {});
    assertThat(names(output)).containsExactly("_SUCCESS", "part-00000.parquet");
    assertThat(result.rows()).isEqualTo(40);
    assertThat(result.features()).isEqualTo(12);

    var read = spark.session().read().parquet(output.toString());
    assertThat(read.schema().simpleString())
        .contains("event_ts:timestamp", "read_revision:bigint", "feature_watermark:timestamp")
        .contains("item.recent:array<struct<user_id:string,ms:bigint>>")
        .contains("item.ratio_last_6h:double", "item.newest_last_1d:timestamp", "ok:boolean")
        .contains("_approximate:boolean");
    List<String> json =
        read.selectExpr("to_json(struct(*), map('timestampFormat', '" + MICROS + "'))")
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList();
    for (int i = 0; i < 40; i++) {
      Map<String, Object> row = Json.parseObject(json.get(i));
      for (Map.Entry<String, Object> column : lines.get(i).entrySet()) {
        assertThat(comparable(row.get(column.getKey())))
            .as(column.getKey())
            .isEqualTo(comparable(column.getValue()));
      }
    }
  }

  /** Spark's own JSON leaves nulls out. */
  private static Object comparable(Object value) {
    if (value instanceof String text && text.matches("\\d{4}-.*Z")) {
      return Instants.parse(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(TrainingSetIT::comparable).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> present = new HashMap<>();
      map.forEach(
          (key, member) -> {
            if (member != null) {
              present.put(key, comparable(member));
            }
          });
      return present;
    }
    return value;
  }

  @Test
  void refusesWhatIsBeyondTheCommittedAndWaitsWhenTold() throws IOException {
    long last = committedWatermark();
    List<String> spine =
        List.of(
            line("u1", 1, Scenario.START),
            line("u1", 1, last + Views.HOUR),
            line("u1", 1, last + 2 * Views.HOUR));
    Path file = write("beyond.jsonl", spine);
    assertThatThrownBy(() -> train(file, Blocks.CORRECTED, true))
        .isInstanceOf(BeyondCommittedException.class)
        .hasMessageContaining("spine row 2")
        .hasMessageContaining("`test.item`")
        .hasMessageContaining("up to " + Instants.pretty(last));

    Path output = root.resolve("beyond.out");
    TrainOptions options = options(file, output, Blocks.CORRECTED, Format.JSONL, true);
    TrainOptions waiting =
        new TrainOptions(
            options.spine(),
            options.features(),
            output,
            options.blocks(),
            options.format(),
            Optional.of(Duration.ofMillis(700)),
            true,
            false,
            false);
    List<String> told = new ArrayList<>();
    assertThatThrownBy(() -> trainingSet().write(waiting, told::add))
        .isInstanceOf(BeyondCommittedException.class);
    assertThat(told).anyMatch(line -> line.startsWith("waiting: spine row 2"));
    assertThat(output).doesNotExist();
  }

  @Test
  void goesOnWhenWhatItWaitedForIsCommitted() throws Exception {
    long wanted = committedWatermark() + Views.HOUR;
    Path output = root.resolve("waited.out");
    TrainOptions options =
        new TrainOptions(
            write("waited.jsonl", List.of(line("u1", 1, wanted))),
            "rank",
            output,
            Blocks.CORRECTED,
            Format.JSONL,
            Optional.of(Duration.ofMinutes(1)),
            false,
            false,
            false);
    Thread stream = new Thread(() -> commitWatermark(wanted));
    TrainResult result =
        trainingSet()
            .write(
                options,
                line -> {
                  if (line.startsWith("waiting")) {
                    stream.start();
                  }
                });
    stream.join();
    assertThat(result.rows()).isEqualTo(1);
    assertThat(read(output)).hasSize(1);
  }

  @Test
  void readsWhatWasCommittedByTheRowsTimeWhereItHasNoRevision() throws IOException {
    long now = Instants.toMicros(Instant.now());
    View view = new View(1, "late", 500, 7L, 1.5, now - 10 * Views.MINUTE, now);
    BlockLog log = new BlockLog(tables.blocks());
    List<BlockRow> rows = log.changed(Views.ITEM, List.of(view), BASE, Origin.STREAM);
    log.commit(rows, Control.builder().watermark(Views.SOURCE, now + 2 * Views.HOUR).build());
    Path file =
        write(
            "by-time.jsonl",
            List.of(line("late", 500, now + Views.MINUTE), line("x", 500, now - Views.HOUR)));
    Written written = train(file, Blocks.AS_SERVED, false);
    assertThat(written.rows.get(0))
        .containsEntry("_approximate", true)
        .containsEntry("item.views_last_1h", 1L)
        .containsEntry("item.ms_last_1h", 7L);
    assertThat(written.rows.get(1)).containsEntry("item.views_last_1h", null);
    assertThat(written.result.approximate()).isEqualTo(2);
  }

  @Test
  void aCorruptBlockCostsItsOwnKeyAndIsNamed() throws IOException {
    byte[] key = KeyCodec.encode(Views.ITEM.keyTypes(), List.of(777L));
    BlockRow bad =
        BlockRow.of(key, Scenario.START, BASE, "pack-item", new byte[] {9, 9}, Origin.REPAIR);
    new BlockLog(tables.blocks()).commit(List.of(bad), Control.NONE);
    long time = Scenario.START + Views.HOUR;
    Written written =
        train(
            write("corrupt.jsonl", List.of(line("u1", 777, time), line("u1", 1, time))),
            Blocks.CORRECTED,
            true);
    assertThat(written.rows.get(0)).containsEntry("item.views_last_1h", null);
    assertThat(written.rows.get(0).get("user.views_last_1h")).isNotNull();
    assertThat(written.rows.get(1).get("item.views_last_1h")).isNotNull();
    assertThat(written.result.problem().orElseThrow())
        .contains("spine row 1", "`test.item`", "2025-11-24T00:00:00Z", "version 9");
    assertThat(written.result.statuses()).containsEntry(FeatureStatus.CORRUPT, 8L);
  }

  @Test
  void infersTheRevisionFromTheTimeAndSaysSo() throws IOException {
    // All commits are of today, long after the rows: nothing had been published.
    Path file = write("approximate.jsonl", List.of(line("u1", 1, Scenario.START + Views.DAY)));
    Written written = train(file, Blocks.AS_SERVED, true);
    assertThat(written.rows.get(0))
        .containsEntry("_approximate", true)
        .containsEntry("item.views_last_1h", null);
    assertThat(written.result.approximate()).isEqualTo(1);
    assertThat(written.result.statuses())
        .containsOnlyKeys(FeatureStatus.STALE, FeatureStatus.NULL_KEY);
  }

  @Test
  void givesStatusesWhereAsked() throws IOException {
    List<String> spine =
        List.of(
            line("u1", 1, Scenario.START + 2 * Views.DAY),
            line("nobody", 99, Scenario.START + 2 * Views.DAY),
            line("u1", 1, Scenario.START + Views.HOUR),
            "{\"user_id\":\"u1\",\"item_id\":1,\"friend_id\":\"u2\",\"event_ts\":null}");
    Path output = root.resolve("statuses.out");
    TrainOptions plain =
        options(write("statuses.jsonl", spine), output, Blocks.CORRECTED, Format.JSONL, false);
    TrainResult result =
        trainingSet()
            .write(
                new TrainOptions(
                    plain.spine(),
                    "test.rank",
                    output,
                    plain.blocks(),
                    plain.format(),
                    Optional.empty(),
                    false,
                    false,
                    true),
                line -> {});
    List<Map<String, Object>> rows = read(output);
    assertThat(rows.get(0)).containsEntry("_status.item.views_last_1h", "ok");
    assertThat(rows.get(0)).containsEntry("_status.friend.views_last_1h", "null_key");
    assertThat(rows.get(1)).containsEntry("item.views_last_1h", 0L);
    assertThat(rows.get(1)).containsEntry("item.recent", List.of());
    assertThat(rows.get(2)).containsEntry("_status.item.views_last_2d", "incomplete");
    assertThat(rows.get(2)).containsEntry("item.views_last_2d", null);
    assertThat(rows.get(2)).containsEntry("_status.item.views_last_1h", "ok");
    assertThat(rows.get(3)).containsEntry("_status.item.views_last_1h", "no_time");
    assertThat(result.unseen()).isEqualTo(2);
  }

  @Test
  void anEmptySpineGivesAnEmptySet() throws IOException {
    Path file = write("empty.csv", List.of("user_id,item_id,friend_id,event_ts,other"));
    assertThat(train(file, Blocks.CORRECTED, false).rows).isEmpty();
    Path output = root.resolve("empty.parquet.out");
    trainingSet().write(options(file, output, Blocks.AS_SERVED, Format.PARQUET, false), line -> {});
    var read = spark.session().read().parquet(output.toString());
    assertThat(read.count()).isZero();
    assertThat(read.columns()).contains("other", "item.recent", "_approximate");
  }

  @Test
  void oneHotKeyOverSeveralFilesKeepsItsOrder() throws IOException {
    int count = StagedSpine.CHUNK_ROWS + 1000;
    Path file = root.resolve("hot.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("row,user_id,item_id,friend_id,event_ts\n");
      for (int i = 0; i < count; i++) {
        long time = Scenario.START + 2 * Views.DAY + (i * 7919L % count) * Views.MINUTE / 60;
        out.write(i + ",u1,0,," + Instants.format(time) + "\n");
      }
    }
    Path output = root.resolve("hot.out");
    TrainResult result =
        trainingSet().write(options(file, output, Blocks.CORRECTED, Format.JSONL, true), l -> {});
    assertThat(result.rows()).isEqualTo(count);
    assertThat(names(output)).containsExactly("_SUCCESS", "part-00000.jsonl", "part-00001.jsonl");
    List<Map<String, Object>> rows = read(output);
    for (int i = 0; i < count; i++) {
      if (i % 1000 == 0 || i == count - 1) {
        long time = Instants.parse((String) rows.get(i).get("event_ts"));
        assertThat(rows.get(i)).containsAllEntriesOf(new Asked("u1", 0, time).oracle());
      }
      assertThat(rows.get(i).get("row")).isEqualTo(Integer.toString(i));
    }
  }

  @Test
  void refusesAnUnknownSetAndColumnsThatCollide() throws IOException {
    Path file = write("set.jsonl", List.of(line("u1", 1, Scenario.START)));
    assertThatThrownBy(
            () ->
                trainingSet()
                    .write(
                        new TrainOptions(
                            file,
                            "nothing",
                            root.resolve("set.out"),
                            Blocks.CORRECTED,
                            Format.JSONL,
                            Optional.empty(),
                            false,
                            false,
                            false),
                        line -> {}))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("test.rank");
    Path collides =
        write("collides.csv", List.of("user_id,item_id,friend_id,event_ts,_approximate"));
    assertThatThrownBy(() -> train(collides, Blocks.AS_SERVED, false))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("`_approximate`");
  }

  /** A row's question, and the oracle's answer: all features from all events. */
  private record Asked(String user, long item, long time) {
    Map<String, Object> oracle() {
      List<Object> keys = Arrays.asList(user, item, null);
      SpineRow row = new SpineRow(0, keys, keys, time, null, Map.of(), null);
      List<FeatureValue> values = oracle.values(Views.SET, row);
      List<Type.Field> columns = ReferenceEngine.columns(Views.PLAN, Views.SET);
      Map<String, Object> byName = new HashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        String json = ValueJson.toJson(columns.get(i).type(), values.get(i).value());
        byName.put(columns.get(i).name(), Json.parse(json));
      }
      return byName;
    }
  }

  private record Written(TrainResult result, List<Map<String, Object>> rows) {}

  private static Written train(Path spine, Blocks blocks, boolean allowPartial) throws IOException {
    Path output = Files.createTempDirectory(root, "train").resolve("out");
    TrainResult result =
        trainingSet().write(options(spine, output, blocks, Format.JSONL, allowPartial), line -> {});
    return new Written(result, read(output));
  }

  private static long committedWatermark() {
    return tables.blocks().control().latest().watermark(Views.SOURCE).orElseThrow();
  }

  private static void commitWatermark(long micros) {
    Control control = Control.builder().watermark(Views.SOURCE, micros).build();
    tables.blocks().commit(List.of(), control, CommitId.unique("test"));
  }

  private static TrainingSet trainingSet() {
    return new TrainingSet(spark.session(), Views.PLAN, tables.blocks());
  }

  private static TrainOptions options(
      Path spine, Path output, Blocks blocks, Format format, boolean allowPartial) {
    return new TrainOptions(
        spine, "rank", output, blocks, format, Optional.empty(), allowPartial, false, false);
  }

  private static String line(String user, long item, long time) {
    return "{\"user_id\":\"%s\",\"item_id\":%d,\"friend_id\":null,\"event_ts\":\"%s\"}"
        .formatted(user, item, Instants.format(time));
  }

  private static Path write(String name, List<String> lines) throws IOException {
    return Files.write(root.resolve(name), lines);
  }

  private static List<Map<String, Object>> read(Path folder) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (String name : names(folder)) {
      if (name.endsWith(".jsonl")) {
        Files.readAllLines(folder.resolve(name)).forEach(line -> rows.add(Json.parseObject(line)));
      }
    }
    return rows;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

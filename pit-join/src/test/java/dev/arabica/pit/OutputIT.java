package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.json.Json;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.time.Instants;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.Control;
import dev.arabica.tables.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutputIT {
  private static final String MICROS = "yyyy-MM-dd''T''HH:mm:ss.SSSSSS''Z''";

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
                  World.scenario.served().get(18).revision(),
                  Instants.format(Scenario.START + (30 + i) * Views.HOUR)));
    }
    Path file = World.write("typed.jsonl", spine);
    List<Map<String, Object>> lines = World.train(file, Blocks.AS_SERVED, true).rows();

    Path output = World.root.resolve("typed.parquet.out");
    TrainResult result =
        World.trainingSet()
            .write(World.options(file, output, Blocks.AS_SERVED, Format.PARQUET, true), line -> {});
    assertThat(World.names(output)).containsExactly("_SUCCESS", "part-00000.parquet");
    assertThat(result.rows()).isEqualTo(40);
    assertThat(result.features()).isEqualTo(12);

    var read = World.spark.session().read().parquet(output.toString());
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

  @Test
  void givesStatusesWhereAsked() throws IOException {
    List<String> spine =
        List.of(
            World.line("u1", 1, Scenario.START + 2 * Views.DAY),
            World.line("nobody", 99, Scenario.START + 2 * Views.DAY),
            World.line("u1", 1, Scenario.START + Views.HOUR),
            "{\"user_id\":\"u1\",\"item_id\":1,\"friend_id\":\"u2\",\"event_ts\":null}");
    Path output = World.root.resolve("statuses.out");
    TrainOptions plain =
        World.options(
            World.write("statuses.jsonl", spine), output, Blocks.CORRECTED, Format.JSONL, false);
    TrainResult result =
        World.trainingSet()
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
    List<Map<String, Object>> rows = World.read(output);
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
    Path file = World.write("empty.csv", List.of("user_id,item_id,friend_id,event_ts,other"));
    assertThat(World.train(file, Blocks.CORRECTED, false).rows()).isEmpty();
    Path output = World.root.resolve("empty.parquet.out");
    World.trainingSet()
        .write(World.options(file, output, Blocks.AS_SERVED, Format.PARQUET, false), line -> {});
    var read = World.spark.session().read().parquet(output.toString());
    assertThat(read.count()).isZero();
    assertThat(read.columns()).contains("other", "item.recent", "_approximate");
  }

  @Test
  void aCorruptBlockCostsItsOwnKeyAndIsNamed() throws IOException {
    byte[] key = KeyCodec.encode(Views.ITEM.keyTypes(), List.of(777L));
    BlockRow bad =
        BlockRow.of(key, Scenario.START, World.BASE, "pack-item", new byte[] {9, 9}, Origin.REPAIR);
    new BlockLog(World.tables.blocks()).commit(List.of(bad), Control.NONE);
    long time = Scenario.START + Views.HOUR;
    World.Written written =
        World.train(
            World.write(
                "corrupt.jsonl", List.of(World.line("u1", 777, time), World.line("u1", 1, time))),
            Blocks.CORRECTED,
            true);
    assertThat(written.rows().get(0)).containsEntry("item.views_last_1h", null);
    assertThat(written.rows().get(0).get("user.views_last_1h")).isNotNull();
    assertThat(written.rows().get(1).get("item.views_last_1h")).isNotNull();
    assertThat(written.result().problem().orElseThrow())
        .contains("spine row 1", "`test.item`", "2025-11-24T00:00:00Z", "cut short");
    assertThat(written.result().statuses()).containsEntry(FeatureStatus.CORRUPT, 8L);
  }

  /** Spark's own JSON leaves nulls out. */
  private static Object comparable(Object value) {
    if (value instanceof String text && text.matches("\\d{4}-.*Z")) {
      return Instants.parse(text);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(OutputIT::comparable).toList();
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
}

package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.time.Instants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrectedIT {
  @Test
  void correctedEqualsTheOracleOverAllEvents() throws IOException {
    Random random = new Random(2);
    List<String> spine = new ArrayList<>();
    List<World.Asked> asked = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      World.Asked next =
          i % 7 == 6
              ? asked.get(i - 1)
              : new World.Asked(
                  "u" + random.nextInt(Scenario.USERS),
                  random.nextInt(Scenario.ITEMS),
                  Scenario.START + (long) (random.nextDouble() * 3 * Views.DAY));
      asked.add(next);
      spine.add(
          "{\"user_id\":\"%s\",\"item_id\":%d,\"friend_id\":null,\"event_ts\":\"%s\",\"row\":%d,\"w\":%s}"
              .formatted(
                  next.user(),
                  next.item(),
                  Instants.format(next.time()),
                  i,
                  i % 2 == 0 ? "0.5" : "null"));
    }
    World.Written written =
        World.train(World.write("corrected.jsonl", spine), Blocks.CORRECTED, true);
    assertThat(written.rows()).hasSize(300);
    for (int i = 0; i < 300; i++) {
      Map<String, Object> row = written.rows().get(i);
      assertThat(row).containsEntry("row", (long) i).containsEntry("w", i % 2 == 0 ? 0.5 : null);
      assertThat(row).doesNotContainKey("_approximate");
      assertThat(row).containsAllEntriesOf(asked.get(i).oracle());
      assertThat(row).containsEntry("friend.views_last_1h", null);
    }
    assertThat(written.result().statuses())
        .containsOnlyKeys(FeatureStatus.OK, FeatureStatus.NULL_KEY)
        .containsEntry(FeatureStatus.NULL_KEY, 600L);
  }

  @Test
  void oneHotKeyOverSeveralFilesKeepsItsOrder() throws IOException {
    int count = StagedSpine.CHUNK_ROWS + 1000;
    Path file = World.root.resolve("hot.csv");
    try (var out = Files.newBufferedWriter(file)) {
      out.write("row,user_id,item_id,friend_id,event_ts\n");
      for (int i = 0; i < count; i++) {
        long time = Scenario.START + 2 * Views.DAY + (i * 7919L % count) * Views.MINUTE / 60;
        out.write(i + ",u1,0,," + Instants.format(time) + "\n");
      }
    }
    Path output = World.root.resolve("hot.out");
    TrainResult result =
        World.trainingSet()
            .write(World.options(file, output, Blocks.CORRECTED, Format.JSONL, true), l -> {});
    assertThat(result.rows()).isEqualTo(count);
    assertThat(World.names(output))
        .containsExactly("_SUCCESS", "part-00000.jsonl", "part-00001.jsonl");
    List<Map<String, Object>> rows = World.read(output);
    for (int i = 0; i < count; i++) {
      if (i % 1000 == 0 || i == count - 1) {
        long time = Instants.parse((String) rows.get(i).get("event_ts"));
        assertThat(rows.get(i)).containsAllEntriesOf(new World.Asked("u1", 0, time).oracle());
      }
      assertThat(rows.get(i).get("row")).isEqualTo(Integer.toString(i));
    }
  }
}

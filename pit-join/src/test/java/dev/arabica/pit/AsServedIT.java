package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.Control;
import dev.arabica.tables.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class AsServedIT {
  @Test
  void asServedEqualsTheStraightforwardAssembly() throws IOException {
    Random random = new Random(1);
    List<String> spine = new ArrayList<>();
    List<Map<String, Object>> expected = new ArrayList<>();
    spine.add(
        "note,friend_id,event_ts,item_id,user_id,read_revision,feature_watermark.user,feature_watermark");
    for (int i = 0; i < 250; i++) {
      Scenario.Served served =
          World.scenario.served().get(random.nextInt(World.scenario.served().size()));
      long watermark =
          Window.floor(served.watermark(), World.BASE) - random.nextInt(3) * World.BASE;
      long userWatermark = random.nextBoolean() ? watermark : watermark - 3 * World.BASE;
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
          World.straightforward.values(
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
    Path file = World.root.resolve("as-served.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(String.join("\n", spine).getBytes(StandardCharsets.UTF_8));
    }

    World.Written written = World.train(file, Blocks.AS_SERVED, false);
    assertThat(written.rows()).hasSize(250);
    for (int i = 0; i < 250; i++) {
      Map<String, Object> row = written.rows().get(i);
      assertThat(row).containsEntry("note", "n, " + i).containsEntry("_approximate", false);
      assertThat(row).containsAllEntriesOf(expected.get(i));
    }
    assertThat(written.result().statuses())
        .containsKeys(FeatureStatus.OK, FeatureStatus.INCOMPLETE);
    assertThat(written.result().approximate()).isZero();
    assertThat(expected.stream().map(row -> row.get("item.views_last_1h")).distinct().count())
        .isGreaterThan(5);
  }

  @Test
  void readsWhatWasCommittedByTheRowsTimeWhereItHasNoRevision() throws IOException {
    long now = Instants.toMicros(Instant.now());
    View view = new View(1, "late", 500, 7L, 1.5, now - 10 * Views.MINUTE, now);
    BlockLog log = new BlockLog(World.tables.blocks());
    List<BlockRow> rows = log.changed(Views.ITEM, List.of(view), World.BASE, Origin.STREAM);
    log.commit(rows, Control.builder().watermark(Views.SOURCE, now + 2 * Views.HOUR).build());
    Path file =
        World.write(
            "by-time.jsonl",
            List.of(
                World.line("late", 500, now + Views.MINUTE),
                World.line("x", 500, now - Views.HOUR)));
    World.Written written = World.train(file, Blocks.AS_SERVED, false);
    assertThat(written.rows().get(0))
        .containsEntry("_approximate", true)
        .containsEntry("item.views_last_1h", 1L)
        .containsEntry("item.ms_last_1h", 7L);
    assertThat(written.rows().get(1)).containsEntry("item.views_last_1h", null);
    assertThat(written.result().approximate()).isEqualTo(2);
  }

  @Test
  void infersTheRevisionFromTheTimeAndSaysSo() throws IOException {
    // All commits are of today, long after the rows: nothing had been published.
    Path file =
        World.write("approximate.jsonl", List.of(World.line("u1", 1, Scenario.START + Views.DAY)));
    World.Written written = World.train(file, Blocks.AS_SERVED, true);
    assertThat(written.rows().get(0))
        .containsEntry("_approximate", true)
        .containsEntry("item.views_last_1h", null);
    assertThat(written.result().approximate()).isEqualTo(1);
    assertThat(written.result().statuses())
        .containsOnlyKeys(FeatureStatus.STALE, FeatureStatus.NULL_KEY);
  }
}

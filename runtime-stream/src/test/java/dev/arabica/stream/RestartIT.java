package dev.arabica.stream;

import static dev.arabica.core.time.Instants.MICROS_PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.time.Instants;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.tables.BlockCommit;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed in the middle of the feed, and restarted on a topic that has fallen quiet. */
class RestartIT {
  private static final long T0 = Instants.parse("2025-11-29T16:00:00Z");
  private static final long END = T0 + 60 * MICROS_PER_MINUTE;
  private static final int VIEWS = 12_000;
  private static final int BURST = 200;

  private final List<View> counted = new ArrayList<>();

  @Test
  void noBlockIsLostOrDoubled(@TempDir Path folder) throws Exception {
    try (StreamFixture fixture = new StreamFixture(folder)) {
      Thread feed = new Thread(() -> feed(fixture), "feed");
      feed.start();
      killAfter(fixture, VIEWS / 6);
      killAfter(fixture, VIEWS / 2);
      feed.join();
      // Every record is consumed and in a checkpoint, yet the last blocks are open.
      killAfter(fixture, VIEWS);
      requireOpenBlocks(fixture);
      try (ChildStream last = fixture.stream("--quiet-after", "1s")) {
        last.awaitWatermark(END);
        assertThat(last.terminate()).isEqualTo(143);
      }
      requireTables(fixture);
    }
  }

  /** Slowly enough to be still at it when the stream is killed. */
  private void feed(StreamFixture fixture) {
    Random random = new Random(11);
    long step = (END - T0) / VIEWS;
    for (int i = 0; i < VIEWS; i++) {
      long jitter = random.nextInt(1_900_000);
      long at = Math.max(T0, T0 + (i + 1) * step - jitter - 1);
      View view = new View("r" + i, "u" + random.nextInt(40), (long) i % 5, (long) i, at);
      fixture.send(view);
      counted.add(view);
      if (i % BURST == 0) {
        fixture.flush();
        rest();
      }
    }
    fixture.flush();
  }

  private static void rest() {
    try {
      Thread.sleep(250);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** So long a wait for quiet that only the feed moves the clock. */
  private static void killAfter(StreamFixture fixture, long admitted) throws Exception {
    try (ChildStream stream = fixture.stream("--quiet-after", "60s")) {
      stream.awaitCount(Count.ADMITTED, admitted);
      stream.kill();
    }
  }

  /** Without a watermark all are: on a slow machine the kill may come before the first one. */
  private static void requireOpenBlocks(StreamFixture fixture) {
    try (Tables tables = Tables.open(fixture.environment())) {
      OptionalLong told = tables.blocks().control().latest().watermark(ViewsPlan.SOURCE);
      assertThat(told.orElse(Long.MIN_VALUE)).isLessThan(END);
    }
  }

  private void requireTables(StreamFixture fixture) throws Exception {
    try (Tables tables = Tables.open(fixture.environment())) {
      assertThat(Recount.of(tables.blocks())).isEqualTo(Recount.of(counted));
      assertThat(Raw.ids(tables)).hasSize(VIEWS);
      assertThat(new HashSet<>(Raw.ids(tables))).hasSize(VIEWS);
      requireRisingWatermarks(tables.blocks().commitsAfter(0));
      requireWholePacks(tables.blocks().control().latest());
    }
  }

  /** What each run has built follows on what the run before had. */
  private static void requireWholePacks(ControlState control) {
    Map<String, TimeRanges> packs = control.coverage().get(ViewsPlan.SOURCE).packs();
    assertThat(packs).hasSize(2);
    assertThat(packs.values()).containsOnly(TimeRanges.ALL);
  }

  private static void requireRisingWatermarks(List<BlockCommit> commits) {
    long last = Long.MIN_VALUE;
    for (BlockCommit commit : commits) {
      Long watermark = commit.control().watermarks().get(ViewsPlan.SOURCE);
      if (watermark != null) {
        assertThat(watermark).isGreaterThanOrEqualTo(last);
        last = watermark;
      }
    }
    assertThat(last).isGreaterThanOrEqualTo(END);
  }
}

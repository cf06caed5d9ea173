package dev.arabica.pit;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Instants;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.Control;
import dev.arabica.tables.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Three days of views, some late, as a stream and two repairs leave them behind: blocks in several
 * revisions, sealed days with coarse blocks, and rows that the fence must keep out.
 */
final class Scenario {
  static final long START = Instants.parse("2025-11-24T00:00:00Z");
  static final long END = START + 3 * Views.DAY;
  static final int ITEMS = 12;
  static final int USERS = 8;

  private static final long STEP = 6 * Views.HOUR;
  private static final List<GroupPlan> GROUPS = List.of(Views.ITEM, Views.USER);

  private final Random random = new Random(20251124);
  private final List<View> views = new ArrayList<>();
  private final List<Served> served = new ArrayList<>();
  private final BlockLog log;
  private long clock = START;

  private Scenario(BlockTable table) {
    log = new BlockLog(table);
  }

  /** A revision that a lookup could have read, and the watermark it would have got. */
  record Served(long revision, long watermark) {}

  static Scenario write(BlockTable table) {
    Scenario scenario = new Scenario(table);
    scenario.makeViews();
    scenario.stream(START + 40 * Views.HOUR);
    scenario.repair(START, START + Views.DAY);
    scenario.writeBehindTheFence();
    scenario.stream(END + 2 * Views.DAY);
    scenario.repair(START, END);
    scenario.writeBehindTheFence();
    return scenario;
  }

  BlockLog log() {
    return log;
  }

  List<View> views() {
    return views;
  }

  List<Served> served() {
    return served;
  }

  private void makeViews() {
    for (int i = 0; i < 3000; i++) {
      long time = START + (long) (random.nextDouble() * (END - START));
      long delay = random.nextInt(20) == 0 ? 30 * Views.HOUR : Views.MINUTE;
      views.add(
          new View(
              i,
              "u" + random.nextInt(USERS),
              random.nextInt(3) == 0 ? 0 : random.nextInt(ITEMS),
              random.nextInt(10) == 0 ? null : random.nextLong(100_000),
              random.nextInt(10) == 0 ? null : random.nextGaussian() * 1e6,
              time,
              time + (long) (random.nextDouble() * delay)));
    }
  }

  /** The stream: what has arrived, but nothing for blocks that ended more than an hour ago. */
  private void stream(long until) {
    while (clock < until) {
      long before = clock;
      clock = Math.min(clock + STEP, until);
      List<View> arrived =
          views.stream()
              .filter(v -> v.arrival() < clock && v.time() >= before - Views.HOUR)
              .toList();
      List<BlockRow> rows = new ArrayList<>();
      for (GroupPlan group : GROUPS) {
        log.changed(group, arrived, 5 * Views.MINUTE, Origin.STREAM).stream()
            .filter(row -> row.start() < clock && row.start() >= before - Views.HOUR)
            .forEach(rows::add);
      }
      Control control =
          Control.builder()
              .streamed(Views.SOURCE)
              .completeFrom(Views.SOURCE, START)
              .watermark(Views.SOURCE, clock - 7 * Instants.MICROS_PER_SECOND)
              .build();
      commit(rows, control);
    }
  }

  private void repair(long from, long to) {
    List<View> all =
        views.stream()
            .filter(v -> v.arrival() < clock && v.time() >= from && v.time() < to)
            .toList();
    List<BlockRow> rows = new ArrayList<>();
    Control.Builder control = Control.builder();
    for (GroupPlan group : GROUPS) {
      for (long size : group.ladder().sizes()) {
        rows.addAll(log.changed(group, all, size, Origin.REPAIR));
      }
      control.sealed(group.packs().get(0).id(), from, to);
    }
    commit(rows, control.build());
  }

  /** A stream that came back from an old checkpoint: its rows for sealed hours are wrong. */
  private void writeBehindTheFence() {
    List<View> wrong =
        views.stream()
            .filter(v -> v.time() < START + Views.DAY)
            .map(v -> new View(v.id(), v.user(), v.item(), 999_999L, -1.0, v.time(), v.arrival()))
            .toList();
    List<BlockRow> rows = new ArrayList<>();
    for (GroupPlan group : GROUPS) {
      rows.addAll(log.changed(group, wrong, 5 * Views.MINUTE, Origin.STREAM));
    }
    commit(rows, Control.NONE);
  }

  private void commit(List<BlockRow> rows, Control control) {
    long revision = log.commit(rows, control);
    served.add(new Served(revision, clock - 7 * Instants.MICROS_PER_SECOND));
  }
}

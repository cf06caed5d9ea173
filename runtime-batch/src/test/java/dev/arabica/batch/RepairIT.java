package dev.arabica.batch;

import static dev.arabica.batch.Plans.BASE;
import static dev.arabica.batch.Plans.DAY;
import static dev.arabica.batch.Plans.HOUR;
import static dev.arabica.batch.Plans.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.intake.Event;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.TableFileWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Repair with real Spark and Iceberg, against a recount. */
class RepairIT {
  private static final long DAY_START = 20_000 * DAY;
  private static final Map<Long, Long> NOTHING = Map.of();

  @TempDir Path folder;

  @Test
  void batchBuiltBlocksEqualTheRecount() {
    try (World world = new World(folder, Plans.deduplicated(HOUR))) {
      // Two whole days and a part of a third.
      long end = DAY_START + 2 * DAY + 5 * HOUR + 20 * MINUTE;
      world.raw(world.make.random(new Random(1), 3000, DAY_START + 3 * HOUR, end), end);
      RepairReport report = world.repair();

      assertThat(world.visible()).isEqualTo(world.expected(end));
      assertThat(report.rowsRead()).isEqualTo(3000);
      assertThat(report.duplicates()).isPositive();
      assertThat(report.skippedNaN()).isPositive();
      assertThat(report.nullKeys()).isPositive();
      assertThat(report.changed()).containsOnlyKeys(BASE, HOUR, DAY);
      assertThat(report.hoursSealed()).isEqualTo(53);
      String pack = world.plan.groups().get(0).packs().get(0).id();
      assertThat(world.state().sealed(pack).covers(DAY_START, DAY_START + 53 * HOUR)).isTrue();
      assertThat(world.state().sealed(pack).sealedAt(DAY_START + 53 * HOUR))
          .isEqualTo(SealedRanges.NOT_SEALED);
      assertThat(world.state().watermark(world.source.name())).hasValue(end);

      RepairReport again = world.repair();
      assertThat(again.committed()).isFalse();
      assertThat(again.changed()).isEqualTo(NOTHING);
      assertThat(again.revision()).isEqualTo(report.revision());
      RepairReport forced = world.repair(DAY_START, end);
      assertThat(forced.committed()).isFalse();
      assertThat(forced.blocksChecked()).isGreaterThan(again.blocksChecked());
    }
  }

  @Test
  void correctsWhatTheStreamWroteAndNothingElse() {
    try (World world = new World(folder, Plans.plain())) {
      long t = DAY_START + 10 * HOUR;
      List<Event> fine = new ArrayList<>();
      for (int i = 0; i < 24; i++) {
        fine.add(world.make.play(t + i * BASE + 1, "ann", i));
        fine.add(world.make.play(t + i * BASE + 2, "bob", i));
      }
      Event lost = world.make.play(t + 7 * MINUTE, "ann", 99);
      Event missing = world.make.play(t + 90 * MINUTE, "cyd", 98);
      Event neverSent = world.make.play(t + 20 * MINUTE, "dan", 97);
      Event open = world.make.play(t + 4 * HOUR - 1, "ann", 96);
      world.raw(concat(fine, lost, missing, open), t + 4 * HOUR);
      List<BlockRow> rows = new ArrayList<>(world.streamed(fine));
      rows.addAll(world.streamed(List.of(neverSent)));
      // Not what raw says, but the stream's own until its lateness has passed.
      rows.addAll(world.streamed(List.of(world.make.play(t + 4 * HOUR - 2, "ann", 1))));
      long streamed = world.stream(rows, t + 4 * HOUR);

      RepairReport report = world.repair();

      assertThat(report.changed().get(BASE)).isEqualTo(3 + videoBlocks(world, t));
      Map<String, String> visible = world.visible();
      String own =
          visible.keySet().stream()
              .filter(k -> k.endsWith(" " + (t + 47 * BASE)))
              .findAny()
              .orElseThrow();
      assertThat(visible.remove(own)).isNotNull();
      assertThat(visible).isEqualTo(world.expected(t + 4 * HOUR - 10 * MINUTE));
      assertThat(world.state().watermark(world.source.name())).hasValue(t + 4 * HOUR);
      assertThat(Recount.visible(world.plan, world.tables.blocks(), streamed)).hasSize(rows.size());
      assertThat(world.repair().committed()).isFalse();
    }
  }

  /** The stream of this test wrote none of the group by video. */
  private static long videoBlocks(World world, long from) {
    String pack = world.plan.groups().get(1).packs().get(0).id().substring(0, 6);
    return world.expected(from + 4 * HOUR - 10 * MINUTE).keySet().stream()
        .filter(name -> name.startsWith(pack) && name.contains(" 5m "))
        .count();
  }

  @Test
  void lateRowsReachSealedHoursAndTheirRollUps() {
    try (World world = new World(folder, Plans.plain())) {
      long end = DAY_START + DAY + 6 * HOUR;
      world.raw(world.make.random(new Random(2), 500, DAY_START, end), end);
      world.repair();
      Map<String, String> before = world.visible();
      assertThat(before).isEqualTo(world.expected(end));

      Event late = world.make.play(DAY_START + 8 * HOUR + 1, "user1", 3);
      Event lateToday = world.make.play(DAY_START + DAY + 2 * HOUR + 1, "user1", 3);
      world.raw(List.of(late, lateToday), end);
      RepairReport report = world.repair();

      assertThat(report.lateRows()).isEqualTo(2);
      assertThat(report.hoursSealed()).isZero();
      // By user and by video: two base blocks, two hours, one sealed day.
      assertThat(report.changed()).isEqualTo(Map.of(BASE, 4L, HOUR, 4L, DAY, 2L));
      assertThat(report.rowsRead()).isLessThan(100);
      assertThat(world.visible()).isEqualTo(world.expected(end)).isNotEqualTo(before);
      assertThat(world.repair().committed()).isFalse();
    }
  }

  @Test
  void theWinnerOfDuplicatesMaySitInAnotherBlock() {
    try (World world = new World(folder, Plans.deduplicated(DAY))) {
      long end = DAY_START + DAY;
      Event first = world.make.play(DAY_START + 15 * HOUR, "ann", 1, 1L, 1.0, "same");
      Event other = world.make.play(DAY_START + 15 * HOUR, "ann", 1, 1L, 1.0, "other");
      Event tie = world.make.play(DAY_START + 16 * HOUR, "ann", 5, 9L, 1.0, "tie");
      Event least = world.make.play(DAY_START + 16 * HOUR, "ann", 4, 9L, 1.0, "tie");
      world.raw(List.of(first, other, tie, least), end);
      assertThat(world.repair().duplicates()).isEqualTo(1);
      assertThat(world.visible()).isEqualTo(world.expected(end));

      // Hours earlier, all hours being sealed: the block that held the loser has to change too.
      world.raw(List.of(world.make.play(DAY_START + 2 * HOUR, "bob", 2, 2L, 2.0, "same")), end);
      world.repair();
      assertThat(world.visible()).isEqualTo(world.expected(end));

      // Of the day before: not a duplicate.
      world.raw(List.of(world.make.play(DAY_START - HOUR, "ann", 2, 2L, 2.0, "same")), end);
      world.repair();
      assertThat(world.visible()).isEqualTo(world.expected(end));
    }
  }

  @Test
  void streamRowsAfterTheSealAreIgnored() {
    try (World world = new World(folder, Plans.plain())) {
      long t = DAY_START;
      List<Event> events =
          List.of(world.make.play(t + 1, "ann", 1), world.make.play(t + BASE, "ann", 2));
      world.raw(events, t + 2 * HOUR);
      world.stream(world.streamed(events), t + 2 * HOUR);
      world.repair();
      Map<String, String> sealed = world.visible();

      // A stream that was restored from an old checkpoint has seen one of the rows only.
      Event stale = world.make.play(t + 2, "ann", 7);
      world.stream(world.streamed(List.of(stale)), t + 2 * HOUR);
      assertThat(world.visible()).isEqualTo(sealed);
      assertThat(world.repair().committed()).isFalse();
      assertThat(world.repair(t, t + HOUR).committed()).isFalse();
    }
  }

  @Test
  void aRangeIsRepairedAloneAndTheRestStaysDue() {
    try (World world = new World(folder, Plans.plain())) {
      long end = DAY_START + 6 * HOUR;
      world.raw(world.make.random(new Random(4), 300, DAY_START, end), end);
      RepairReport part = world.repair(DAY_START + 2 * HOUR + 1, DAY_START + 3 * HOUR);
      assertThat(part.hoursSealed()).isEqualTo(1);
      assertThat(world.state().watermark(world.source.name())).isEmpty();
      assertThat(world.state().repairedRaw(world.source.name())).isEmpty();
      String pack = world.plan.groups().get(0).packs().get(0).id();
      assertThat(world.state().sealed(pack).ranges())
          .extracting(SealedRanges.Range::from)
          .containsExactly(DAY_START + 2 * HOUR);
      assertThat(world.state().covered(world.source.name(), pack))
          .isEqualTo(TimeRanges.of(DAY_START + 2 * HOUR, DAY_START + 3 * HOUR));

      world.repair();
      assertThat(world.visible()).isEqualTo(world.expected(end));
      assertThat(world.state().covered(world.source.name(), pack).covers(DAY_START, end)).isTrue();
      assertThat(world.state().watermark(world.source.name())).hasValue(end);
    }
  }

  @Test
  void aRangeRepairedFirstDoesNotHideTheHistoryOfANewPack() {
    Plan both = Plans.plain();
    long end = DAY_START + 6 * HOUR;
    List<Event> events;
    try (World before = new World(folder, only(both, 0))) {
      events = before.make.random(new Random(4), 300, DAY_START - DAY, end);
      before.raw(events, end);
      before.repair();
    }
    try (World world = new World(folder, only(both, 1))) {
      world.repair(DAY_START + 2 * HOUR, DAY_START + 3 * HOUR);
      world.repair();
      BlockTable blocks = world.tables.blocks();
      assertThat(Recount.visible(both, blocks, blocks.revision()))
          .isEqualTo(Recount.expected(both, events, end));
      assertThat(world.repair().committed()).isFalse();
    }
  }

  @Test
  void aLaterAggregateIsBuiltOnceBesideWhatIsStored() {
    long end = DAY_START + DAY + 6 * HOUR;
    List<Event> events;
    Map<String, String> stored;
    try (World before = new World(folder, Plans.plain())) {
      events = before.make.random(new Random(5), 300, DAY_START, end);
      before.raw(events, end);
      before.repair();
      stored = before.visible();
    }
    try (World world = new World(folder, Plans.later())) {
      RepairReport report = world.repair();

      BlockTable blocks = world.tables.blocks();
      Map<String, String> all = Recount.expected(world.plan, events, end);
      assertThat(Recount.visible(world.plan, blocks, blocks.revision()))
          .isEqualTo(all)
          .containsAllEntriesOf(stored);
      // Two groups read the new pack, of which every block is written once.
      assertThat(world.plan.groups().get(2).packs()).isEqualTo(world.plan.groups().get(0).packs());
      assertThat(report.changed().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(all.size() - stored.size());
      assertThat(world.repair().committed()).isFalse();
    }
  }

  /** It goes on with the plan that it was started with, so that batch alone builds the new pack. */
  @Test
  void aPackThatTheRunningStreamDoesNotKnowIsBuiltUpToItsWatermark() {
    long t = DAY_START + 10 * HOUR;
    List<Event> events;
    try (World before = new World(folder, Plans.plain())) {
      events = before.make.random(new Random(6), 200, DAY_START, t);
      before.raw(events, t);
      before.stream(List.of(), t);
      before.repair();
    }
    try (World world = new World(folder, Plans.later())) {
      String old = world.plan.groups().get(0).packs().get(0).id();
      String fresh = world.plan.groups().get(0).packs().get(1).id();
      assertThat(completeFrom(world, old, t)).isEqualTo(Long.MIN_VALUE);
      assertThat(completeFrom(world, fresh, t)).isEqualTo(Long.MAX_VALUE);

      RepairAttempt attempt = attempt(world);
      streamOf(world, old, t);
      assertThat(attempt.commit()).isPresent();
      assertThat(completeFrom(world, fresh, t)).isEqualTo(Long.MIN_VALUE);
      assertThat(baseBlocks(world.visible(), fresh))
          .isEqualTo(baseBlocks(Recount.expected(world.plan, events, t), fresh));
      assertThat(world.repair().committed()).isFalse();

      long later = t + 2 * BASE;
      Event late = world.make.play(t - MINUTE, "ann", 1);
      world.raw(List.of(late), later);
      streamOf(world, old, later);
      assertThat(completeFrom(world, fresh, t)).isEqualTo(Long.MIN_VALUE);
      assertThat(completeFrom(world, fresh, later)).isEqualTo(Long.MAX_VALUE);
      world.repair();
      assertThat(completeFrom(world, fresh, later)).isEqualTo(Long.MIN_VALUE);
      assertThat(baseBlocks(world.visible(), fresh))
          .isEqualTo(baseBlocks(Recount.expected(world.plan, concat(events, late), later), fresh));
    }
  }

  /** A commit of the stream that was started with one pack, with a block where repair works. */
  private static void streamOf(World world, String pack, long watermark) {
    String name = world.source.name();
    long start = DAY_START + 10 * HOUR;
    Control control =
        Control.builder()
            .streamed(name)
            .watermark(name, watermark)
            .built(name, Map.of(pack, TimeRanges.of(start, watermark)))
            .build();
    TableFileWriter<BlockRow> writer = world.tables.blocks().newFileWriter();
    world.streamed(List.of(world.make.play(start - 1, "eve", 1))).forEach(writer::add);
    world.tables.blocks().commit(writer.finish(), control, CommitId.unique("stream"));
  }

  private static long completeFrom(World world, String pack, long hi) {
    return world.state().completeFrom(world.source.name(), pack, hi);
  }

  private static Map<String, String> baseBlocks(Map<String, String> blocks, String pack) {
    Map<String, String> some = new TreeMap<>(blocks);
    some.keySet()
        .removeIf(name -> !name.startsWith(pack.substring(0, 6)) || !name.contains(" 5m "));
    return some;
  }

  @Test
  void aPackThatWasDroppedGetsTheRowsThatCameMeanwhile() {
    long end = DAY_START + 6 * HOUR;
    Plan both = Plans.plain();
    String dropped = both.groups().get(1).packs().get(0).id();
    List<Event> events;
    try (World world = new World(folder, both)) {
      world
          .tables
          .blocks()
          .commit(
              List.of(),
              Control.builder().completeFrom(world.source.name(), Long.MIN_VALUE).build(),
              CommitId.unique("ingest"));
      world.raw(world.make.random(new Random(7), 200, DAY_START, end), end);
      world.repair();
      events = world.events;
    }
    try (World world = new World(folder, only(both, 0))) {
      Event late = world.make.play(DAY_START + 2 * HOUR, "ann", 1);
      Event next = world.make.play(end + 1, "ann", 2);
      world.raw(List.of(late, next), end + HOUR);
      events = concat(events, late, next);
      world.repair();
      assertThat(world.repair().committed()).isFalse();
    }
    try (World world = new World(folder, both)) {
      assertThat(completeFrom(world, dropped, DAY_START + 2 * HOUR)).isEqualTo(Long.MIN_VALUE);
      assertThat(completeFrom(world, dropped, end)).isEqualTo(DAY_START + 3 * HOUR);
      assertThat(completeFrom(world, dropped, end + HOUR)).isEqualTo(Long.MAX_VALUE);

      world.repair();
      assertThat(completeFrom(world, dropped, end + HOUR)).isEqualTo(Long.MIN_VALUE);
      assertThat(world.visible()).isEqualTo(Recount.expected(both, events, end + HOUR));
      assertThat(world.repair().committed()).isFalse();
    }
  }

  @Test
  void theFirstPackOfARepairedSourceIsNotWholeUntilItIsBuilt() {
    long end = DAY_START + 2 * HOUR;
    Plan plain = Plans.plain();
    try (World world = new World(folder, new Plan(plain.sources(), List.of(), List.of()))) {
      world.raw(world.make.random(new Random(8), 20, DAY_START, end), end);
      world.repair();
      assertThat(world.state().watermark(world.source.name())).hasValue(end);
    }
    try (World world = new World(folder, plain)) {
      String source = world.source.name();
      String pack = plain.groups().get(0).packs().get(0).id();
      assertThat(world.state().covered(source, pack)).isEqualTo(TimeRanges.NONE);
      world.repair();
      assertThat(world.state().covered(source, pack).covers(DAY_START, end)).isTrue();
    }
  }

  private static Plan only(Plan plan, int group) {
    return new Plan(plan.sources(), List.of(plan.groups().get(group)), List.of());
  }

  @Test
  void givesUpWhatOthersHaveWrittenMeanwhile() {
    try (World world = new World(folder, Plans.plain())) {
      long t = DAY_START + HOUR;
      List<Event> events = List.of(world.make.play(t + 1, "ann", 1));
      world.raw(events, t + 3 * HOUR);
      world.stream(world.streamed(events), t + 3 * HOUR);
      RepairAttempt beaten = attempt(world);
      world.stream(world.streamed(List.of(world.make.play(t + 1, "ann", 2))), t + 3 * HOUR);
      assertThat(beaten.commit()).isEmpty();

      // What the stream writes into hours of its own is no conflict, nor is a watermark.
      RepairAttempt free = attempt(world);
      world.stream(world.streamed(List.of(world.make.play(t + 4 * HOUR, "ann", 2))), t + 4 * HOUR);
      assertThat(free.commit()).isPresent();

      // Nor what another source's stream writes, which may be far behind.
      world.raw(List.of(world.make.play(t + 3, "ann", 1)), t + 4 * HOUR);
      RepairAttempt apart = attempt(world);
      world.streamOf(
          "test.another", world.streamed(List.of(world.make.play(t + 1, "bob", 2))), t + HOUR);
      assertThat(apart.commit()).isPresent();

      world.raw(List.of(world.make.play(t + 2, "ann", 1)), t + 4 * HOUR);
      RepairAttempt second = attempt(world);
      world
          .tables
          .blocks()
          .commit(
              List.of(),
              Control.builder().repairedRaw(world.source.name(), 1).build(),
              CommitId.unique("other repair"));
      assertThat(second.commit()).isEmpty();
    }
  }

  private static RepairAttempt attempt(World world) {
    RepairAttempt attempt = new RepairAttempt(world.spark(), world.tables, world.plan, line -> {});
    attempt.build(null);
    return attempt;
  }

  @Test
  void nothingToDoIsNoError() {
    try (World world = new World(folder, Plans.plain())) {
      assertThat(world.repair().committed()).isFalse();
      world.raw(List.of(), DAY_START);
      RepairReport report = world.repair();
      assertThat(report.changed()).isEqualTo(NOTHING);
      assertThat(world.state().watermark(world.source.name())).hasValue(DAY_START);
    }
  }

  private static List<Event> concat(List<Event> events, Event... more) {
    List<Event> all = new ArrayList<>(events);
    all.addAll(List.of(more));
    return all;
  }
}

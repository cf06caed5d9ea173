package dev.arabica.batch;

import static dev.arabica.batch.Plans.BASE;
import static dev.arabica.batch.Plans.DAY;
import static dev.arabica.batch.Plans.HOUR;
import static dev.arabica.batch.Plans.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.batch.RepairPlanner.PackRepair;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RepairPlannerTest {
  private static final long D = 20_000 * DAY;
  private static final long START = D - 30 * DAY;
  private static final long LATE = 10 * MINUTE;
  private static final Plan PLAIN = Plans.plain();
  private static final SealedRanges TEN_HOURS = SealedRanges.NONE.plus(D, D + 10 * HOUR, 3);

  @Test
  void everySettledBlockIsRebuiltAndEveryWholeHourSealed() {
    long settled = D + 5 * HOUR + 33 * MINUTE;
    PackRepair repair = plan(PLAIN, settled, SealedRanges.NONE, TimeRanges.NONE, null);
    assertThat(repair.rebuilt()).isEqualTo(TimeRanges.of(D, D + 5 * HOUR + 6 * BASE));
    assertThat(repair.newlySealed()).isEqualTo(TimeRanges.of(D, D + 5 * HOUR));
    assertThat(repair.left().isEmpty()).isTrue();
    assertThat(repair.whole()).isEqualTo(TimeRanges.of(START, settled));
  }

  @Test
  void aSealedHourIsRebuiltOnlyIfItReceivedRows() {
    TimeRanges received =
        TimeRanges.of(D + 4 * HOUR, D + 5 * HOUR)
            .union(TimeRanges.of(D + 11 * HOUR, D + 12 * HOUR));
    PackRepair repair = plan(PLAIN, D + 10 * HOUR + BASE, TEN_HOURS, received, null);
    assertThat(repair.rebuilt())
        .isEqualTo(
            TimeRanges.of(D + 4 * HOUR, D + 5 * HOUR)
                .union(TimeRanges.of(D + 10 * HOUR, D + 10 * HOUR + BASE)));
    assertThat(repair.newlySealed()).isEqualTo(TimeRanges.NONE);
  }

  @Test
  void aReceivedRowReachesAsFarAsItsDuplicates() {
    TimeRanges received = TimeRanges.of(D + 4 * HOUR, D + 5 * HOUR);
    PackRepair repair =
        plan(Plans.deduplicated(3 * HOUR), D + 10 * HOUR, TEN_HOURS, received, null);
    assertThat(repair.rebuilt()).isEqualTo(TimeRanges.of(D + 3 * HOUR, D + 6 * HOUR));
  }

  @Test
  void anAskedRangeIsWidenedToHoursAndCutToWhatIsSettled() {
    TimeRanges asked = RepairPlanner.asked(OptionalLong.of(D + 9 * HOUR + 1), OptionalLong.empty());
    TimeRanges received = TimeRanges.of(D + 4 * HOUR, D + 5 * HOUR);
    PackRepair repair = plan(PLAIN, D + 11 * HOUR + 1, TEN_HOURS, received, asked);
    assertThat(repair.rebuilt()).isEqualTo(TimeRanges.of(D + 9 * HOUR, D + 11 * HOUR));
    assertThat(repair.newlySealed()).isEqualTo(TimeRanges.of(D + 10 * HOUR, D + 11 * HOUR));
    assertThat(repair.left()).isEqualTo(received);
    assertThat(repair.whole()).isEqualTo(TimeRanges.of(START, D + 11 * HOUR + 1).minus(received));
  }

  /** Sealed long ago, but rows came that other plans' repairs did not bring to this pack. */
  @Test
  void whatIsNotCoveredIsRebuiltThoughItIsSealed() {
    TimeRanges missed = TimeRanges.of(D + 4 * HOUR, D + 5 * HOUR);
    TimeRanges covered = TimeRanges.ALL.minus(missed);
    PackRepair repair = plan(PLAIN, D + 10 * HOUR, TEN_HOURS, covered, TimeRanges.NONE, null);
    assertThat(repair.rebuilt()).isEqualTo(missed);
    assertThat(repair.newlySealed().isEmpty()).isTrue();
    assertThat(repair.whole()).isEqualTo(TimeRanges.of(START, D + 10 * HOUR));
  }

  @Test
  void aPackThatTheStreamDoesNotKnowIsBuiltAsFarAsTheRowsGoButSealedLikeTheOthers() {
    long settled = D + 5 * HOUR + 50 * MINUTE;
    RepairPlanner.Facts facts =
        new RepairPlanner.Facts(
            PLAIN.sources().get(0), settled, settled + LATE, START, D, TimeRanges.NONE);
    PackRepair repair =
        RepairPlanner.plan(
            facts, PLAIN.groups().get(0), SealedRanges.NONE, TimeRanges.NONE, false, null);
    assertThat(repair.rebuilt()).isEqualTo(TimeRanges.of(D, D + 6 * HOUR));
    assertThat(repair.newlySealed()).isEqualTo(TimeRanges.of(D, D + 5 * HOUR));
    assertThat(repair.whole()).isEqualTo(TimeRanges.of(START, settled + LATE));
  }

  @Test
  void nothingIsSettledBeforeTheFirstEvent() {
    PackRepair repair = plan(PLAIN, D - DAY, SealedRanges.NONE, TimeRanges.of(D, D + HOUR), null);
    assertThat(repair.rebuilt().isEmpty()).isTrue();
    assertThat(repair.left().isEmpty()).isTrue();
    assertThat(repair.whole()).isEqualTo(TimeRanges.of(START, D - DAY));
  }

  private static PackRepair plan(
      Plan plan, long settled, SealedRanges sealed, TimeRanges received, TimeRanges asked) {
    return plan(plan, settled, sealed, TimeRanges.ALL, received, asked);
  }

  private static PackRepair plan(
      Plan plan,
      long settled,
      SealedRanges sealed,
      TimeRanges covered,
      TimeRanges received,
      TimeRanges asked) {
    RepairPlanner.Facts facts =
        new RepairPlanner.Facts(
            plan.sources().get(0), settled, settled + LATE, START, D + 2 * HOUR, received);
    return RepairPlanner.plan(facts, plan.groups().get(0), sealed, covered, true, asked);
  }
}

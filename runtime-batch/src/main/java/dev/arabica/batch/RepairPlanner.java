package dev.arabica.batch;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.core.time.Window;
import dev.arabica.intake.Admission;
import java.util.List;
import java.util.OptionalLong;

/**
 * Decides what a repair looks at, from metadata alone: every settled hour that is not sealed yet,
 * and every hour that received raw rows since the last repair. It never looks at blocks that the
 * stream still owns.
 */
final class RepairPlanner {
  private static final long HOUR = Instants.MICROS_PER_HOUR;

  private RepairPlanner() {}

  /** The hours that {@code [from, to)} touches, an absent end being open; null for neither. */
  static TimeRanges asked(OptionalLong from, OptionalLong to) {
    return from.isEmpty() && to.isEmpty()
        ? null
        : TimeRanges.of(from.orElse(Admission.EARLIEST), to.orElse(Admission.LATEST)).widened(HOUR);
  }

  /**
   * What is known of a source.
   *
   * @param settled blocks that end at or before it belong to batch
   * @param committed the raw watermark: blocks that end at or before it can be built
   * @param completeFrom the start of the history, or later than {@code settled} if it is not known
   * @param first the earliest event time, or later than {@code settled} if there is none
   * @param received the hours that received raw rows since the last repair
   */
  record Facts(
      SourcePlan source,
      long settled,
      long committed,
      long completeFrom,
      long first,
      TimeRanges received) {
    /** The hours in which the received rows can change a block. */
    TimeRanges touched() {
      return received.widened(reach(source));
    }
  }

  /**
   * What happens to a pack.
   *
   * @param rebuilt where base blocks are built again
   * @param newlySealed whole hours that this repair seals
   * @param left what there is to do besides: unsealed settled blocks, blocks that miss rows
   * @param whole where the pack's blocks hold what the raw rows say once this is done
   */
  record PackRepair(
      TimeRanges rebuilt, TimeRanges newlySealed, TimeRanges left, TimeRanges whole) {}

  /**
   * Plans one pack. An explicit range is rebuilt whether it seems to need it or not.
   *
   * @param covered where its blocks were whole before the received rows came
   * @param isFed whether a stream builds its newest blocks; of a pack that it does not know, batch
   *     builds what it can, and seals no more of it than of the others, so as to come back
   * @param asked the hours to look at; everything by default
   */
  static PackRepair plan(
      Facts facts,
      GroupPlan group,
      SealedRanges sealedRanges,
      TimeRanges covered,
      boolean isFed,
      TimeRanges asked) {
    long end = isFed ? facts.settled() : facts.committed();
    long bound = Window.floor(end, group.ladder().baseSize());
    TimeRanges sealed = of(sealedRanges);
    long first = Window.floor(facts.first(), Instants.MICROS_PER_DAY);
    TimeRanges all = TimeRanges.of(first, bound);
    TimeRanges open = all.minus(sealed).union(all.minus(covered));
    TimeRanges due = open.union(facts.touched().intersect(Long.MIN_VALUE, bound));
    TimeRanges rebuilt = asked == null ? due : asked.intersect(first, bound);
    TimeRanges newlySealed =
        rebuilt.intersect(Long.MIN_VALUE, facts.settled()).whole(HOUR).minus(sealed);
    TimeRanges left = due.minus(rebuilt);
    // Before the first event there is nothing to build.
    TimeRanges history = TimeRanges.of(Math.min(facts.completeFrom(), first), end);
    return new PackRepair(rebuilt, newlySealed, left, history.minus(left));
  }

  static TimeRanges of(SealedRanges sealed) {
    List<TimeRanges.Range> ranges =
        sealed.ranges().stream().map(r -> new TimeRanges.Range(r.from(), r.to())).toList();
    return new TimeRanges(ranges);
  }

  /** A new row can change which duplicate wins anywhere in its dedup interval. */
  private static long reach(SourcePlan source) {
    return Math.max(HOUR, source.dedup().map(SourcePlan.Dedup::withinMicros).orElse(0L));
  }
}

package dev.arabica.batch;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.SealedRanges;
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
   * @param first the earliest event time, or later than {@code settled} if there is none
   * @param received the hours that received raw rows since the last repair
   */
  record Facts(SourcePlan source, long settled, long first, TimeRanges received) {}

  /**
   * What happens to a pack.
   *
   * @param rebuilt where base blocks are built again
   * @param newlySealed whole hours that this repair seals
   * @param complete whether nothing is left to do: no unsealed settled block, no received row
   */
  record PackRepair(TimeRanges rebuilt, TimeRanges newlySealed, boolean complete) {}

  /**
   * Plans one pack.
   *
   * @param asked the hours to look at; everything by default
   */
  static PackRepair plan(
      Facts facts, GroupPlan group, SealedRanges sealedRanges, TimeRanges asked) {
    long bound = Window.floor(facts.settled(), group.ladder().baseSize());
    TimeRanges sealed = of(sealedRanges);
    TimeRanges open =
        TimeRanges.of(Window.floor(facts.first(), Instants.MICROS_PER_DAY), bound).minus(sealed);
    TimeRanges received =
        facts.received().widened(reach(facts.source())).intersect(Long.MIN_VALUE, bound);
    TimeRanges due = open.union(received);
    TimeRanges rebuilt = asked == null ? due : due(asked, facts, bound);
    TimeRanges newlySealed = rebuilt.whole(HOUR).minus(sealed);
    return new PackRepair(rebuilt, newlySealed, due.minus(rebuilt).isEmpty());
  }

  /** An explicit range is rebuilt whether it seems to need it or not. */
  private static TimeRanges due(TimeRanges asked, Facts facts, long bound) {
    return asked.intersect(Window.floor(facts.first(), Instants.MICROS_PER_DAY), bound);
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

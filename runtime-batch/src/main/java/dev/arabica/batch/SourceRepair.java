package dev.arabica.batch;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.tables.Control;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.PackCoverage;
import dev.arabica.tables.RawChanges;
import dev.arabica.tables.RawTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;

/** What a repair does about one source, and what its commit will say of it. */
final class SourceRepair {
  /** Of more ranges than these what is around them all is told. */
  private static final int MAX_RANGES = 100;

  private final SourcePlan source;
  private final TimeRanges touched;
  private final RawChanges changes;
  private final ControlState state;
  private final Map<String, RepairPlanner.PackRepair> packs = new HashMap<>();
  private final SourceScope scope;

  private SourceRepair(
      Plan plan,
      RepairPlanner.Facts facts,
      RawChanges changes,
      Lateness lateness,
      ControlState state,
      TimeRanges asked) {
    this.source = facts.source();
    this.touched = facts.touched();
    this.changes = changes;
    this.state = state;
    Map<String, TimeRanges> rebuilt = new HashMap<>();
    Map<String, TimeRanges> sealed = new HashMap<>();
    Map<String, Fence> fences = new HashMap<>();
    for (GroupPlan group : plan.groupsOf(source)) {
      for (GroupPlan.Pack pack : group.packs()) {
        SealedRanges before = state.sealed(pack.id());
        TimeRanges covered = state.covered(source.name(), pack.id());
        RepairPlanner.PackRepair repair =
            RepairPlanner.plan(facts, group, before, covered, isFed(covered), asked);
        packs.put(pack.id(), repair);
        rebuilt.put(pack.id(), repair.rebuilt());
        sealed.put(pack.id(), RepairPlanner.of(before).union(repair.newlySealed()));
        fences.put(pack.id(), new Fence(before));
      }
    }
    this.scope =
        new SourceScope(PlanCodec.toJson(plan), source.name(), rebuilt, sealed, fences, lateness);
  }

  /** Absent while the source's raw table holds nothing, or nothing of it is settled. */
  static Optional<SourceRepair> of(
      Plan plan, SourcePlan source, RawTable raw, ControlState state, TimeRanges asked) {
    RawChanges changes = raw.changesSince(state.repairedRaw(source.name()));
    if (changes.watermark().isEmpty()) {
      return Optional.empty();
    }
    long rawWatermark = changes.watermark().getAsLong();
    OptionalLong settled = settled(source, rawWatermark, state);
    if (settled.isEmpty()) {
      return Optional.empty();
    }
    long first = first(plan, source, raw, changes, state);
    RepairPlanner.Facts facts =
        new RepairPlanner.Facts(
            source,
            settled.getAsLong(),
            rawWatermark,
            state.completeFrom(source.name()).orElse(Long.MAX_VALUE),
            first,
            hours(changes.hours()));
    Lateness lateness = lateness(plan, source, raw, state);
    return Optional.of(new SourceRepair(plan, facts, changes, lateness, state, asked));
  }

  private static Lateness lateness(Plan plan, SourcePlan source, RawTable raw, ControlState state) {
    boolean streamed = state.streamed().contains(source.name());
    return new Lateness(
        raw.watermarksBefore(state.repairedRaw(source.name())),
        baseSize(plan, source),
        streamed ? source.lateMicros() : 0);
  }

  /** The length of the finest blocks that the source feeds, microseconds. */
  static long baseSize(Plan plan, SourcePlan source) {
    return plan.groupsOf(source).stream()
        .mapToLong(group -> group.ladder().baseSize())
        .min()
        .orElse(Ladder.DEFAULT.baseSize());
  }

  /** Blocks that end at or before it are batch's; the stream may still correct the others. */
  private static OptionalLong settled(SourcePlan source, long rawWatermark, ControlState state) {
    if (!state.streamed().contains(source.name())) {
      return OptionalLong.of(rawWatermark);
    }
    OptionalLong watermark = state.watermark(source.name());
    return watermark.isPresent()
        ? OptionalLong.of(Math.min(watermark.getAsLong(), rawWatermark) - source.lateMicros())
        : OptionalLong.empty();
  }

  /** Whether a pack has come along with what the stream has committed last. */
  private boolean isFed(TimeRanges covered) {
    OptionalLong watermark = state.watermark(source.name());
    return state.streamed().contains(source.name())
        && watermark.isPresent()
        && covered.startBefore(watermark.getAsLong()) != TimeRanges.NO_START;
  }

  /** The earliest event time, down to the hour; the table's history is read only if it must be. */
  private static long first(
      Plan plan, SourcePlan source, RawTable raw, RawChanges changes, ControlState state) {
    SortedSet<Long> hours = changes.hours();
    long first = hours.isEmpty() ? Long.MAX_VALUE : hours.first();
    if (state.repairedRaw(source.name()).isEmpty()) {
      return first;
    }
    for (GroupPlan group : plan.groupsOf(source)) {
      for (GroupPlan.Pack pack : group.packs()) {
        SealedRanges sealed = state.sealed(pack.id());
        if (sealed.isEmpty() || hasGaps(state.covered(source.name(), pack.id()), source, state)) {
          SortedSet<Long> all = raw.changesSince(OptionalLong.empty()).hours();
          return all.isEmpty() ? first : Math.min(first, all.first());
        }
        first = Math.min(first, sealed.ranges().get(0).from());
      }
    }
    return first;
  }

  /** Whether blocks may be missing before the first hour that is sealed. */
  private static boolean hasGaps(TimeRanges covered, SourcePlan source, ControlState state) {
    long start = state.completeFrom(source.name()).orElse(Long.MIN_VALUE);
    return covered.ranges().size() != 1 || covered.from() > start;
  }

  private static TimeRanges hours(SortedSet<Long> starts) {
    return new TimeRanges(
        starts.stream()
            .map(start -> new TimeRanges.Range(start, start + Instants.MICROS_PER_HOUR))
            .toList());
  }

  SourceScope scope() {
    return scope;
  }

  /** The hours that are newly sealed, for any pack. */
  TimeRanges newlySealed() {
    return packs.values().stream()
        .map(RepairPlanner.PackRepair::newlySealed)
        .reduce(TimeRanges.NONE, TimeRanges::union);
  }

  /** Adds what becomes true with the commit, leaving out what is known already. */
  void addTo(Control.Builder control) {
    for (Map.Entry<String, RepairPlanner.PackRepair> pack : packs.entrySet()) {
      for (TimeRanges.Range range : pack.getValue().newlySealed().ranges()) {
        control.sealed(pack.getKey(), range.from(), range.to());
      }
    }
    boolean complete = packs.values().stream().allMatch(pack -> pack.left().isEmpty());
    if (complete) {
      addCompleteness(control);
    }
    addCoverage(control, complete ? missedByOthers() : TimeRanges.NONE);
  }

  /**
   * Where rows came that packs of other plans have not taken in. This repair says that the rows are
   * in the blocks, which is true of its own packs only.
   */
  private TimeRanges missedByOthers() {
    boolean missed =
        known().packs().entrySet().stream()
            .filter(pack -> !packs.containsKey(pack.getKey()))
            .map(Map.Entry::getValue)
            .anyMatch(ranges -> !ranges.minus(touched).equals(ranges));
    if (!missed) {
      return TimeRanges.NONE;
    }
    return touched.ranges().size() > MAX_RANGES
        ? TimeRanges.of(touched.from(), touched.to())
        : touched;
  }

  private PackCoverage known() {
    return state.coverage().getOrDefault(source.name(), new PackCoverage(Map.of()));
  }

  private void addCoverage(Control.Builder control, TimeRanges missed) {
    Map<String, TimeRanges> whole = new HashMap<>();
    packs.forEach((id, pack) -> whole.put(id, pack.whole()));
    boolean news =
        whole.entrySet().stream()
            .anyMatch(pack -> !pack.getValue().minus(known().of(pack.getKey())).isEmpty());
    if (news || !missed.isEmpty() || !state.coverage().containsKey(source.name())) {
      control.built(source.name(), whole);
    }
    if (!missed.isEmpty()) {
      control.received(source.name(), missed);
    }
  }

  /** Everything settled has been repaired: the next run need not look at these rows again. */
  private void addCompleteness(Control.Builder control) {
    String name = source.name();
    OptionalLong repaired = state.repairedRaw(name);
    if (repaired.isEmpty() || repaired.getAsLong() != changes.snapshotId()) {
      control.repairedRaw(name, changes.snapshotId());
    }
    long rawWatermark = changes.watermark().getAsLong();
    if (!state.streamed().contains(name)
        && rawWatermark > state.watermark(name).orElse(Long.MIN_VALUE)) {
      control.watermark(name, rawWatermark);
    }
  }
}

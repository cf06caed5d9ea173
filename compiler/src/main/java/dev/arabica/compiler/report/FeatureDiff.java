package dev.arabica.compiler.report;

import dev.arabica.compiler.report.FeatureChange.Range;
import dev.arabica.compiler.report.FeatureChange.Status;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What becomes of the features of two plans. */
final class FeatureDiff {
  private final PlanIndex old;
  private final PlanIndex now;
  private final long at;
  private final StoredBlocks blocks;
  private final DefinitionDiff definitions;
  private final Map<String, FeatureChange> changes = new LinkedHashMap<>();

  FeatureDiff(Plan old, Plan now, long at) {
    this.old = new PlanIndex(old);
    this.now = new PlanIndex(now);
    this.at = at;
    this.blocks = new StoredBlocks(this.old, this.now);
    this.definitions = new DefinitionDiff(old, now);
  }

  /** In the order of the new plan; what is gone of a group follows what is left of it. */
  List<FeatureChange> changes() {
    for (GroupPlan group : now.plan().groups()) {
      Optional<GroupPlan> before = old.findGroup(group.name());
      group.features().forEach(feature -> add(stored(group, feature, before)));
      DerivedDiff derived = new DerivedDiff(group, before, changes);
      group.derived().forEach(feature -> add(derived.change(feature)));
      before.ifPresent(was -> addGone(was, Features.names(group)));
    }
    for (GroupPlan group : old.plan().groups()) {
      if (now.findGroup(group.name()).isEmpty()) {
        addGone(group, Set.of());
      }
    }
    return new ArrayList<>(changes.values());
  }

  private void add(FeatureChange change) {
    changes.put(change.name(), change);
  }

  private void addGone(GroupPlan group, Set<String> kept) {
    Features.names(group).stream()
        .filter(feature -> !kept.contains(feature))
        .forEach(feature -> add(FeatureChange.dropped(group.name(), feature)));
  }

  private FeatureChange stored(
      GroupPlan group, GroupPlan.Feature feature, Optional<GroupPlan> oldGroup) {
    Optional<GroupPlan.Feature> was = oldGroup.flatMap(g -> Features.stored(g, feature.name()));
    List<Change> redefinition =
        was.isPresent()
            ? definitions.changes(oldGroup.orElseThrow(), was.get(), group, feature)
            : wasDerived(oldGroup, feature);
    List<Change> all = new ArrayList<>(redefinition);
    was.ifPresent(
        before -> all.addAll(ReadingDiff.changes(oldGroup.orElseThrow(), before, group, feature)));
    boolean held = blocks.hold(group, feature);
    if (was.isPresent() && all.isEmpty() && !held) {
      all.add(Change.fact("stored together with what cannot be computed any more"));
    }
    boolean same = was.isPresent() && all.isEmpty();
    boolean isNew = was.isEmpty() && redefinition.isEmpty();
    return new FeatureChange(
        group.name(),
        feature.name(),
        !held ? Status.BACKFILL : same ? Status.UNCHANGED : Status.SERVED,
        !redefinition.isEmpty(),
        all,
        held ? Optional.empty() : Optional.of(range(group, feature)),
        isNew ? blocks.formerly(group, feature) : Optional.empty(),
        blocks.mayEndBefore(group, feature));
  }

  private static List<Change> wasDerived(Optional<GroupPlan> oldGroup, GroupPlan.Feature feature) {
    return oldGroup
        .flatMap(group -> Features.derived(group, feature.name()))
        .map(was -> List.of(Change.of("definition", "derived", "stored")))
        .orElse(List.of());
  }

  /** What a feature looks at when it is asked for now and all events have come. */
  private Range range(GroupPlan group, GroupPlan.Feature feature) {
    long base = group.ladder().baseSize();
    if (feature.isEver()) {
      return new Range(OptionalLong.empty(), Window.floor(at, base));
    }
    Window window =
        Window.of(
            at,
            Window.NO_WATERMARK,
            base,
            feature.windowMicros(),
            feature.stepMicros(),
            feature.anchor());
    return new Range(OptionalLong.of(window.lo()), window.hi());
  }
}

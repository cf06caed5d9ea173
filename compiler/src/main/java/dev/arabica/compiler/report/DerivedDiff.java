package dev.arabica.compiler.report;

import dev.arabica.compiler.report.FeatureChange.Range;
import dev.arabica.compiler.report.FeatureChange.Status;
import dev.arabica.core.expr.Columns;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.GroupPlan;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What becomes of a group's derived features: nothing is stored for them, they follow what they
 * read.
 */
final class DerivedDiff {
  private final GroupPlan group;
  private final Optional<GroupPlan> oldGroup;

  /** What is known of the features before; a feature reads only those. */
  private final Map<String, FeatureChange> known;

  DerivedDiff(GroupPlan group, Optional<GroupPlan> oldGroup, Map<String, FeatureChange> known) {
    this.group = group;
    this.oldGroup = oldGroup;
    this.known = known;
  }

  FeatureChange change(Derived derived) {
    List<FeatureChange> read =
        Columns.readBy(List.of(derived.expr())).keySet().stream()
            .map(column -> known.get(group.name() + "." + column))
            .filter(Objects::nonNull)
            .toList();
    Optional<Range> backfill =
        read.stream().flatMap(feature -> feature.backfill().stream()).reduce(Range::and);
    boolean wasStored = oldGroup.flatMap(g -> Features.stored(g, derived.name())).isPresent();
    Optional<Derived> was = oldGroup.flatMap(g -> Features.derived(g, derived.name()));
    List<Change> changes = changes(derived, was, wasStored, read);
    boolean same = was.isPresent() && changes.isEmpty();
    boolean redefined = was.isPresent() && read.stream().anyMatch(FeatureChange::redefined);
    return new FeatureChange(
        group.name(),
        derived.name(),
        backfill.isPresent() ? Status.BACKFILL : same ? Status.UNCHANGED : Status.SERVED,
        wasStored || redefined,
        changes,
        backfill,
        Optional.empty(),
        read.stream().anyMatch(FeatureChange::reachesFurther));
  }

  private static List<Change> changes(
      Derived derived, Optional<Derived> was, boolean wasStored, List<FeatureChange> read) {
    Change.Collector changes = new Change.Collector();
    if (wasStored) {
      changes.add(Change.of("definition", "stored", "derived"));
    }
    if (was.isPresent()) {
      changes.compare("derive", ExprText.of(was.get().expr()), ExprText.of(derived.expr()));
      changes.compareUnsafe(
          "type", was.get().expr().type().toString(), derived.expr().type().toString());
      read.stream()
          .filter(feature -> feature.status() != Status.UNCHANGED)
          .forEach(
              feature ->
                  changes.add(Change.fact("reads " + feature.feature() + ", which changes")));
    }
    return changes.found();
  }
}

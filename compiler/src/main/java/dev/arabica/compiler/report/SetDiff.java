package dev.arabica.compiler.report;

import dev.arabica.compiler.report.DeclarationChange.Kind;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What becomes of the columns of two plans' feature sets. */
final class SetDiff {
  private final Plan old;
  private final Plan now;
  private final SetReading oldReading;
  private final SetReading reading;
  private final Map<String, FeatureChange> features = new HashMap<>();

  SetDiff(Plan old, Plan now, List<FeatureChange> changes) {
    this.old = old;
    this.now = now;
    this.oldReading = new SetReading(old);
    this.reading = new SetReading(now);
    changes.forEach(change -> features.put(change.name(), change));
  }

  List<DeclarationChange> changes() {
    return new NamedDiff<>(Kind.FEATURE_SET, FeatureSetPlan::name, this::changes)
        .between(old.featureSets(), now.featureSets());
  }

  /** The columns of a set of the new plan that are not what they were. */
  Set<String> changedColumns(String set) {
    Optional<FeatureSetPlan> was = named(old, set);
    Optional<FeatureSetPlan> is = named(now, set);
    if (was.isEmpty() || is.isEmpty()) {
      return Set.of();
    }
    Map<String, SetReading.Column> before = oldReading.of(was.get());
    return reading.of(is.get()).values().stream()
        .filter(column -> isChanged(before.get(column.name()), column))
        .map(SetReading.Column::name)
        .collect(Collectors.toSet());
  }

  private boolean isChanged(SetReading.Column was, SetReading.Column is) {
    Change.Collector changes = new Change.Collector();
    compare(was, is, changes);
    return !changes.found().isEmpty() || became(is).isPresent();
  }

  private static Optional<FeatureSetPlan> named(Plan plan, String set) {
    return plan.featureSets().stream().filter(s -> s.name().equals(set)).findFirst();
  }

  private List<Change> changes(FeatureSetPlan was, FeatureSetPlan is) {
    Change.Collector changes = new Change.Collector();
    changes.compareUnsafe("keys", MemberText.keys(was.keys()), MemberText.keys(is.keys()));
    Map<String, SetReading.Column> before = oldReading.of(was);
    Map<String, SetReading.Column> after = reading.of(is);
    for (SetReading.Column column : after.values()) {
      compare(before.get(column.name()), column, changes);
    }
    before.values().stream()
        .filter(column -> !after.containsKey(column.name()))
        .forEach(column -> changes.add(Change.unsafe(column.what(), column.type(), null)));
    addFeatures(before, after, changes);
    OrderDiff.change("column order", List.copyOf(before.keySet()), List.copyOf(after.keySet()))
        .ifPresent(changes::add);
    return changes.found();
  }

  private void compare(SetReading.Column was, SetReading.Column is, Change.Collector changes) {
    if (was == null) {
      changes.add(Change.of(is.what(), null, is.type()));
      return;
    }
    changes.compareUnsafe(is.what(), was.type(), is.type());
    changes.compare(is.what() + " reads", was.reads(), is.reads());
  }

  /** Columns that are named as before, of features that are not what they were. */
  private void addFeatures(
      Map<String, SetReading.Column> before,
      Map<String, SetReading.Column> after,
      Change.Collector changes) {
    Map<String, List<String>> columns = new TreeMap<>();
    after.values().stream()
        .filter(column -> before.containsKey(column.name()))
        .forEach(
            column ->
                became(column)
                    .ifPresent(
                        what ->
                            columns
                                .computeIfAbsent(what, unused -> new ArrayList<>())
                                .add(column.name())));
    columns.forEach(
        (what, names) -> changes.add(Change.fact(what + ": " + String.join(", ", names))));
  }

  private Optional<String> became(SetReading.Column column) {
    return column.features().stream()
        .map(features::get)
        .filter(feature -> feature != null && feature.status() != FeatureChange.Status.UNCHANGED)
        .map(
            feature ->
                feature.redefined()
                    ? "columns of redefined features"
                    : feature.status() == FeatureChange.Status.BACKFILL
                        ? "columns of features that need a backfill"
                        : "columns of features that are read differently")
        .findFirst();
  }
}

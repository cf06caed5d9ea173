package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Ladder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From a checked model to a plan: equal aggregates of a group are stored once, whatever their
 * windows.
 */
final class Planner {
  /** What the groups read: a plan without groups. */
  private final Plan rows;

  private Planner(Plan rows) {
    this.rows = rows;
  }

  static Plan plan(CheckedModel model) {
    Planner planner = new Planner(rows(model));
    return new Plan(
        model.sources(),
        model.streams(),
        model.groups().stream().map(planner::group).toList(),
        List.of(),
        List.of(),
        model.featureSets(),
        List.of());
  }

  private static Plan rows(CheckedModel model) {
    return new Plan(
        model.sources(), model.streams(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private GroupPlan group(CheckedModel.Group group) {
    // Ordered by identity, so that to move, rename or repeat a line changes no pack.
    Map<String, GroupPlan.Aggregate> byId = new TreeMap<>();
    List<String> ids = new ArrayList<>();
    for (CheckedModel.Feature feature : group.features()) {
      GroupPlan.Aggregate aggregate = aggregate(group, feature.aggregate());
      byId.putIfAbsent(aggregate.id(), aggregate);
      ids.add(aggregate.id());
    }
    List<String> stored = List.copyOf(byId.keySet());
    Map<String, Integer> positions = new HashMap<>();
    stored.forEach(id -> positions.put(id, positions.size()));
    List<GroupPlan.Feature> features = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      features.add(feature(group.features().get(i), positions.get(ids.get(i))));
    }
    return new GroupPlan(
        group.name(),
        group.from(),
        group.keys(),
        group.where(),
        Ladder.DEFAULT,
        List.of(new GroupPlan.Pack(Fingerprint.pack(stored), List.copyOf(byId.values()))),
        features,
        group.head(),
        group.serving(),
        group.derived());
  }

  private static GroupPlan.Feature feature(CheckedModel.Feature feature, int position) {
    return new GroupPlan.Feature(
        feature.name(),
        0,
        position,
        feature.over().windowMicros(),
        feature.over().stepMicros(),
        feature.over().anchor(),
        feature.defaultValue(),
        feature.type(),
        feature.allowPartial());
  }

  private GroupPlan.Aggregate aggregate(
      CheckedModel.Group group, CheckedModel.Aggregate aggregate) {
    GroupPlan.Aggregate stored =
        new GroupPlan.Aggregate(
            "",
            aggregate.name(),
            aggregate.function(),
            aggregate.input(),
            aggregate.by(),
            aggregate.where(),
            aggregate.parameters());
    return stored.withId(
        Fingerprint.aggregate(
            rows,
            group.from(),
            group.keys().stream().map(GroupPlan.Key::expr).toList(),
            group.where(),
            AggregateFunction.named(aggregate.function()).codecVersion(),
            stored));
  }
}

package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.AggregateIdentities;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Ladder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * From a checked model to a plan: equal aggregates of a group are stored once, whatever their
 * windows.
 */
final class Planner {
  private final AggregateIdentities identities;

  /**
   * @param rows what the groups read: a plan without groups
   */
  private Planner(Plan rows) {
    this.identities = new AggregateIdentities(rows);
  }

  static Plan plan(CheckedModel model) {
    Planner planner = new Planner(rows(model));
    return new Plan(
        model.sources(),
        model.streams(),
        model.groups().stream().map(planner::group).toList(),
        model.snapshots(),
        model.requests(),
        model.featureSets().stream().map(planner::featureSet).toList(),
        model.models());
  }

  private static Plan rows(CheckedModel model) {
    return new Plan(
        model.sources(), model.streams(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private FeatureSetPlan featureSet(CheckedModel.FeatureSet set) {
    FeatureSetPlan plan = set.plan();
    List<FeatureSetPlan.Label> labels = set.labels().stream().map(this::label).toList();
    return new FeatureSetPlan(plan.name(), plan.keys(), plan.members(), plan.derived(), labels);
  }

  private FeatureSetPlan.Label label(CheckedModel.Label label) {
    List<Expr> keys = label.keys().stream().map(CheckedModel.LabelKey::expr).toList();
    return new FeatureSetPlan.Label(
        label.aggregate().name(),
        label.from(),
        label.where(),
        keys,
        label.keys().stream().map(CheckedModel.LabelKey::filledBy).toList(),
        aggregate(label.from(), keys, label.where(), label.aggregate()),
        label.withinMicros(),
        label.defaultValue(),
        label.aggregate().type());
  }

  private GroupPlan group(CheckedModel.Group group) {
    // Ordered by identity, so that to move, rename or repeat a line changes no pack.
    Map<String, GroupPlan.Aggregate> byId = new TreeMap<>();
    List<String> ids = new ArrayList<>();
    List<Expr> keys = group.keys().stream().map(GroupPlan.Key::expr).toList();
    // A line over several windows has made several features of one aggregate.
    Map<CheckedModel.Aggregate, GroupPlan.Aggregate> planned = new IdentityHashMap<>();
    for (CheckedModel.Feature feature : group.features()) {
      GroupPlan.Aggregate aggregate =
          planned.computeIfAbsent(
              feature.aggregate(),
              checked -> aggregate(group.from(), keys, group.where(), checked));
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
      String from, List<Expr> keys, Optional<Expr> where, CheckedModel.Aggregate aggregate) {
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
        identities.of(
            from,
            keys,
            where,
            AggregateFunction.named(aggregate.function()).codecVersion(),
            stored));
  }
}

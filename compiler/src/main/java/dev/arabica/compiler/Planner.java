package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.AggregateIdentities;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Ladder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * From a checked model to a plan: equal aggregates of a group are stored once, whatever their
 * windows.
 */
final class Planner {
  /** Stands for the pack of all aggregates of a group, until they are packed. */
  private static final String UNPACKED = "";

  private final AggregateIdentities identities;

  /**
   * @param rows what the groups read: a plan without groups
   */
  private Planner(Plan rows) {
    this.identities = new AggregateIdentities(rows);
  }

  static Plan plan(CheckedModel model) {
    Planner planner = new Planner(rows(model));
    return Packing.of(
        new Plan(
            model.sources(),
            model.streams(),
            model.groups().stream().map(planner::group).toList(),
            model.snapshots(),
            model.requests(),
            model.featureSets().stream().map(planner::featureSet).toList(),
            model.models()));
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
    Map<String, Integer> positions = new HashMap<>();
    List<GroupPlan.Aggregate> aggregates = new ArrayList<>();
    List<GroupPlan.Feature> features = new ArrayList<>();
    List<Expr> keys = group.keys().stream().map(GroupPlan.Key::expr).toList();
    // A line over several windows has made several features of one aggregate.
    Map<CheckedModel.Aggregate, GroupPlan.Aggregate> planned = new IdentityHashMap<>();
    for (CheckedModel.Feature feature : group.features()) {
      GroupPlan.Aggregate aggregate =
          planned.computeIfAbsent(
              feature.aggregate(),
              checked -> aggregate(group.from(), keys, group.where(), checked));
      int position = positions.computeIfAbsent(aggregate.id(), id -> positions.size());
      if (position == aggregates.size()) {
        aggregates.add(aggregate);
      }
      features.add(feature(feature, position));
    }
    return new GroupPlan(
        group.name(),
        group.from(),
        group.keys(),
        group.where(),
        Ladder.DEFAULT,
        List.of(new GroupPlan.Pack(UNPACKED, aggregates)),
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
            AggregateFunction.named(aggregate.function()).codecVersion(),
            aggregate.input(),
            aggregate.by(),
            aggregate.where(),
            aggregate.parameters());
    return stored.withId(identities.of(from, keys, where, stored));
  }
}

package dev.arabica.compiler;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.time.Ladder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * From a checked model to a plan: equal aggregates of a group are stored once, whatever their
 * windows.
 */
final class Planner {
  private Planner() {}

  static Plan plan(CheckedModel model) {
    return new Plan(
        model.sources(), model.groups().stream().map(Planner::group).toList(), model.featureSets());
  }

  private static GroupPlan group(CheckedModel.Group group) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    List<GroupPlan.Aggregate> aggregates = new ArrayList<>();
    List<GroupPlan.Feature> features = new ArrayList<>();
    for (CheckedModel.Feature feature : group.features()) {
      GroupPlan.Aggregate aggregate = aggregate(group, feature.aggregate());
      Integer position = positions.putIfAbsent(aggregate.id(), aggregates.size());
      if (position == null) {
        position = aggregates.size();
        aggregates.add(aggregate);
      }
      features.add(feature(feature, position));
    }
    String packId = Fingerprint.pack(aggregates.stream().map(GroupPlan.Aggregate::id).toList());
    return new GroupPlan(
        group.name(),
        group.stream().source().name(),
        group.keys(),
        group.where(),
        Ladder.DEFAULT,
        List.of(new GroupPlan.Pack(packId, aggregates)),
        features);
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
        feature.type());
  }

  private static GroupPlan.Aggregate aggregate(
      CheckedModel.Group group, CheckedModel.Aggregate aggregate) {
    String id =
        Fingerprint.aggregate(
            group.stream().source(),
            group.keys(),
            group.where(),
            aggregate.function(),
            AggregateFunction.named(aggregate.function()).codecVersion(),
            aggregate.input(),
            aggregate.where(),
            aggregate.parameters());
    return new GroupPlan.Aggregate(
        id,
        aggregate.name(),
        aggregate.function(),
        aggregate.input(),
        aggregate.where(),
        aggregate.parameters());
  }
}

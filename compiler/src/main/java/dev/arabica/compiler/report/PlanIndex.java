package dev.arabica.compiler.report;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.plan.SourcePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A plan's parts by their qualified names: reports look up each many times. */
final class PlanIndex {
  private final Plan plan;
  private final Map<String, GroupPlan> groups;
  private final Map<String, SnapshotPlan> snapshots;
  private final Map<String, RequestPlan> requests;
  private final Map<String, List<SourcePlan>> sources = new HashMap<>();

  PlanIndex(Plan plan) {
    this.plan = plan;
    this.groups = byName(plan.groups(), GroupPlan::name);
    this.snapshots = byName(plan.snapshots(), SnapshotPlan::name);
    this.requests = byName(plan.requests(), RequestPlan::name);
  }

  private static <T> Map<String, T> byName(List<T> all, Function<T, String> name) {
    return all.stream().collect(Collectors.toMap(name, Function.identity()));
  }

  Plan plan() {
    return plan;
  }

  Optional<GroupPlan> findGroup(String name) {
    return Optional.ofNullable(groups.get(name));
  }

  GroupPlan group(String name) {
    return groups.get(name);
  }

  SnapshotPlan snapshot(String name) {
    return snapshots.get(name);
  }

  RequestPlan request(String name) {
    return requests.get(name);
  }

  /** The sources at the bottom of what a group reads. */
  List<SourcePlan> sourcesOf(GroupPlan group) {
    return sources.computeIfAbsent(group.source(), source -> plan.sourcesOf(group));
  }
}

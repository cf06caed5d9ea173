package dev.arabica.compiler.report;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Names;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What reports say of a plan that no part of it knows alone: who shares what, and short names. */
final class PlanFacts {
  private final Plan plan;
  private final PlanIndex index;
  private final PlanCosts costs;
  private final Map<String, Integer> shortNames = new HashMap<>();
  private final Map<String, Set<String>> groupsByPack = new LinkedHashMap<>();
  private final Map<String, Set<String>> groupsByAggregate = new LinkedHashMap<>();

  PlanFacts(Plan plan) {
    this.plan = plan;
    this.index = new PlanIndex(plan);
    this.costs = new PlanCosts(index);
    Stream.of(
            plan.sources().stream().map(SourcePlan::name),
            plan.streams().stream().map(StreamPlan::name),
            plan.groups().stream().map(GroupPlan::name),
            plan.snapshots().stream().map(snapshot -> snapshot.name()),
            plan.requests().stream().map(request -> request.name()),
            plan.featureSets().stream().map(set -> set.name()),
            plan.models().stream().map(model -> model.name()))
        .flatMap(Function.identity())
        .forEach(name -> shortNames.merge(Names.shortName(name), 1, Integer::sum));
    for (GroupPlan group : plan.groups()) {
      for (GroupPlan.Pack pack : group.packs()) {
        groupsOf(groupsByPack, pack.id()).add(group.name());
        pack.aggregates()
            .forEach(aggregate -> groupsOf(groupsByAggregate, aggregate.id()).add(group.name()));
      }
    }
  }

  private static Set<String> groupsOf(Map<String, Set<String>> index, String id) {
    return index.computeIfAbsent(id, unused -> new LinkedHashSet<>());
  }

  Plan plan() {
    return plan;
  }

  PlanIndex index() {
    return index;
  }

  PlanCosts costs() {
    return costs;
  }

  /** The last part of a name where that is enough to tell what is meant. */
  String shown(String qualified) {
    String last = Names.shortName(qualified);
    return shortNames.getOrDefault(last, 0) > 1 ? qualified : last;
  }

  List<String> shown(List<String> qualified) {
    return qualified.stream().map(this::shown).toList();
  }

  /** The other groups that read a pack of this one. */
  List<String> sharersOf(GroupPlan.Pack pack, GroupPlan group) {
    return others(groupsByPack.get(pack.id()), group);
  }

  /** The aggregates of a pack as the group's spec has them; a pack orders them by identity. */
  static List<GroupPlan.Aggregate> inOrderOfUse(GroupPlan group, GroupPlan.Pack pack) {
    Stream<GroupPlan.Aggregate> used =
        group.features().stream()
            .map(feature -> group.aggregate(feature))
            .filter(pack.aggregates()::contains);
    return Stream.concat(used, pack.aggregates().stream()).distinct().toList();
  }

  /** All groups that read a pack, in the plan's order. */
  List<String> readersOf(GroupPlan.Pack pack) {
    return List.copyOf(groupsByPack.get(pack.id()));
  }

  /** The other groups that keep the same aggregate in a pack of their own. */
  List<String> keepersOf(GroupPlan.Aggregate aggregate, GroupPlan.Pack pack, GroupPlan group) {
    Set<String> sharers = new HashSet<>(groupsByPack.get(pack.id()));
    return others(groupsByAggregate.get(aggregate.id()), group).stream()
        .filter(name -> !sharers.contains(name))
        .toList();
  }

  private static List<String> others(Set<String> groups, GroupPlan group) {
    return groups.stream().filter(name -> !name.equals(group.name())).toList();
  }

  /** The groups that are computed from one scan of a source. */
  List<String> groupsOf(SourcePlan source) {
    return plan.groupsOf(source).stream().map(GroupPlan::name).toList();
  }

  /** The unions and views with a dedup of their own that read a source at once. */
  List<String> streamsOver(SourcePlan source) {
    return readersOf(source.name()).stream().filter(name -> plan.stream(name).isPresent()).toList();
  }

  /** What reads a source or a stream at once: streams, then groups. */
  List<String> readersOf(String sourceOrStream) {
    return Stream.concat(
            plan.streams().stream()
                .filter(
                    stream ->
                        stream.branches().stream().anyMatch(b -> b.from().equals(sourceOrStream)))
                .map(StreamPlan::name),
            plan.groups().stream()
                .filter(group -> group.source().equals(sourceOrStream))
                .map(GroupPlan::name))
        .toList();
  }

  /** How many different packs there are. */
  int packs() {
    return groupsByPack.size();
  }

  /** How many aggregates are stored: a pack that several groups read counts once. */
  long storedAggregates() {
    Map<String, Integer> sizes = new HashMap<>();
    plan.groups().stream()
        .flatMap(group -> group.packs().stream())
        .forEach(pack -> sizes.put(pack.id(), pack.aggregates().size()));
    return sizes.values().stream().mapToLong(Integer::longValue).sum();
  }

  /** How many aggregates several groups use. */
  long sharedAggregates() {
    return groupsByAggregate.values().stream().filter(groups -> groups.size() > 1).count();
  }
}

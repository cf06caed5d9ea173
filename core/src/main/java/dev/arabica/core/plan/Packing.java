package dev.arabica.core.plan;

import dev.arabica.core.plan.GroupPlan.Aggregate;
import dev.arabica.core.plan.GroupPlan.Feature;
import dev.arabica.core.plan.GroupPlan.Pack;
import dev.arabica.core.plan.StoredPacks.Stored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which aggregates are stored together. Those that the same groups use are one pack, which each of
 * these groups reads and which is computed once. Packs that are stored already stay as they are:
 * what is new comes into new packs, so that no stored block is written again.
 */
public final class Packing {
  private static final Plan NOTHING = new Plan(List.of(), List.of(), List.of());

  private final StoredPacks stored;

  /** The groups that use an aggregate; those that do are of one source, keys and filter. */
  private final Map<Stored, Set<String>> users = new HashMap<>();

  private Packing(Plan previous, Plan next) {
    this.stored = new StoredPacks(previous, next);
    for (GroupPlan group : next.groups()) {
      for (Feature feature : group.features()) {
        users
            .computeIfAbsent(
                new Stored(group.aggregate(feature).id(), group.ladder()), id -> new TreeSet<>())
            .add(group.name());
      }
    }
  }

  /** Packs a plan of which nothing is stored yet. */
  public static Plan of(Plan plan) {
    return against(NOTHING, plan);
  }

  /** Packs a plan that follows another, keeping the packs of that one. */
  public static Plan against(Plan previous, Plan next) {
    Packing packing = new Packing(previous, next);
    return next.withGroups(next.groups().stream().map(packing::pack).toList());
  }

  private GroupPlan pack(GroupPlan group) {
    // Ordered by identity, so that to move, rename or repeat a line changes no pack.
    Map<String, Aggregate> missing = new TreeMap<>();
    for (Feature feature : group.features()) {
      Aggregate aggregate = group.aggregate(feature);
      missing.putIfAbsent(aggregate.id(), aggregate);
    }
    List<Pack> packs = new ArrayList<>();
    for (Pack pack : stored.readBy(group, missing.keySet())) {
      if (pack.aggregates().stream().anyMatch(a -> missing.containsKey(a.id()))) {
        packs.add(renamed(pack, missing));
        pack.aggregates().forEach(aggregate -> missing.remove(aggregate.id()));
      }
    }
    packs.addAll(fresh(group, missing));
    return repacked(group, packs);
  }

  /** A stored pack with the names that the group gives to what it uses of it. */
  private static Pack renamed(Pack pack, Map<String, Aggregate> used) {
    return new Pack(
        pack.id(), pack.aggregates().stream().map(a -> used.getOrDefault(a.id(), a)).toList());
  }

  private List<Pack> fresh(GroupPlan group, Map<String, Aggregate> missing) {
    Map<Set<String>, List<Aggregate>> byUsers = new LinkedHashMap<>();
    for (Aggregate aggregate : missing.values()) {
      Set<String> groups = users.get(new Stored(aggregate.id(), group.ladder()));
      byUsers.computeIfAbsent(groups, g -> new ArrayList<>()).add(aggregate);
    }
    return byUsers.values().stream()
        .map(
            aggregates ->
                new Pack(
                    Fingerprint.pack(aggregates.stream().map(Aggregate::id).toList()), aggregates))
        .toList();
  }

  private static GroupPlan repacked(GroupPlan group, List<Pack> packs) {
    Map<String, int[]> places = new HashMap<>();
    for (int pack = 0; pack < packs.size(); pack++) {
      List<Aggregate> aggregates = packs.get(pack).aggregates();
      for (int i = 0; i < aggregates.size(); i++) {
        places.putIfAbsent(aggregates.get(i).id(), new int[] {pack, i});
      }
    }
    List<Feature> features = new ArrayList<>();
    for (Feature feature : group.features()) {
      int[] place = places.get(group.aggregate(feature).id());
      features.add(feature.at(place[0], place[1]));
    }
    return group.with(packs, features);
  }
}

package dev.arabica.compiler.report;

import dev.arabica.core.expr.Columns;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.SourcePlan;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the groups and sets of a plan cost: blocks a lookup reads, bytes a key takes. */
final class PlanCosts {
  private final PlanIndex plan;
  private final BlocksRead reads = new BlocksRead();
  private final RepSizes reps = new RepSizes();

  /** By pack, the windows of every group that uses it: it is stored once for all of them. */
  private final Map<String, Set<BlocksRead.Extent>> windows = new HashMap<>();

  PlanCosts(PlanIndex plan) {
    this.plan = plan;
    for (GroupPlan group : plan.plan().groups()) {
      for (GroupPlan.Feature feature : group.features()) {
        windows
            .computeIfAbsent(group.packs().get(feature.pack()).id(), id -> new LinkedHashSet<>())
            .add(extent(feature));
      }
    }
  }

  ByteSize rep(GroupPlan.Aggregate aggregate) {
    return reps.of(aggregate);
  }

  ByteSize rep(GroupPlan.Pack pack) {
    return reps.of(pack);
  }

  GroupCost of(GroupPlan group) {
    long late = most(group, SourcePlan::lateMicros);
    long inStream = inStream(group, late);
    long blocks = 0;
    ByteSize stored = ByteSize.NONE;
    ByteSize rep = ByteSize.NONE;
    for (GroupPlan.Pack pack : group.packs()) {
      long kept =
          BlocksKept.stored(group.ladder(), late, windows.getOrDefault(pack.id(), Set.of()));
      blocks += kept;
      stored = stored.plus(reps.of(pack).times(kept));
      rep = rep.plus(reps.of(pack));
    }
    return new GroupCost(
        blocksRead(group, group.features()), blocks, stored, inStream, rep.times(inStream));
  }

  /** A group that only files feed has no stream. */
  private long inStream(GroupPlan group, long late) {
    boolean streamed = plan.sourcesOf(group).stream().anyMatch(s -> s.topic().isPresent());
    return streamed
        ? BlocksKept.inStream(group.ladder(), most(group, SourcePlan::behindMicros), late)
        : 0;
  }

  SetCost of(FeatureSetPlan set) {
    return set.members().stream().map(this::of).reduce(SetCost.NONE, SetCost::plus);
  }

  private SetCost of(FeatureSetPlan.Member member) {
    List<String> features = member.outputs().stream().map(FeatureSetPlan.Output::feature).toList();
    SetCost cost = of(member.kind(), member.group(), features);
    if (member.fallback().isPresent()) {
      FeatureSetPlan.Fallback fallback = member.fallback().get();
      cost = cost.plus(of(fallback.kind(), fallback.from(), fallback.features()));
    }
    long enriched = member.enrichments().size() * longestList(member);
    return cost.plus(new SetCost(0, 0, enriched));
  }

  private SetCost of(FeatureSetPlan.Kind kind, String name, List<String> features) {
    return switch (kind) {
      case REQUEST -> SetCost.NONE;
      case SNAPSHOT -> new SetCost(0, 0, 1);
      case GROUP -> {
        GroupPlan group = plan.group(name);
        Collection<GroupPlan.Feature> read = readFor(group, features);
        yield isAssembled(group)
            ? new SetCost(0, read.size(), 0)
            : new SetCost(blocksRead(group, read), 0, 0);
      }
    };
  }

  /** How many items the list that a member enriches can have. */
  private long longestList(FeatureSetPlan.Member member) {
    if (member.kind() != FeatureSetPlan.Kind.GROUP) {
      return 1;
    }
    GroupPlan group = plan.group(member.group());
    return readFor(group, List.of(member.outputs().get(0).feature())).stream()
        .map(feature -> group.aggregate(feature).parameters().get("n"))
        .mapToLong(n -> n instanceof Long bound ? bound : 1)
        .max()
        .orElse(1);
  }

  /** The stored features behind some features, which may be derived. */
  private static Set<GroupPlan.Feature> readFor(GroupPlan group, List<String> names) {
    Set<String> needed = new HashSet<>(names);
    for (int i = group.derived().size() - 1; i >= 0; i--) {
      Derived derived = group.derived().get(i);
      if (needed.contains(derived.name())) {
        needed.addAll(Columns.readBy(List.of(derived.expr())).keySet());
      }
    }
    return group.features().stream()
        .filter(feature -> needed.contains(feature.name()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private long blocksRead(GroupPlan group, Collection<GroupPlan.Feature> features) {
    long blocks = 0;
    for (int i = 0; i < group.packs().size(); i++) {
      int pack = i;
      Set<BlocksRead.Extent> extents =
          features.stream()
              .filter(feature -> feature.pack() == pack)
              .map(PlanCosts::extent)
              .collect(Collectors.toSet());
      if (!extents.isEmpty()) {
        blocks +=
            reads.atMost(
                new BlocksRead.Question(
                    group.ladder(),
                    most(group, SourcePlan::lateMicros),
                    group.head() == GroupPlan.Head.OPEN,
                    extents));
      }
    }
    return blocks;
  }

  private long most(GroupPlan group, ToLongFunction<SourcePlan> micros) {
    return plan.sourcesOf(group).stream().mapToLong(micros).max().orElse(0);
  }

  static boolean isAssembled(GroupPlan group) {
    return group.serving().mode() == GroupPlan.Serving.Mode.ASSEMBLED;
  }

  private static BlocksRead.Extent extent(GroupPlan.Feature feature) {
    return new BlocksRead.Extent(feature.windowMicros(), feature.stepMicros(), feature.anchor());
  }
}

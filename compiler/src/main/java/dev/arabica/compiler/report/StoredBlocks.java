package dev.arabica.compiler.report;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The blocks that an old plan has stored, and the features of it that a new one has no more. */
final class StoredBlocks {
  /** The longest window over the blocks of each pack. */
  private final Map<Blocks, Long> longest = new HashMap<>();

  private final Map<Reading, String> gone = new HashMap<>();

  /** Blocks are of a pack, in some sizes. */
  private record Blocks(String pack, List<Long> sizes) {
    static Blocks of(GroupPlan group, GroupPlan.Feature feature) {
      return new Blocks(group.packs().get(feature.pack()).id(), group.ladder().sizes());
    }
  }

  /** What a feature reads of them, whatever its name is. */
  private record Reading(
      String aggregate, List<Long> sizes, long window, long step, Window.Anchor anchor) {
    static Reading of(GroupPlan group, GroupPlan.Feature feature) {
      return new Reading(
          group.aggregate(feature).id(),
          group.ladder().sizes(),
          feature.windowMicros(),
          feature.stepMicros(),
          feature.anchor());
    }
  }

  StoredBlocks(PlanIndex old, PlanIndex now) {
    for (GroupPlan group : old.plan().groups()) {
      Set<String> kept = now.findGroup(group.name()).map(Features::names).orElse(Set.of());
      for (GroupPlan.Feature feature : group.features()) {
        longest.merge(Blocks.of(group, feature), feature.windowMicros(), Math::max);
        if (!kept.contains(feature.name())) {
          gone.putIfAbsent(Reading.of(group, feature), group.name() + "." + feature.name());
        }
      }
    }
  }

  /** Whether a feature's values can be put together from them. */
  boolean hold(GroupPlan group, GroupPlan.Feature feature) {
    return longest.containsKey(Blocks.of(group, feature));
  }

  /** Whether a feature looks further back than any did, so that they may not reach that far. */
  boolean mayEndBefore(GroupPlan group, GroupPlan.Feature feature) {
    return hold(group, feature) && feature.windowMicros() > longest.get(Blocks.of(group, feature));
  }

  /** The feature that is gone and read the same. */
  Optional<String> formerly(GroupPlan group, GroupPlan.Feature feature) {
    return Optional.ofNullable(gone.get(Reading.of(group, feature)));
  }
}

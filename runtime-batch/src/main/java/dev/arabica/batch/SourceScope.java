package dev.arabica.batch;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.TimeRanges;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a repair does to all packs that one source feeds; travels to the tasks with the plan.
 *
 * @param rebuilt by pack id, where base blocks are built again
 * @param sealed by pack id, the hours that are sealed once this repair is committed
 * @param fences by pack id, the hours sealed so far with the revision that sealed them
 * @param lateness tells the rows that came late since the last repair
 */
record SourceScope(
    String planJson,
    String sourceName,
    Map<String, TimeRanges> rebuilt,
    Map<String, TimeRanges> sealed,
    Map<String, Fence> fences,
    Lateness lateness)
    implements Serializable {

  Plan plan() {
    return PlanCodec.fromJson(planJson);
  }

  SourcePlan source() {
    return plan().source(sourceName);
  }

  boolean isEmpty() {
    return rebuilt.values().stream().allMatch(TimeRanges::isEmpty);
  }

  /**
   * The packs that have something to do; their order numbers them. Groups that define the same
   * aggregates share a pack, which is here once.
   */
  List<PackScope> packs() {
    Plan plan = plan();
    Map<String, PackScope> packs = new LinkedHashMap<>();
    for (GroupPlan group : plan.groupsOf(plan.source(sourceName))) {
      for (GroupPlan.Pack pack : group.packs()) {
        TimeRanges ranges = rebuilt.getOrDefault(pack.id(), TimeRanges.NONE);
        if (!ranges.isEmpty()) {
          packs.putIfAbsent(pack.id(), new PackScope(group, pack, ranges, sealed.get(pack.id())));
        }
      }
    }
    return List.copyOf(packs.values());
  }

  /** Everything that is rebuilt, of any pack. */
  TimeRanges rebuiltRanges() {
    return rebuilt.values().stream().reduce(TimeRanges.NONE, TimeRanges::union);
  }

  /**
   * Where raw rows are read: all rebuilt ranges, reaching back to where an earlier duplicate could
   * win. A later row never wins over an earlier one, so nothing is read beyond.
   */
  TimeRanges readRanges() {
    TimeRanges all = rebuiltRanges();
    return source().dedup().isPresent()
        ? all.reachingBack(source().dedup().get().withinMicros())
        : all;
  }
}

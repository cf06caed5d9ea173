package dev.arabica.stream;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import java.util.List;

/**
 * What of a plan a stream's state depends on: its sources and what is stored, not what is read from
 * that. A new window over stored aggregates, or another feature set, needs no new stream.
 */
final class StreamIdentity {
  private StreamIdentity() {}

  /** A content hash, in hex. */
  static String of(Plan plan) {
    List<GroupPlan> stored = plan.groups().stream().map(StreamIdentity::stored).toList();
    return PlanCodec.identity(
        new Plan(
            plan.sources(), plan.streams(), stored, List.of(), List.of(), List.of(), List.of()));
  }

  private static GroupPlan stored(GroupPlan group) {
    return new GroupPlan(
        group.name(),
        group.source(),
        group.keys(),
        group.where(),
        group.ladder(),
        group.packs(),
        List.of());
  }
}

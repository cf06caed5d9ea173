package dev.arabica.compiler.report;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** What the costs in a report assume. */
final class Legend {
  private Legend() {}

  static List<String> of(Plan shown, PlanFacts facts) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Costs are estimates. Reads: the most at any time of the day, with a repair every "
            + BlocksKept.sealedEvery()
            + ".");
    lines.add(
        "Bytes: of a key with events in every block, without what the store adds; as a rule (%d events"
            .formatted(RepSizes.TYPICAL_EVENTS));
    lines.add(
        "a block, strings of %d bytes, lists of %d) to at most (full reps, strings of %d, lists of %d)."
            .formatted(
                SampleValues.TYPICAL.stringBytes(),
                SampleValues.TYPICAL.listLength(),
                SampleValues.GREATEST.stringBytes(),
                SampleValues.GREATEST.listLength()));
    if (any(shown, (group, pack) -> !facts.sharersOf(pack, group).isEmpty())) {
      lines.add("A pack that groups share is stored once, and counted in each of them.");
    }
    return lines;
  }

  private interface PackTest {
    boolean holds(GroupPlan group, GroupPlan.Pack pack);
  }

  private static boolean any(Plan plan, PackTest test) {
    return plan.groups().stream()
        .anyMatch(group -> group.packs().stream().anyMatch(pack -> test.holds(group, pack)));
  }
}

package dev.arabica.compiler.report;

import dev.arabica.core.plan.GroupPlan;
import java.util.ArrayList;
import java.util.List;

/** A group for people: what is stored, which features come of it, and what it costs. */
final class GroupText {
  private final PlanFacts facts;
  private final Paper paper;

  GroupText(PlanFacts facts, Paper paper) {
    this.facts = facts;
    this.paper = paper;
  }

  void group(GroupPlan group) {
    paper.heading(
        "features "
            + group.name()
            + " from "
            + facts.shown(group.source())
            + " by "
            + AggregateText.keys(group));
    group.where().ifPresent(where -> paper.words("where", ExprText.of(where)));
    List<String> modes = AggregateText.modes(group);
    if (!modes.isEmpty()) {
      paper.labelled("serve", modes);
    }
    group.packs().forEach(pack -> pack(group, pack));
    group
        .derived()
        .forEach(
            derived ->
                paper.words(
                    "derive",
                    derived.name()
                        + " "
                        + derived.expr().type()
                        + " = "
                        + ExprText.of(derived.expr())));
    cost(group);
  }

  private void pack(GroupPlan group, GroupPlan.Pack pack) {
    List<String> sharers = facts.shown(facts.sharersOf(pack, group));
    paper.labelled(
        "pack",
        pack.id() + (sharers.isEmpty() ? "" : ", shared with " + String.join(", ", sharers)));
    List<List<String>> rows = new ArrayList<>();
    for (GroupPlan.Aggregate aggregate : PlanFacts.inOrderOfUse(group, pack)) {
      rows.add(row(group, pack, aggregate));
    }
    paper.table("", rows);
  }

  private List<String> row(GroupPlan group, GroupPlan.Pack pack, GroupPlan.Aggregate aggregate) {
    List<String> keepers = facts.shown(facts.keepersOf(aggregate, pack, group));
    String windows = AggregateText.windows(group, aggregate);
    ByteSize rep = facts.costs().rep(aggregate);
    return List.of(
        aggregate.name(),
        AggregateText.definition(aggregate),
        rep.toString(),
        (windows.isEmpty() ? "not read here" : "over " + windows)
            + (keepers.isEmpty() ? "" : "  (also stored for " + String.join(", ", keepers) + ")"));
  }

  private void cost(GroupPlan group) {
    GroupCost cost = facts.costs().of(group);
    boolean assembled = PlanCosts.isAssembled(group);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            assembled ? "assembly" : "lookup",
            "reads " + Counted.of(cost.blocksRead(), "block") + " at most"));
    rows.add(
        List.of("store", Counted.of(cost.blocksStored(), "block") + " a key, " + cost.stored()));
    if (cost.blocksInStream() > 0) {
      rows.add(
          List.of(
              "stream", Counted.of(cost.blocksInStream(), "block") + " a key, " + cost.inStream()));
    }
    paper.table("cost", rows);
  }
}

package dev.arabica.core.plan;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Columns;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan.Aggregate;
import dev.arabica.core.plan.GroupPlan.Pack;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.type.RowType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The packs of a plan that another plan, which follows it, can go on with. */
final class StoredPacks {
  private final Plan next;
  private final AggregateIdentities identities;
  private final Map<String, GroupPlan> groups = new HashMap<>();
  private final Map<Stored, List<Pack>> byAggregate = new HashMap<>();

  /** An aggregate in blocks of some sizes. */
  record Stored(String aggregate, Ladder ladder) {
    // Written out: what a record gets is linked when it is first called, which takes milliseconds.
    @Override
    public boolean equals(Object other) {
      return other instanceof Stored stored
          && aggregate.equals(stored.aggregate)
          && ladder.sizes().equals(stored.ladder.sizes());
    }

    @Override
    public int hashCode() {
      return aggregate.hashCode();
    }
  }

  StoredPacks(Plan previous, Plan next) {
    this.next = next;
    this.identities = new AggregateIdentities(next);
    for (GroupPlan group : previous.groups()) {
      groups.put(group.name(), group);
      for (Pack pack : group.packs()) {
        for (Aggregate aggregate : pack.aggregates()) {
          byAggregate
              .computeIfAbsent(
                  new Stored(aggregate.id(), group.ladder()), stored -> new ArrayList<>())
              .add(pack);
        }
      }
    }
  }

  /**
   * The packs that hold some of the aggregates that a group of the next plan uses, those that it
   * has read so far first. They may hold others, that it does not use or that nobody uses any more:
   * to leave these out would be to write the blocks of the first ones again.
   */
  List<Pack> readBy(GroupPlan group, Set<String> used) {
    Map<String, Pack> packs = new LinkedHashMap<>();
    GroupPlan before = groups.get(group.name());
    if (before != null && before.ladder().equals(group.ladder())) {
      before.packs().forEach(pack -> packs.put(pack.id(), pack));
    }
    for (String id : used) {
      byAggregate
          .getOrDefault(new Stored(id, group.ladder()), List.of())
          .forEach(pack -> packs.putIfAbsent(pack.id(), pack));
    }
    return packs.values().stream()
        .filter(pack -> pack.aggregates().stream().anyMatch(a -> used.contains(a.id())))
        .filter(pack -> pack.aggregates().stream().allMatch(a -> isComputable(group, a)))
        .toList();
  }

  /** Whether the aggregate is what it was, over the rows of the next plan. */
  private boolean isComputable(GroupPlan group, Aggregate aggregate) {
    List<Expr> keys = group.keys().stream().map(GroupPlan.Key::expr).toList();
    return AggregateFunction.refusal(aggregate).isEmpty()
        && areThere(AggregateIdentities.read(keys, group.where(), aggregate), group.source())
        && identities.of(group.source(), keys, group.where(), aggregate).equals(aggregate.id());
  }

  private boolean areThere(List<Expr> exprs, String source) {
    RowType rows = next.rowType(source);
    return Columns.readBy(exprs).entrySet().stream()
        .allMatch(
            column -> {
              int at = rows.indexOf(column.getKey());
              return at >= 0 && rows.type(at).equals(column.getValue());
            });
  }
}

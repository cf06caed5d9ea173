package dev.arabica.compiler.report;

import dev.arabica.core.expr.Columns;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What makes two aggregates different, so that neither can be read for the other. */
final class DefinitionDiff {
  private static final String NONE = "none";

  private final Plan old;
  private final Plan now;

  DefinitionDiff(Plan old, Plan now) {
    this.old = old;
    this.now = now;
  }

  /** Empty if and only if the aggregates of both features are the same. */
  List<Change> changes(
      GroupPlan oldGroup, GroupPlan.Feature was, GroupPlan group, GroupPlan.Feature is) {
    GroupPlan.Aggregate before = oldGroup.aggregate(was);
    GroupPlan.Aggregate after = group.aggregate(is);
    if (before.id().equals(after.id())) {
      return List.of();
    }
    Change.Collector changes = new Change.Collector();
    changes.compare("from", oldGroup.source(), group.source());
    if (oldGroup.source().equals(group.source())) {
      compareRows(oldGroup.source(), changes);
    }
    changes.compare("keys", keys(oldGroup), keys(group));
    changes.compare("group where", text(oldGroup.where()), text(group.where()));
    compare(before, after, changes);
    Map<String, Type> types = Columns.readBy(exprs(group, after));
    Columns.readBy(exprs(oldGroup, before))
        .forEach(
            (column, type) ->
                changes.compare(
                    "type of " + column,
                    type.toString(),
                    types.getOrDefault(column, type).toString()));
    List<Change> found = changes.found();
    return found.isEmpty() ? List.of(Change.of("stored form", "another", "this build's")) : found;
  }

  private static List<Expr> exprs(GroupPlan group, GroupPlan.Aggregate aggregate) {
    List<Expr> exprs = new ArrayList<>();
    group.keys().forEach(key -> exprs.add(key.expr()));
    group.where().ifPresent(exprs::add);
    aggregate.input().ifPresent(exprs::add);
    aggregate.by().ifPresent(exprs::add);
    aggregate.where().ifPresent(exprs::add);
    return exprs;
  }

  /** What the rows of a source or a stream are, wherever that is said. */
  private void compareRows(String name, Change.Collector changes) {
    Optional<StreamPlan> was = old.stream(name);
    Optional<StreamPlan> is = now.stream(name);
    if (was.isPresent() && is.isPresent()) {
      RowsDiff.compare(was.get(), is.get(), changes);
      Set<String> read = new TreeSet<>();
      is.get().branches().forEach(branch -> read.add(branch.from()));
      read.forEach(from -> compareRows(from, changes));
    } else if (was.isPresent() || is.isPresent()) {
      changes.compare(
          "view " + name, was.isPresent() ? "declared" : NONE, is.isPresent() ? "declared" : NONE);
    } else {
      old.findSource(name)
          .ifPresent(source -> now.findSource(name).ifPresent(s -> compare(source, s, changes)));
    }
  }

  private static void compare(SourcePlan was, SourcePlan is, Change.Collector changes) {
    changes
        .compare("time of " + is.name(), ExprText.of(was.time()), ExprText.of(is.time()))
        .compare("dedup of " + is.name(), RowsDiff.dedup(was.dedup()), RowsDiff.dedup(is.dedup()))
        .compare("timestamps of " + is.name(), RowsDiff.encodings(was), RowsDiff.encodings(is));
  }

  private static void compare(
      GroupPlan.Aggregate was, GroupPlan.Aggregate is, Change.Collector changes) {
    changes
        .compare("function", was.function(), is.function())
        .compare("stored form", "version " + was.codecVersion(), "version " + is.codecVersion())
        .compare("input", text(was.input()), text(is.input()))
        .compare("by", text(was.by()), text(is.by()))
        .compare("where", text(was.where()), text(is.where()));
    Set<String> parameters = new TreeSet<>(was.parameters().keySet());
    parameters.addAll(is.parameters().keySet());
    for (String name : parameters) {
      changes.compare(
          "parameter " + name,
          AggregateText.parameter(was, name),
          AggregateText.parameter(is, name));
    }
  }

  private static String keys(GroupPlan group) {
    return AggregateText.exprs(group.keys().stream().map(GroupPlan.Key::expr).toList());
  }

  private static String text(Optional<Expr> expr) {
    return expr.map(ExprText::of).orElse(NONE);
  }
}

package dev.arabica.compiler.report;

import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.ModelPlan;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A feature set for people: its columns, where their keys come from, and what a row costs. */
final class SetText {
  private final PlanFacts facts;
  private final Paper paper;
  private final MemberText members;
  private final ColumnTypes types;

  SetText(PlanFacts facts, Paper paper) {
    this.facts = facts;
    this.paper = paper;
    this.members = new MemberText(facts);
    this.types = new ColumnTypes(facts.index());
  }

  void set(FeatureSetPlan set) {
    Map<String, Type> columns = types.of(set);
    paper.heading("feature_set " + set.name() + " for " + MemberText.keys(set.keys()));
    paper.labelled("columns", Integer.toString(columns.size()));
    set.members().forEach(member -> member(member, columns));
    for (Derived derived : set.derived()) {
      String type = " " + derived.expr().type() + " = ";
      paper.words("derive", derived.name() + type + ExprText.of(derived.expr()));
    }
    for (FeatureSetPlan.Label label : set.labels()) {
      paper.words("label", label.name() + " " + label.type() + " = " + members.label(label));
    }
    paper.labelled("cost", cost(facts.costs().of(set)));
  }

  private void member(FeatureSetPlan.Member member, Map<String, Type> columns) {
    paper.labelled(member.alias(), "= " + members.target(member));
    List<String> shown =
        member.outputs().stream()
            .map(o -> MemberText.shortColumn(member, o) + " " + columns.get(o.column()))
            .toList();
    paper.labelled("", shown);
    member
        .enrichments()
        .forEach(with -> paper.words("", "enriched with " + members.enrichment(with)));
    member
        .fallback()
        .ifPresent(fallback -> paper.words("", "fallback " + members.fallback(fallback)));
  }

  private static List<String> cost(SetCost cost) {
    List<String> parts = new ArrayList<>();
    parts.add("a row reads " + Counted.of(cost.blocks(), "block"));
    if (cost.assembled() > 0) {
      parts.add(Counted.of(cost.assembled(), "assembled value"));
    }
    if (cost.snapshotRows() > 0) {
      parts.add(Counted.of(cost.snapshotRows(), "snapshot row"));
    }
    parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " at most");
    return parts;
  }

  /** {@code language string default "und"}. */
  static String column(ColumnPlan column) {
    return column.name()
        + " "
        + column.type()
        + (column.nullable() ? "?" : "")
        + column.defaultValue().map(value -> " default " + LiteralText.of(value)).orElse("");
  }

  /** {@code log1p(snap.n), content.author_id hashed 1000}. */
  static String items(ModelPlan.Input input) {
    return input.items().stream().map(SetText::item).collect(Collectors.joining(", "));
  }

  private static String item(ModelPlan.Item item) {
    String hashed = item.hashBuckets() == 0 ? "" : " hashed " + item.hashBuckets();
    return ExprText.of(item.expr()) + hashed;
  }
}

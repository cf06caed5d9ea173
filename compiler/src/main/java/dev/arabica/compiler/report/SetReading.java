package dev.arabica.compiler.report;

import dev.arabica.core.expr.Columns;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.FeatureSetPlan.Output;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where each column of a plan's sets comes from. */
final class SetReading {
  private final MemberText members;
  private final ColumnTypes types;

  SetReading(Plan plan) {
    PlanFacts facts = new PlanFacts(plan);
    this.members = new MemberText(facts);
    this.types = new ColumnTypes(facts.index());
  }

  /**
   * A column of a set.
   *
   * @param what {@code column} or {@code label}, and its name
   * @param reads as one writes it in a spec
   * @param features qualified names of what its value comes from
   */
  record Column(String name, String what, String type, String reads, List<String> features) {}

  /** By name, in the order of the set. */
  Map<String, Column> of(FeatureSetPlan set) {
    Map<String, Type> typeOf = types.of(set);
    Map<String, Column> columns = new LinkedHashMap<>();
    for (Member member : set.members()) {
      for (int i = 0; i < member.outputs().size(); i++) {
        String name = member.outputs().get(i).column();
        String reads = reads(member, i);
        add(columns, "column ", name, typeOf.get(name), reads, features(member, i));
      }
    }
    for (Derived derived : set.derived()) {
      List<String> read =
          Columns.readBy(List.of(derived.expr())).keySet().stream()
              .map(columns::get)
              .filter(Objects::nonNull)
              .flatMap(column -> column.features().stream())
              .toList();
      add(columns, "column ", derived.name(), derived.expr().type(), text(derived), read);
    }
    for (FeatureSetPlan.Label label : set.labels()) {
      add(columns, "label ", label.name(), label.type(), members.label(label), List.of());
    }
    return columns;
  }

  private static void add(
      Map<String, Column> columns,
      String noun,
      String name,
      Type type,
      String reads,
      List<String> features) {
    columns.put(name, new Column(name, noun + name, type.toString(), reads, features));
  }

  private static String text(Derived derived) {
    return ExprText.of(derived.expr());
  }

  private String reads(Member member, int output) {
    StringBuilder reads = new StringBuilder(members.target(member));
    reads.append('.').append(member.outputs().get(output).feature());
    member
        .enrichments()
        .forEach(e -> reads.append(" enriched with ").append(members.enrichment(e)));
    member
        .fallback()
        .ifPresent(
            fallback ->
                reads
                    .append(" fallback ")
                    .append(members.target(fallback))
                    .append('.')
                    .append(fallback.features().get(output)));
    return reads.toString();
  }

  private static List<String> features(Member member, int output) {
    List<String> features = new ArrayList<>();
    Output read = member.outputs().get(output);
    features.add(member.group() + "." + read.feature());
    member.fallback().ifPresent(f -> features.add(f.from() + "." + f.features().get(output)));
    return features;
  }
}

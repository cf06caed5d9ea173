package dev.arabica.compiler.report;

import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The types of what a plan gives: the features of its groups, the columns of its sets. */
final class ColumnTypes {
  private final PlanIndex plan;

  ColumnTypes(PlanIndex plan) {
    this.plan = plan;
  }

  /** The columns of a set, in order; labels come last. */
  Map<String, Type> of(FeatureSetPlan set) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (FeatureSetPlan.Member member : set.members()) {
      for (FeatureSetPlan.Output output : member.outputs()) {
        types.put(output.column(), of(member, output));
      }
    }
    set.derived().forEach(derived -> types.put(derived.name(), derived.expr().type()));
    set.labels().forEach(label -> types.put(label.name(), label.type()));
    return types;
  }

  Type of(FeatureSetPlan.Member member, FeatureSetPlan.Output output) {
    Type type = of(member.kind(), member.group(), output.feature());
    return member.enrichments().isEmpty() ? type : enriched(type, member.enrichments());
  }

  private Type enriched(Type type, List<FeatureSetPlan.Enrichment> enrichments) {
    if (!(type instanceof Type.ListType list && list.element() instanceof Type.StructType item)) {
      return type;
    }
    List<Type.Field> fields = new ArrayList<>(item.fields());
    for (FeatureSetPlan.Enrichment enrichment : enrichments) {
      for (FeatureSetPlan.Output added : enrichment.fields()) {
        Type of = of(FeatureSetPlan.Kind.SNAPSHOT, enrichment.snapshot(), added.feature());
        fields.add(new Type.Field(added.column(), of, true));
      }
    }
    return new Type.ListType(new Type.StructType(fields));
  }

  private Type of(FeatureSetPlan.Kind kind, String name, String feature) {
    return switch (kind) {
      case GROUP -> of(plan.group(name), feature);
      case SNAPSHOT -> of(plan.snapshot(name).columns(), feature);
      case REQUEST -> of(plan.request(name).columns(), feature);
    };
  }

  /** The type of a feature of a group, stored or derived. */
  static Type of(GroupPlan group, String feature) {
    return Stream.concat(
            group.features().stream()
                .filter(stored -> stored.name().equals(feature))
                .map(GroupPlan.Feature::type),
            group.derived().stream()
                .filter(derived -> derived.name().equals(feature))
                .map(ColumnTypes::typeOf))
        .findFirst()
        .orElse(Type.NULL);
  }

  private static Type typeOf(Derived derived) {
    return derived.expr().type();
  }

  private static Type of(List<ColumnPlan> columns, String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .map(ColumnPlan::type)
        .findFirst()
        .orElse(Type.NULL);
  }
}

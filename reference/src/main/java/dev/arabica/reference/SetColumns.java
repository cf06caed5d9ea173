package dev.arabica.reference;

import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;

/** The types of what a feature set gives. */
record SetColumns(Plan plan, FeatureSetPlan set) {

  /** The columns that a lookup gives too: all but the labels. */
  List<Type.Field> served() {
    List<Type.Field> columns = new ArrayList<>();
    for (FeatureSetPlan.Member member : set.members()) {
      for (FeatureSetPlan.Output output : member.outputs()) {
        columns.add(new Type.Field(output.column(), type(member, output), true));
      }
    }
    for (Derived derived : set.derived()) {
      columns.add(new Type.Field(derived.name(), derived.expr().type(), true));
    }
    return columns;
  }

  /** The type of an output. */
  Type type(FeatureSetPlan.Member member, FeatureSetPlan.Output output) {
    return enriched(member, own(member, output));
  }

  /** The type of an output before anything is added to it. */
  Type own(FeatureSetPlan.Member member, FeatureSetPlan.Output output) {
    return switch (member.kind()) {
      case GROUP -> ofGroup(plan.group(member.group()), output.feature());
      case SNAPSHOT -> ofColumn(plan.snapshot(member.group()).columns(), output.feature());
      case REQUEST -> ofColumn(plan.request(member.group()).columns(), output.feature());
    };
  }

  static Type ofGroup(GroupPlan group, String name) {
    for (Derived derived : group.derived()) {
      if (derived.name().equals(name)) {
        return derived.expr().type();
      }
    }
    return group.features().get(group.featureIndex(name)).type();
  }

  static Type ofColumn(List<ColumnPlan> columns, String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .map(ColumnPlan::type)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no column `" + name + "`"));
  }

  private Type enriched(FeatureSetPlan.Member member, Type own) {
    if (member.enrichments().isEmpty()) {
      return own;
    }
    Type.StructType item = (Type.StructType) ((Type.ListType) own).element();
    List<Type.Field> fields = new ArrayList<>(item.fields());
    for (FeatureSetPlan.Enrichment enrichment : member.enrichments()) {
      List<ColumnPlan> columns = plan.snapshot(enrichment.snapshot()).columns();
      for (FeatureSetPlan.Output field : enrichment.fields()) {
        fields.add(new Type.Field(field.column(), ofColumn(columns, field.feature()), true));
      }
    }
    return new Type.ListType(new Type.StructType(fields));
  }
}

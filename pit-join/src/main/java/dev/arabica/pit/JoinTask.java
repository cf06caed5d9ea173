package dev.arabica.pit;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.io.Serializable;
import java.util.List;

/**
 * All that a task needs, in serializable form: the plan as JSON, everything else as text and
 * numbers.
 *
 * @param spineJson the spine's columns, see {@link #spineJson(List)}
 * @param staging the folder of the staged spine
 */
record JoinTask(
    String planJson,
    String featureSet,
    String spineJson,
    String staging,
    History history,
    boolean allowPartial)
    implements Serializable {

  /** Columns as the keys of a nameless feature set: the plan's JSON is the one codec of types. */
  static String spineJson(List<Type.Field> columns) {
    List<FeatureSetPlan.SetKey> keys =
        columns.stream().map(c -> new FeatureSetPlan.SetKey(c.name(), c.type())).toList();
    FeatureSetPlan spine = new FeatureSetPlan("spine", keys, List.of());
    return PlanCodec.toJson(new Plan(List.of(), List.of(), List.of(spine)));
  }

  Roles roles() {
    return Roles.of(PlanCodec.fromJson(planJson), featureSet);
  }

  List<Type.Field> spineColumns() {
    return PlanCodec.fromJson(spineJson).featureSet("spine").keys().stream()
        .map(key -> new Type.Field(key.name(), key.type(), true))
        .toList();
  }

  StagedRow newRow(Roles roles) {
    return new StagedRow(new RowType(spineColumns()), roles.groups().size(), roles.roles().size());
  }
}

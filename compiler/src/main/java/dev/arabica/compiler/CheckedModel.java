package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The specs resolved and typed. Cannot hold an error: what had one is absent. */
record CheckedModel(
    List<SourcePlan> sources, List<Group> groups, List<FeatureSetPlan> featureSets) {

  record Group(
      String name,
      SourcePlan source,
      List<GroupPlan.Key> keys,
      Optional<Expr> where,
      List<Feature> features) {}

  /** One window of one aggregate. */
  record Feature(
      String name,
      Aggregate aggregate,
      Over over,
      Optional<Expr.Literal> defaultValue,
      Type type) {}

  record Aggregate(
      String name,
      String function,
      Optional<Expr> input,
      Optional<Expr> where,
      Map<String, Long> parameters) {}

  record Over(long windowMicros, long stepMicros, Window.Anchor anchor) {}
}

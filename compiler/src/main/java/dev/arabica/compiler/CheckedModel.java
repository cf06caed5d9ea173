package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The specs resolved and typed. Cannot hold an error: what had one is absent. */
record CheckedModel(
    List<SourcePlan> sources,
    List<StreamPlan> streams,
    List<Group> groups,
    List<FeatureSetPlan> featureSets) {

  /**
   * A group.
   *
   * @param from the source or stream whose rows its expressions are over
   */
  record Group(
      String name,
      String from,
      List<GroupPlan.Key> keys,
      Optional<Expr> where,
      List<Feature> features,
      GroupPlan.Head head,
      GroupPlan.Serving serving,
      List<Derived> derived) {}

  /** One window of one aggregate. */
  record Feature(
      String name,
      Aggregate aggregate,
      Over over,
      Optional<Expr.Literal> defaultValue,
      boolean allowPartial) {
    Type type() {
      return aggregate.type();
    }
  }

  /**
   * An aggregate.
   *
   * @param type of its values
   */
  record Aggregate(
      String name,
      String function,
      Optional<Expr> input,
      Optional<Expr> by,
      Optional<Expr> where,
      Map<String, Object> parameters,
      Type type) {}

  record Over(long windowMicros, long stepMicros, Window.Anchor anchor) {}
}

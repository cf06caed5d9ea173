package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.ModelPlan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
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
    List<SnapshotPlan> snapshots,
    List<RequestPlan> requests,
    List<FeatureSet> featureSets,
    List<ModelPlan> models,
    List<SpecTest> tests) {

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

  /**
   * A feature set.
   *
   * @param plan without its labels
   */
  record FeatureSet(FeatureSetPlan plan, List<Label> labels) {}

  /**
   * An aggregate over what follows a row.
   *
   * @param from the source or stream whose rows its expressions are over
   */
  record Label(
      String from,
      Optional<Expr> where,
      List<LabelKey> keys,
      Aggregate aggregate,
      long withinMicros,
      Optional<Expr.Literal> defaultValue) {}

  /**
   * A key of a label's events.
   *
   * @param column of the events
   * @param filledBy the key of the set, or the column, that it must equal
   */
  record LabelKey(String column, Expr expr, String filledBy) {}
}

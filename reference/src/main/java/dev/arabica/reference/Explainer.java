package dev.arabica.reference;

import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.intake.SpineRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says what the values of an engine were made of. */
public final class Explainer {
  private final ReferenceEngine engine;
  private final Origins origins;

  public Explainer(ReferenceEngine engine) {
    this.engine = engine;
    this.origins = new Origins(engine);
  }

  /** Explains {@link ReferenceEngine#value(FeatureSetPlan, String, SpineRow)}. */
  public Explanation explain(FeatureSetPlan set, String column, SpineRow row) {
    return new SetExplainer(this, engine, set, row).explain(column);
  }

  /** Explains {@link ReferenceEngine#value(String, String, List, Long, Long)}. */
  public Explanation explain(
      String group, String feature, List<Object> key, long time, Long watermark) {
    GroupPlan owner = engine.plan().group(group);
    Optional<Derived> derived = derived(owner.derived(), feature);
    return new Explanation(
        owner.name() + "." + feature,
        SetColumns.ofGroup(owner, feature),
        engine.value(group, feature, key, time, watermark),
        derived.isPresent()
            ? Optional.empty()
            : Optional.of(origins.ofFeature(owner, feature, key, time, watermark)),
        parts(derived, part -> explain(group, part, key, time, watermark)));
  }

  static Optional<Derived> derived(List<Derived> all, String name) {
    return all.stream().filter(one -> one.name().equals(name)).findFirst();
  }

  static List<Explanation> parts(Optional<Derived> derived, Function<String, Explanation> explain) {
    return derived.stream()
        .flatMap(one -> DerivedValue.columns(one.expr()).keySet().stream())
        .map(explain)
        .toList();
  }
}

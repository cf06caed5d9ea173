package dev.arabica.core.plan;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Parameter;
import dev.arabica.core.plan.FeatureSetPlan.Fallback;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.plan.FeatureSetPlan.Label;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.GroupPlan.Aggregate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Holds what a plan that was read names to what it has. */
final class PlanReferences {
  private final Set<String> rows;
  private final Set<String> groups;
  private final Set<String> snapshots;
  private final Set<String> requests;
  private final Set<String> sets;

  private PlanReferences(Plan plan) {
    rows = names("sources", plan.sources(), SourcePlan::name);
    groups = names("groups", plan.groups(), GroupPlan::name);
    snapshots = names("snapshots", plan.snapshots(), SnapshotPlan::name);
    requests = names("requests", plan.requests(), RequestPlan::name);
    sets = names("feature_sets", plan.featureSets(), FeatureSetPlan::name);
  }

  /**
   * @throws IllegalArgumentException saying where the plan names what it does not have
   */
  static void check(Plan plan) {
    PlanReferences references = new PlanReferences(plan);
    each("streams", plan.streams(), references::addStream);
    each("groups", plan.groups(), references::check);
    each("feature_sets", plan.featureSets(), references::check);
    each(
        "models",
        plan.models(),
        model -> require("feature_set", references.sets, model.featureSet()));
    names("models", plan.models(), ModelPlan::name);
  }

  /** A stream reads what stands before it, so that none reads itself. */
  private void addStream(StreamPlan stream) {
    each(
        "branches",
        stream.branches(),
        branch -> {
          require("from", rows, branch.from());
          if (branch.columns().size() != stream.columns().size()) {
            throw new IllegalArgumentException("has not one expression for each column");
          }
        });
    if (!rows.add(stream.name())) {
      throw new IllegalArgumentException("`" + stream.name() + "` is there twice");
    }
  }

  private void check(GroupPlan group) {
    require("source", rows, group.source());
    each("packs", group.packs(), pack -> each("aggregates", pack.aggregates(), this::check));
    each(
        "features",
        group.features(),
        feature -> {
          if (feature.pack() >= group.packs().size()
              || feature.aggregate() >= group.packs().get(feature.pack()).aggregates().size()) {
            throw new IllegalArgumentException("the group has no such pack or aggregate");
          }
        });
  }

  /** What this build has no code for is no error here: no engine takes it, see Unsupported. */
  private void check(Aggregate aggregate) {
    if (AggregateFunction.refusal(aggregate).isPresent()) {
      return;
    }
    AggregateFunction function = AggregateFunction.named(aggregate.function());
    Set<String> unknown = new TreeSet<>(aggregate.parameters().keySet());
    for (Parameter parameter : function.signature()) {
      Object value = aggregate.parameters().get(parameter.name());
      if (!parameter.isExpression() && !parameter.accepts(value)) {
        throw new IllegalArgumentException(
            "`%s` of `%s` is %s, not %s"
                .formatted(parameter.name(), function.symbol(), parameter.expected(), value));
      }
      unknown.remove(parameter.name());
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "`%s` has no parameter `%s`".formatted(function.symbol(), unknown.iterator().next()));
    }
  }

  private void check(FeatureSetPlan set) {
    each("members", set.members(), this::check);
    each("labels", set.labels(), this::check);
  }

  private void check(Member member) {
    require("group", named(member.kind()), member.group());
    each(
        "enrichments",
        member.enrichments(),
        enrichment -> require("snapshot", snapshots, enrichment.snapshot()));
    member.fallback().ifPresent(fallback -> check(member, fallback));
  }

  private void check(Member member, Fallback fallback) {
    require("fallback.from", named(fallback.kind()), fallback.from());
    if (fallback.features().size() != member.outputs().size()) {
      throw new IllegalArgumentException("has not one feature to fall back to for each output");
    }
  }

  private void check(Label label) {
    require("source", rows, label.source());
    PlanNode.checkAt("aggregate", () -> check(label.aggregate()));
    if (label.keys().size() != label.keyExprs().size()) {
      throw new IllegalArgumentException("has not one key for each of its expressions");
    }
  }

  private Set<String> named(Kind kind) {
    return switch (kind) {
      case GROUP -> groups;
      case SNAPSHOT -> snapshots;
      case REQUEST -> requests;
    };
  }

  private static void require(String member, Set<String> known, String name) {
    if (!known.contains(name)) {
      throw new PlanFormatException(member, "names `" + name + "`, which is not there", null);
    }
  }

  private static <T> Set<String> names(String member, List<T> all, Function<T, String> nameOf) {
    Set<String> names = new HashSet<>();
    each(
        member,
        all,
        one -> {
          if (!names.add(nameOf.apply(one))) {
            throw new IllegalArgumentException("`" + nameOf.apply(one) + "` is there twice");
          }
        });
    return names;
  }

  private static <T> void each(String member, List<T> all, Consumer<T> check) {
    for (int i = 0; i < all.size(); i++) {
      T one = all.get(i);
      PlanNode.checkAt(member + "[" + i + "]", () -> check.accept(one));
    }
  }
}

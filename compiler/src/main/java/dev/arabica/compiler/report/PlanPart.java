package dev.arabica.compiler.report;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.ModelPlan;
import dev.arabica.core.plan.Names;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.core.plan.UnknownNameException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** One declaration of a plan with everything that it is made from. */
public final class PlanPart {
  private final Plan plan;
  private final Set<String> kept = new HashSet<>();

  private PlanPart(Plan plan) {
    this.plan = plan;
  }

  /**
   * The part of the plan that the named source, view, group, snapshot, request, set or model needs.
   *
   * @throws UnknownNameException if the plan has nothing of that name
   */
  public static Plan of(Plan plan, String name) {
    PlanPart part = new PlanPart(plan);
    List<String> all = part.names().toList();
    List<String> meant = all.stream().filter(known -> Names.matches(known, name)).toList();
    if (meant.isEmpty()) {
      throw new UnknownNameException("declaration", name, all);
    }
    meant.forEach(part::keep);
    return part.cut();
  }

  private Stream<String> names() {
    return Stream.of(
            plan.sources().stream().map(SourcePlan::name),
            plan.streams().stream().map(StreamPlan::name),
            plan.groups().stream().map(GroupPlan::name),
            plan.snapshots().stream().map(SnapshotPlan::name),
            plan.requests().stream().map(RequestPlan::name),
            plan.featureSets().stream().map(FeatureSetPlan::name),
            plan.models().stream().map(ModelPlan::name))
        .flatMap(Function.identity());
  }

  private void keep(String name) {
    if (kept.add(name)) {
      inputsOf(name).forEach(this::keep);
    }
  }

  private List<String> inputsOf(String name) {
    List<String> inputs = new ArrayList<>();
    plan.streams().stream()
        .filter(stream -> stream.name().equals(name))
        .forEach(stream -> stream.branches().forEach(branch -> inputs.add(branch.from())));
    plan.groups().stream()
        .filter(group -> group.name().equals(name))
        .forEach(group -> inputs.add(group.source()));
    plan.featureSets().stream()
        .filter(set -> set.name().equals(name))
        .forEach(set -> inputs.addAll(SetInputs.of(set)));
    plan.models().stream()
        .filter(model -> model.name().equals(name))
        .forEach(model -> inputs.add(model.featureSet()));
    return inputs;
  }

  private Plan cut() {
    return new Plan(
        cut(plan.sources(), SourcePlan::name),
        cut(plan.streams(), StreamPlan::name),
        cut(plan.groups(), GroupPlan::name),
        cut(plan.snapshots(), SnapshotPlan::name),
        cut(plan.requests(), RequestPlan::name),
        cut(plan.featureSets(), FeatureSetPlan::name),
        cut(plan.models(), ModelPlan::name));
  }

  private <T> List<T> cut(List<T> all, Function<T, String> name) {
    return all.stream().filter(one -> kept.contains(name.apply(one))).toList();
  }
}

package dev.arabica.compiler.report;

import dev.arabica.compiler.report.DeclarationChange.Kind;
import dev.arabica.core.expr.Columns;
import dev.arabica.core.plan.ModelPlan;
import dev.arabica.core.plan.Plan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of two plans' models, and of what they are fed. */
final class ModelDiff {
  private final Plan old;
  private final Plan now;
  private final SetDiff sets;

  ModelDiff(Plan old, Plan now, SetDiff sets) {
    this.old = old;
    this.now = now;
    this.sets = sets;
  }

  List<DeclarationChange> changes() {
    return new NamedDiff<>(Kind.MODEL, ModelPlan::name, this::changes)
        .between(old.models(), now.models());
  }

  private List<Change> changes(ModelPlan was, ModelPlan is) {
    Change.Collector changes = new Change.Collector();
    changes
        .compare("onnx", was.artifact(), is.artifact())
        .compare("features", was.featureSet(), is.featureSet())
        .compare("scores", String.join(", ", was.scores()), String.join(", ", is.scores()))
        .compare("for", String.join(", ", was.keys()), String.join(", ", is.keys()));
    OrderDiff.change("input order", inputs(was), inputs(is)).ifPresent(changes::add);
    for (ModelPlan.Input input : is.inputs()) {
      Optional<ModelPlan.Input> before = input(was, input.name());
      String text = before.map(SetText::items).orElse(null);
      changes.compare("input " + input.name(), text, SetText.items(input));
      before.ifPresent(unused -> columns(input, sets.changedColumns(is.featureSet()), changes));
    }
    was.inputs().stream()
        .filter(input -> input(is, input.name()).isEmpty())
        .forEach(i -> changes.compare("input " + i.name(), SetText.items(i), null));
    return changes.found();
  }

  private static void columns(
      ModelPlan.Input input, Set<String> changed, Change.Collector changes) {
    Set<String> read = new LinkedHashSet<>();
    input.items().forEach(item -> read.addAll(Columns.readBy(List.of(item.expr())).keySet()));
    read.retainAll(changed);
    read.forEach(
        column ->
            changes.add(
                Change.fact("input " + input.name() + " reads " + column + ", which changes")));
  }

  private static Optional<ModelPlan.Input> input(ModelPlan model, String name) {
    return model.inputs().stream().filter(input -> input.name().equals(name)).findFirst();
  }

  private static List<String> inputs(ModelPlan model) {
    return model.inputs().stream().map(ModelPlan.Input::name).toList();
  }
}

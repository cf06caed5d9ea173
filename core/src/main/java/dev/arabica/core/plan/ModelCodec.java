package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;
import static dev.arabica.core.plan.PlanNode.unless;

import dev.arabica.core.plan.ModelPlan.Input;
import dev.arabica.core.plan.ModelPlan.Item;

/** Models in the plan's JSON. */
final class ModelCodec {
  private ModelCodec() {}

  static Object write(ModelPlan model) {
    return object(
        "name", model.name(),
        "scores", model.scores(),
        "keys", model.keys(),
        "artifact", model.artifact(),
        "feature_set", model.featureSet(),
        "inputs", list(model.inputs(), ModelCodec::write));
  }

  static ModelPlan read(PlanNode node) {
    return new ModelPlan(
        node.text("name"),
        node.texts("scores"),
        node.texts("keys"),
        node.text("artifact"),
        node.text("feature_set"),
        node.nodes("inputs", ModelCodec::readInput));
  }

  private static Object write(Input input) {
    return object("name", input.name(), "items", list(input.items(), ModelCodec::write));
  }

  private static Input readInput(PlanNode node) {
    return new Input(node.text("name"), node.nodes("items", ModelCodec::readItem));
  }

  private static Object write(Item item) {
    return object(
        "expr", ExprCodec.write(item.expr()),
        "hash_buckets", unless(0L, item.hashBuckets(), buckets -> buckets));
  }

  private static Item readItem(PlanNode node) {
    return new Item(
        node.node("expr", ExprCodec::read),
        node.has("hash_buckets") ? node.number("hash_buckets") : 0);
  }
}

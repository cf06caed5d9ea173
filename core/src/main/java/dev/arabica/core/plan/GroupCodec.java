package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;
import static dev.arabica.core.plan.PlanNode.optional;
import static dev.arabica.core.plan.PlanNode.present;
import static dev.arabica.core.plan.PlanNode.unless;

import dev.arabica.core.plan.GroupPlan.Aggregate;
import dev.arabica.core.plan.GroupPlan.Feature;
import dev.arabica.core.plan.GroupPlan.Head;
import dev.arabica.core.plan.GroupPlan.Pack;
import dev.arabica.core.plan.GroupPlan.Serving;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Groups in the plan's JSON. */
final class GroupCodec {
  /** The window that is a lifetime. */
  private static final String EVER = "ever";

  private GroupCodec() {}

  static Object write(GroupPlan group) {
    return object(
        "name", group.name(),
        "source", group.source(),
        "keys", list(group.keys(), GroupCodec::write),
        "where", optional(group.where(), ExprCodec::write),
        "ladder", group.ladder().sizes(),
        "packs", list(group.packs(), GroupCodec::write),
        "features", list(group.features(), GroupCodec::write),
        "head", unless(Head.CLOSED, group.head(), Head::name),
        "serving", unless(Serving.ON_READ, group.serving(), GroupCodec::write),
        "derived", present(group.derived(), GroupCodec::write));
  }

  static GroupPlan read(PlanNode node) {
    return new GroupPlan(
        node.text("name"),
        node.text("source"),
        node.nodes("keys", GroupCodec::readKey),
        node.optionalNode("where", ExprCodec::read),
        new Ladder(node.numbers("ladder")),
        node.nodes("packs", GroupCodec::readPack),
        node.nodes("features", GroupCodec::readFeature),
        node.has("head") ? node.constant("head", Head.class) : Head.CLOSED,
        node.optionalNode("serving", GroupCodec::readServing).orElse(Serving.ON_READ),
        node.optionalNodes("derived", GroupCodec::readDerived));
  }

  static Object write(Derived derived) {
    return object("name", derived.name(), "expr", ExprCodec.write(derived.expr()));
  }

  static Derived readDerived(PlanNode node) {
    return new Derived(node.text("name"), node.node("expr", ExprCodec::read));
  }

  static Object write(Aggregate aggregate) {
    return object(
        "id", aggregate.id(),
        "name", aggregate.name(),
        "function", aggregate.function(),
        "codec_version",
            unless(Aggregate.FIRST_VERSION, aggregate.codecVersion(), Integer::longValue),
        "input", optional(aggregate.input(), ExprCodec::write),
        "by", present(aggregate.by(), ExprCodec::write),
        "where", optional(aggregate.where(), ExprCodec::write),
        "parameters", new TreeMap<>(aggregate.parameters()));
  }

  static Aggregate readAggregate(PlanNode node) {
    return new Aggregate(
        node.text("id"),
        node.text("name"),
        node.text("function"),
        node.has("codec_version") ? node.position("codec_version") : Aggregate.FIRST_VERSION,
        node.optionalNode("input", ExprCodec::read),
        node.optionalNode("by", ExprCodec::read),
        node.optionalNode("where", ExprCodec::read),
        node.node("parameters", GroupCodec::readParameters));
  }

  static Map<String, Object> readParameters(PlanNode node) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    for (String name : node.members().keySet()) {
      parameters.put(
          name,
          node.value(name) instanceof Iterable<?>
              ? node.elements(name, GroupCodec::readNumber)
              : node.read(name, GroupCodec::readWholeOrNumber));
    }
    return parameters;
  }

  private static Object readWholeOrNumber(Object value) {
    return value instanceof Long whole ? whole : readNumber(value);
  }

  private static Double readNumber(Object value) {
    return PlanNode.cast(value, Double.class, "a number with a fraction");
  }

  private static Object write(GroupPlan.Key key) {
    return object("name", key.name(), "expr", ExprCodec.write(key.expr()));
  }

  private static GroupPlan.Key readKey(PlanNode node) {
    return new GroupPlan.Key(node.text("name"), node.node("expr", ExprCodec::read));
  }

  private static Object write(Pack pack) {
    return object("id", pack.id(), "aggregates", list(pack.aggregates(), GroupCodec::write));
  }

  private static Pack readPack(PlanNode node) {
    return new Pack(node.text("id"), node.nodes("aggregates", GroupCodec::readAggregate));
  }

  private static Object write(Serving serving) {
    return object("mode", serving.mode().name(), "every", serving.everyMicros());
  }

  private static Serving readServing(PlanNode node) {
    return new Serving(node.constant("mode", Serving.Mode.class), node.number("every"));
  }

  private static Object write(Feature feature) {
    return object(
        "name", feature.name(),
        "pack", (long) feature.pack(),
        "aggregate", (long) feature.aggregate(),
        "window", feature.isEver() ? EVER : (Object) feature.windowMicros(),
        "step", feature.stepMicros(),
        "anchor", feature.anchor().name(),
        "default", optional(feature.defaultValue(), ExprCodec::write),
        "type", TypeCodec.write(feature.type()),
        "allow_partial", unless(false, feature.allowPartial(), partial -> partial));
  }

  private static Feature readFeature(PlanNode node) {
    return new Feature(
        node.text("name"),
        node.position("pack"),
        node.position("aggregate"),
        EVER.equals(node.value("window")) ? Window.EVER : node.number("window"),
        node.number("step"),
        node.constant("anchor", Window.Anchor.class),
        node.optionalNode("default", ExprCodec::readLiteral),
        node.read("type", TypeCodec::read),
        node.has("allow_partial") && node.bool("allow_partial"));
  }
}

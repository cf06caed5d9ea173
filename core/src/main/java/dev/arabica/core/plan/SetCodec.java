package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;
import static dev.arabica.core.plan.PlanNode.present;
import static dev.arabica.core.plan.PlanNode.unless;

import dev.arabica.core.plan.FeatureSetPlan.Enrichment;
import dev.arabica.core.plan.FeatureSetPlan.Fallback;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.plan.FeatureSetPlan.Label;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.FeatureSetPlan.Output;
import dev.arabica.core.plan.FeatureSetPlan.SetKey;

/** Feature sets in the plan's JSON. */
final class SetCodec {
  private SetCodec() {}

  static Object write(FeatureSetPlan set) {
    return object(
        "name", set.name(),
        "keys", list(set.keys(), SetCodec::write),
        "members", list(set.members(), SetCodec::write),
        "derived", present(set.derived(), GroupCodec::write),
        "labels", present(set.labels(), SetCodec::write));
  }

  static FeatureSetPlan read(PlanNode node) {
    return new FeatureSetPlan(
        node.text("name"),
        node.nodes("keys", SetCodec::readKey),
        node.nodes("members", SetCodec::readMember),
        node.optionalNodes("derived", GroupCodec::readDerived),
        node.optionalNodes("labels", SetCodec::readLabel));
  }

  static Object write(SetKey key) {
    return object("name", key.name(), "type", TypeCodec.write(key.type()));
  }

  static SetKey readKey(PlanNode node) {
    return new SetKey(node.text("name"), node.read("type", TypeCodec::read));
  }

  private static Object write(Member member) {
    return object(
        "alias", member.alias(),
        "kind", unless(Kind.GROUP, member.kind(), Kind::name),
        "group", member.group(),
        "keys", member.keys(),
        "outputs", list(member.outputs(), SetCodec::write),
        "enrichments", present(member.enrichments(), SetCodec::write),
        "fallback", present(member.fallback(), SetCodec::write));
  }

  private static Member readMember(PlanNode node) {
    return new Member(
        node.text("alias"),
        readKind(node),
        node.text("group"),
        node.texts("keys"),
        node.nodes("outputs", SetCodec::readOutput),
        node.optionalNodes("enrichments", SetCodec::readEnrichment),
        node.optionalNode("fallback", SetCodec::readFallback));
  }

  private static Kind readKind(PlanNode node) {
    return node.has("kind") ? node.constant("kind", Kind.class) : Kind.GROUP;
  }

  private static Object write(Output output) {
    return object("column", output.column(), "feature", output.feature());
  }

  private static Output readOutput(PlanNode node) {
    return new Output(node.text("column"), node.text("feature"));
  }

  private static Object write(Enrichment enrichment) {
    return object(
        "snapshot", enrichment.snapshot(),
        "item_keys", enrichment.itemKeys(),
        "item_time", enrichment.itemTime(),
        "fields", list(enrichment.fields(), SetCodec::write));
  }

  private static Enrichment readEnrichment(PlanNode node) {
    return new Enrichment(
        node.text("snapshot"),
        node.texts("item_keys"),
        node.text("item_time"),
        node.nodes("fields", SetCodec::readOutput));
  }

  private static Object write(Fallback fallback) {
    return object(
        "kind", unless(Kind.GROUP, fallback.kind(), Kind::name),
        "from", fallback.from(),
        "keys", fallback.keys(),
        "features", fallback.features());
  }

  private static Fallback readFallback(PlanNode node) {
    return new Fallback(
        readKind(node), node.text("from"), node.texts("keys"), node.texts("features"));
  }

  private static Object write(Label label) {
    return object(
        "name", label.name(),
        "source", label.source(),
        "where", present(label.where(), ExprCodec::write),
        "key_exprs", list(label.keyExprs(), ExprCodec::write),
        "keys", label.keys(),
        "aggregate", GroupCodec.write(label.aggregate()),
        "within", label.withinMicros(),
        "default", present(label.defaultValue(), ExprCodec::write),
        "type", TypeCodec.write(label.type()));
  }

  private static Label readLabel(PlanNode node) {
    return new Label(
        node.text("name"),
        node.text("source"),
        node.optionalNode("where", ExprCodec::read),
        node.nodes("key_exprs", ExprCodec::read),
        node.texts("keys"),
        node.node("aggregate", GroupCodec::readAggregate),
        node.number("within"),
        node.optionalNode("default", ExprCodec::readLiteral),
        node.read("type", TypeCodec::read));
  }
}

package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;
import static dev.arabica.core.plan.PlanNode.optional;

import dev.arabica.core.json.Json;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The canonical JSON of a plan and its content fingerprint. */
public final class PlanCodec {
  private PlanCodec() {}

  /** Sorted members, no white space: equal plans are equal text. */
  public static String toJson(Plan plan) {
    return Json.canonical(document(plan));
  }

  /** The same document, indented for people. */
  public static String toPrettyJson(Plan plan) {
    return Json.pretty(document(plan));
  }

  /** SHA-256 of the canonical JSON, in hex. */
  public static String fingerprint(Plan plan) {
    return Fingerprint.sha256(toJson(plan).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws IllegalArgumentException if the text is not a plan, or is of a version this build does
   *     not read
   */
  public static Plan fromJson(String json) {
    PlanNode root = PlanNode.of(Json.parseObject(json));
    long version = root.number("version");
    if (version != Plan.VERSION) {
      throw new IllegalArgumentException(
          "a plan of version " + version + "; this build reads version " + Plan.VERSION);
    }
    return new Plan(
        root.nodes("sources", PlanCodec::source),
        root.nodes("groups", PlanCodec::group),
        root.nodes("feature_sets", PlanCodec::featureSet));
  }

  private static Map<String, Object> document(Plan plan) {
    return object(
        "version", (long) Plan.VERSION,
        "sources", list(plan.sources(), PlanCodec::write),
        "groups", list(plan.groups(), PlanCodec::write),
        "feature_sets", list(plan.featureSets(), PlanCodec::write));
  }

  private static Object write(SourcePlan source) {
    return object(
        "name", source.name(),
        "topic", source.topic().orElse(null),
        "table", source.table(),
        "fields", list(source.fields(), PlanCodec::write),
        "time", ExprCodec.write(source.time()),
        "behind", source.behindMicros(),
        "late", source.lateMicros(),
        "ahead", source.aheadMicros(),
        "dedup", optional(source.dedup(), PlanCodec::write));
  }

  private static SourcePlan source(PlanNode node) {
    return new SourcePlan(
        node.text("name"),
        Optional.ofNullable(node.textOrNull("topic")),
        node.text("table"),
        node.nodes("fields", PlanCodec::field),
        ExprCodec.read(node.node("time")),
        node.number("behind"),
        node.number("late"),
        node.number("ahead"),
        node.optionalNode("dedup").map(PlanCodec::dedup));
  }

  private static Object write(SourcePlan.SourceField field) {
    return object(
        "name", field.name(),
        "type", TypeCodec.write(field.type()),
        "nullable", field.nullable(),
        "encoding", field.encoding().name());
  }

  private static SourcePlan.SourceField field(PlanNode node) {
    return new SourcePlan.SourceField(
        node.text("name"),
        TypeCodec.read(node.value("type")),
        node.bool("nullable"),
        SourcePlan.TimeEncoding.valueOf(node.text("encoding")));
  }

  private static Object write(SourcePlan.Dedup dedup) {
    return object("key", list(dedup.key(), ExprCodec::write), "within", dedup.withinMicros());
  }

  private static SourcePlan.Dedup dedup(PlanNode node) {
    return new SourcePlan.Dedup(node.nodes("key", ExprCodec::read), node.number("within"));
  }

  private static Object write(GroupPlan group) {
    return object(
        "name", group.name(),
        "source", group.source(),
        "keys",
            list(
                group.keys(),
                key -> object("name", key.name(), "expr", ExprCodec.write(key.expr()))),
        "where", optional(group.where(), ExprCodec::write),
        "ladder", group.ladder().sizes(),
        "packs", list(group.packs(), PlanCodec::write),
        "features", list(group.features(), PlanCodec::write));
  }

  private static GroupPlan group(PlanNode node) {
    return new GroupPlan(
        node.text("name"),
        node.text("source"),
        node.nodes(
            "keys", key -> new GroupPlan.Key(key.text("name"), ExprCodec.read(key.node("expr")))),
        node.optionalNode("where").map(ExprCodec::read),
        new Ladder(node.numbers("ladder")),
        node.nodes("packs", PlanCodec::pack),
        node.nodes("features", PlanCodec::feature));
  }

  private static Object write(GroupPlan.Pack pack) {
    return object("id", pack.id(), "aggregates", list(pack.aggregates(), PlanCodec::write));
  }

  private static GroupPlan.Pack pack(PlanNode node) {
    return new GroupPlan.Pack(node.text("id"), node.nodes("aggregates", PlanCodec::aggregate));
  }

  private static Object write(GroupPlan.Aggregate aggregate) {
    return object(
        "id", aggregate.id(),
        "name", aggregate.name(),
        "function", aggregate.function(),
        "input", optional(aggregate.input(), ExprCodec::write),
        "where", optional(aggregate.where(), ExprCodec::write),
        "parameters", new TreeMap<String, Object>(aggregate.parameters()));
  }

  private static GroupPlan.Aggregate aggregate(PlanNode node) {
    return new GroupPlan.Aggregate(
        node.text("id"),
        node.text("name"),
        node.text("function"),
        node.optionalNode("input").map(ExprCodec::read),
        node.optionalNode("where").map(ExprCodec::read),
        node.node("parameters").numberMap());
  }

  private static Object write(GroupPlan.Feature feature) {
    return object(
        "name", feature.name(),
        "pack", (long) feature.pack(),
        "aggregate", (long) feature.aggregate(),
        "window", feature.windowMicros(),
        "step", feature.stepMicros(),
        "anchor", feature.anchor().name(),
        "default", optional(feature.defaultValue(), ExprCodec::write),
        "type", TypeCodec.write(feature.type()));
  }

  private static GroupPlan.Feature feature(PlanNode node) {
    return new GroupPlan.Feature(
        node.text("name"),
        (int) node.number("pack"),
        (int) node.number("aggregate"),
        node.number("window"),
        node.number("step"),
        Window.Anchor.valueOf(node.text("anchor")),
        node.optionalNode("default").map(ExprCodec::readLiteral),
        TypeCodec.read(node.value("type")));
  }

  private static Object write(FeatureSetPlan set) {
    return object(
        "name", set.name(),
        "keys",
            list(
                set.keys(), key -> object("name", key.name(), "type", TypeCodec.write(key.type()))),
        "members", list(set.members(), PlanCodec::write));
  }

  private static FeatureSetPlan featureSet(PlanNode node) {
    return new FeatureSetPlan(
        node.text("name"),
        node.nodes(
            "keys",
            key -> new FeatureSetPlan.SetKey(key.text("name"), TypeCodec.read(key.value("type")))),
        node.nodes("members", PlanCodec::member));
  }

  private static Object write(FeatureSetPlan.Member member) {
    return object(
        "alias", member.alias(),
        "group", member.group(),
        "keys", member.keys(),
        "outputs",
            list(
                member.outputs(), out -> object("column", out.column(), "feature", out.feature())));
  }

  private static FeatureSetPlan.Member member(PlanNode node) {
    return new FeatureSetPlan.Member(
        node.text("alias"),
        node.text("group"),
        node.texts("keys"),
        node.nodes(
            "outputs", out -> new FeatureSetPlan.Output(out.text("column"), out.text("feature"))));
  }
}

package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;
import static dev.arabica.core.plan.PlanNode.optional;
import static dev.arabica.core.plan.PlanNode.present;
import static dev.arabica.core.plan.PlanNode.unless;

import dev.arabica.core.plan.SourcePlan.Dedup;
import dev.arabica.core.plan.SourcePlan.Format;
import dev.arabica.core.plan.SourcePlan.SourceField;
import dev.arabica.core.type.Type;

/** Sources and streams in the plan's JSON. */
final class SourceCodec {
  private SourceCodec() {}

  static Object write(SourcePlan source) {
    return object(
        "name", source.name(),
        "topic", source.topic().orElse(null),
        "table", source.table(),
        "fields", list(source.fields(), SourceCodec::write),
        "time", ExprCodec.write(source.time()),
        "behind", source.behindMicros(),
        "late", source.lateMicros(),
        "ahead", source.aheadMicros(),
        "dedup", optional(source.dedup(), SourceCodec::write),
        "format", unless(Format.JSON, source.format(), SourceCodec::write));
  }

  static SourcePlan readSource(PlanNode node) {
    return new SourcePlan(
        node.text("name"),
        node.optionalText("topic"),
        node.text("table"),
        node.nodes("fields", SourceCodec::readField),
        node.node("time", ExprCodec::read),
        node.number("behind"),
        node.number("late"),
        node.number("ahead"),
        node.optionalNode("dedup", SourceCodec::readDedup),
        node.optionalNode("format", SourceCodec::readFormat).orElse(Format.JSON));
  }

  static Object write(StreamPlan stream) {
    return object(
        "name", stream.name(),
        "branches", list(stream.branches(), SourceCodec::write),
        "columns", list(stream.columns(), SourceCodec::write),
        "dedup", present(stream.dedup(), SourceCodec::write));
  }

  static StreamPlan readStream(PlanNode node) {
    return new StreamPlan(
        node.text("name"),
        node.nodes("branches", SourceCodec::readBranch),
        node.nodes("columns", SourceCodec::readColumn),
        node.optionalNode("dedup", SourceCodec::readDedup));
  }

  private static Object write(SourceField field) {
    return object(
        "name", field.name(),
        "type", TypeCodec.write(field.type()),
        "nullable", field.nullable(),
        "encoding", field.encoding().name());
  }

  private static SourceField readField(PlanNode node) {
    return new SourceField(
        node.text("name"),
        node.read("type", TypeCodec::read),
        node.bool("nullable"),
        node.constant("encoding", SourcePlan.TimeEncoding.class));
  }

  static Object write(Dedup dedup) {
    return object("key", list(dedup.key(), ExprCodec::write), "within", dedup.withinMicros());
  }

  private static Dedup readDedup(PlanNode node) {
    return new Dedup(node.nodes("key", ExprCodec::read), node.number("within"));
  }

  private static Object write(Format format) {
    return object(
        "kind", format.kind().name(),
        "schema", present(format.schema(), path -> path),
        "message", present(format.message(), name -> name));
  }

  private static Format readFormat(PlanNode node) {
    return new Format(
        node.constant("kind", Format.Kind.class),
        node.optionalText("schema"),
        node.optionalText("message"));
  }

  private static Object write(StreamPlan.Branch branch) {
    return object(
        "from", branch.from(),
        "where", present(branch.where(), ExprCodec::write),
        "columns", list(branch.columns(), ExprCodec::write));
  }

  private static StreamPlan.Branch readBranch(PlanNode node) {
    return new StreamPlan.Branch(
        node.text("from"),
        node.optionalNode("where", ExprCodec::read),
        node.nodes("columns", ExprCodec::read));
  }

  private static Object write(Type.Field column) {
    return object(
        "name", column.name(),
        "type", TypeCodec.write(column.type()),
        "nullable", column.nullable());
  }

  private static Type.Field readColumn(PlanNode node) {
    return new Type.Field(
        node.text("name"), node.read("type", TypeCodec::read), node.bool("nullable"));
  }
}

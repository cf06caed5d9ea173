package dev.arabica.core.plan;

import static dev.arabica.core.plan.PlanNode.list;
import static dev.arabica.core.plan.PlanNode.object;
import static dev.arabica.core.plan.PlanNode.present;

/** Snapshots and requests in the plan's JSON. */
final class SnapshotCodec {
  private SnapshotCodec() {}

  static Object write(SnapshotPlan snapshot) {
    return object(
        "name", snapshot.name(),
        "table", snapshot.table(),
        "keys", list(snapshot.keys(), SetCodec::write),
        "valid_from", snapshot.validFrom(),
        "columns", list(snapshot.columns(), SnapshotCodec::write));
  }

  static SnapshotPlan readSnapshot(PlanNode node) {
    return new SnapshotPlan(
        node.text("name"),
        node.text("table"),
        node.nodes("keys", SetCodec::readKey),
        node.text("valid_from"),
        node.nodes("columns", SnapshotCodec::readColumn));
  }

  static Object write(RequestPlan request) {
    return object("name", request.name(), "columns", list(request.columns(), SnapshotCodec::write));
  }

  static RequestPlan readRequest(PlanNode node) {
    return new RequestPlan(node.text("name"), node.nodes("columns", SnapshotCodec::readColumn));
  }

  private static Object write(ColumnPlan column) {
    return object(
        "name", column.name(),
        "type", TypeCodec.write(column.type()),
        "nullable", column.nullable(),
        "default", present(column.defaultValue(), ExprCodec::write));
  }

  private static ColumnPlan readColumn(PlanNode node) {
    return new ColumnPlan(
        node.text("name"),
        node.read("type", TypeCodec::read),
        node.bool("nullable"),
        node.optionalNode("default", ExprCodec::readLiteral));
  }
}

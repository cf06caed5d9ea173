package dev.arabica.compiler.report;

import dev.arabica.compiler.report.DeclarationChange.Kind;
import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
import java.util.List;

/** What becomes of the snapshots and requests of two plans. */
final class ColumnsDiff {
  private ColumnsDiff() {}

  static List<DeclarationChange> snapshots(Plan old, Plan now) {
    return new NamedDiff<>(Kind.SNAPSHOT, SnapshotPlan::name, ColumnsDiff::changes)
        .between(old.snapshots(), now.snapshots());
  }

  static List<DeclarationChange> requests(Plan old, Plan now) {
    return new NamedDiff<>(Kind.REQUEST, RequestPlan::name, ColumnsDiff::changes)
        .between(old.requests(), now.requests());
  }

  private static List<Change> changes(SnapshotPlan was, SnapshotPlan is) {
    Change.Collector changes = new Change.Collector();
    changes
        .compareUnsafe("table", was.table(), is.table())
        .compareUnsafe("keys", MemberText.keys(was.keys()), MemberText.keys(is.keys()))
        .compare("valid from", was.validFrom(), is.validFrom());
    compare(was.columns(), is.columns(), changes);
    return changes.found();
  }

  private static List<Change> changes(RequestPlan was, RequestPlan is) {
    Change.Collector changes = new Change.Collector();
    compare(was.columns(), is.columns(), changes);
    return changes.found();
  }

  private static void compare(
      List<ColumnPlan> old, List<ColumnPlan> now, Change.Collector changes) {
    FieldsDiff.compare(
        "column",
        old.stream().map(ColumnsDiff::field).toList(),
        now.stream().map(ColumnsDiff::field).toList(),
        changes);
    for (ColumnPlan is : now) {
      old.stream()
          .filter(was -> was.name().equals(is.name()))
          .forEach(
              was ->
                  changes.compare(
                      "default of " + is.name(),
                      was.defaultValue().map(LiteralText::of).orElse("none"),
                      is.defaultValue().map(LiteralText::of).orElse("none")));
    }
  }

  /** A default stands in for what is not there. */
  private static FieldsDiff.Field field(ColumnPlan column) {
    return new FieldsDiff.Field(
        column.name(),
        column.type().toString(),
        column.nullable() || column.defaultValue().isPresent());
  }
}

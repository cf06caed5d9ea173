package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.FeatureSetPlan.SetKey;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of a snapshot as records of a file: its keys, its time and its columns. */
record SnapshotFiles(SnapshotPlan snapshot) {
  /** A version may be valid since any time, so it is not read as the time of an event. */
  private static final Expr NO_TIME = new Expr.Literal(Type.TIMESTAMP, 1_000_000_000_000_000L);

  /** What admits such records. */
  SourcePlan asSource() {
    List<SourcePlan.SourceField> fields = new ArrayList<>();
    for (SetKey key : snapshot.keys()) {
      fields.add(field(key.name(), key.type(), false));
    }
    fields.add(field(snapshot.validFrom(), Type.TIMESTAMP, false));
    for (ColumnPlan column : snapshot.columns()) {
      boolean optional = column.nullable() || column.defaultValue().isPresent();
      fields.add(field(column.name(), column.type(), optional));
    }
    return new SourcePlan(
        snapshot.name(),
        Optional.empty(),
        snapshot.table(),
        fields,
        NO_TIME,
        0,
        0,
        0,
        Optional.empty());
  }

  private static SourcePlan.SourceField field(String name, Type type, boolean nullable) {
    return new SourcePlan.SourceField(name, type, nullable, SourcePlan.TimeEncoding.ISO);
  }

  SnapshotRow row(Event admitted) {
    Row row = admitted.row();
    int keys = snapshot.keys().size();
    return new SnapshotRow(
        values(row, 0, keys),
        row.getLong(keys),
        values(row, keys + 1, row.type().size()),
        admitted.position());
  }

  private static List<Object> values(Row row, int from, int to) {
    List<Object> values = new ArrayList<>();
    for (int i = from; i < to; i++) {
      values.add(row.getValue(i));
    }
    return values;
  }
}

package dev.arabica.tables;

import static org.apache.iceberg.types.Types.NestedField.optional;
import static org.apache.iceberg.types.Types.NestedField.required;

import dev.arabica.core.plan.SourcePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.UpdateSchema;
import org.apache.iceberg.types.Types;

/** The columns and the layout of a source's raw table. */
final class RawSchema {
  private RawSchema() {}

  static Schema of(SourcePlan source) {
    AtomicInteger ids = new AtomicInteger();
    List<Types.NestedField> columns = new ArrayList<>();
    for (SourcePlan.SourceField field : source.fields()) {
      int id = ids.incrementAndGet();
      columns.add(optional(id, field.name(), IcebergTypes.toIceberg(field.type(), ids)));
    }
    List<Types.NestedField> own = own(ids);
    for (Types.NestedField column : own) {
      if (source.rowType().indexOf(column.name()) >= 0) {
        throw new TablesException(
            "source " + source.name() + ": a field cannot be named `" + column.name() + "`");
      }
    }
    columns.addAll(own);
    return new Schema(columns);
  }

  private static List<Types.NestedField> own(AtomicInteger ids) {
    return List.of(
        required(ids.incrementAndGet(), RawColumns.EVENT_TIME, Types.TimestampType.withZone()),
        required(ids.incrementAndGet(), RawColumns.EVENT_ID, Types.BinaryType.get()),
        required(ids.incrementAndGet(), RawColumns.INGEST_TIME, Types.TimestampType.withZone()),
        optional(ids.incrementAndGet(), RawColumns.KAFKA_PARTITION, Types.IntegerType.get()),
        optional(ids.incrementAndGet(), RawColumns.KAFKA_OFFSET, Types.LongType.get()),
        optional(ids.incrementAndGet(), RawColumns.ORIGIN_FILE, Types.StringType.get()),
        optional(ids.incrementAndGet(), RawColumns.FILE_ROW, Types.LongType.get()));
  }

  static PartitionSpec partitions(Schema schema) {
    return PartitionSpec.builderFor(schema).hour(RawColumns.EVENT_TIME).build();
  }

  static SortOrder order(Schema schema) {
    return SortOrder.builderFor(schema).asc(RawColumns.EVENT_TIME).build();
  }

  /**
   * Adds the columns that the source declares and the table lacks. One that the source no longer
   * declares stays and is null from now on.
   */
  static void extend(Table table, SourcePlan source) {
    table.refresh();
    UpdateSchema update = table.updateSchema();
    boolean changed = false;
    for (SourcePlan.SourceField field : source.fields()) {
      Types.NestedField column = table.schema().asStruct().field(field.name());
      if (column == null) {
        update.addColumn(field.name(), IcebergTypes.toIceberg(field.type(), new AtomicInteger()));
        changed = true;
      } else if (!IcebergTypes.matches(field.type(), column.type())) {
        throw new TablesException(
            "table %s: column `%s` is %s, but source %s declares %s"
                .formatted(
                    source.table(), field.name(), column.type(), source.name(), field.type()));
      }
    }
    if (changed) {
      update.commit();
    }
  }
}

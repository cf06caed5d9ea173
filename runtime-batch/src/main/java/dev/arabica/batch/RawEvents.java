package dev.arabica.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;

import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.RowType;
import dev.arabica.intake.Event;
import dev.arabica.tables.RawColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the events of a raw table, duplicates included. */
final class RawEvents {
  private RawEvents() {}

  /** The rows of a snapshot within the ranges of event time: time, id, then the fields. */
  static Dataset<Row> read(
      SparkSession spark, SourcePlan source, String table, long snapshotId, TimeRanges ranges) {
    List<Column> columns = new ArrayList<>();
    columns.add(unix_micros(col(RawColumns.EVENT_TIME)));
    columns.add(col(RawColumns.EVENT_ID));
    source.fields().forEach(field -> columns.add(col("`" + field.name() + "`")));
    return spark
        .read()
        .option("snapshot-id", snapshotId)
        .table(table)
        .where(StoredBlocks.within(col(RawColumns.EVENT_TIME), ranges))
        .select(columns.toArray(new Column[0]));
  }

  /** The rows as events; they have no position. */
  static Iterator<Event> of(SourcePlan source, Iterator<Row> rows, RepairCounts counts) {
    RowType type = source.rowType();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Event next() {
        counts.rowsRead.add(1);
        Row row = rows.next();
        return new Event(fields(type, row), row.getLong(0), EventId.fromBytes(row.getAs(1)), null);
      }
    };
  }

  private static dev.arabica.core.type.Row fields(RowType type, Row from) {
    dev.arabica.core.type.Row row = new dev.arabica.core.type.Row(type);
    for (int i = 0; i < type.size(); i++) {
      row.setValue(i, SparkValues.boxed(type.type(i), from.get(i + 2)));
    }
    return row;
  }
}

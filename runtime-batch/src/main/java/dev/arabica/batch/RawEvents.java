package dev.arabica.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_micros;

import dev.arabica.core.key.EventId;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.core.type.RowType;
import dev.arabica.intake.Event;
import dev.arabica.tables.BlockTable;
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

  private static final int FIELDS = 3;

  /**
   * The rows that a repair reads: time, id, commit, then the fields. They may be newer than what
   * the repair was planned from: that does no harm, since the next one looks at their hours again.
   */
  static Dataset<Row> read(SparkSession spark, SourceScope scope, String table) {
    List<Column> columns = new ArrayList<>();
    columns.add(unix_micros(col(RawColumns.EVENT_TIME)));
    columns.add(col(RawColumns.EVENT_ID));
    columns.add(col(BlockTable.REVISION_COLUMN));
    scope.source().fields().forEach(field -> columns.add(col("`" + field.name() + "`")));
    return spark
        .table(table)
        .where(StoredBlocks.within(col(RawColumns.EVENT_TIME), scope.readRanges()))
        .select(columns.toArray(new Column[0]));
  }

  /** The rows as events; they have no position. */
  static Iterator<Event> of(SourceScope scope, Iterator<Row> rows, RepairCounts counts) {
    RowType type = scope.source().rowType();
    TimeRanges rebuilt = scope.rebuiltRanges();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Event next() {
        counts.rowsRead.add(1);
        Row row = rows.next();
        long time = row.getLong(0);
        if (scope.lateness().isLate(time, row.getLong(2)) && rebuilt.contains(time)) {
          counts.lateRows.add(1);
        }
        return new Event(fields(type, row), time, EventId.fromBytes(row.getAs(1)), null);
      }
    };
  }

  private static dev.arabica.core.type.Row fields(RowType type, Row from) {
    dev.arabica.core.type.Row row = new dev.arabica.core.type.Row(type);
    for (int i = 0; i < type.size(); i++) {
      row.setValue(i, SparkValues.boxed(type.type(i), from.get(FIELDS + i)));
    }
    return row;
  }
}

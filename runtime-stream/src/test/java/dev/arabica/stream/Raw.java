package dev.arabica.stream;

import dev.arabica.core.key.EventId;
import dev.arabica.tables.RawRow;
import dev.arabica.tables.RawTable;
import dev.arabica.tables.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.io.CloseableIterable;

/** What the raw table holds. */
final class Raw {
  private Raw() {}

  /** The ids of all its rows, duplicates included. */
  static List<EventId> ids(Tables tables) throws IOException {
    RawTable raw = tables.raw(ViewsPlan.source());
    List<EventId> ids = new ArrayList<>();
    try (CloseableIterable<RawRow> rows =
        raw.rows(raw.snapshotId().getAsLong(), Long.MIN_VALUE, Long.MAX_VALUE)) {
      rows.forEach(row -> ids.add(row.id()));
    }
    return ids;
  }
}

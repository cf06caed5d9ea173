package dev.arabica.batch;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_micros;

import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the stored blocks that a repair needs, without what readers would ignore. */
final class StoredBlocks {
  /** Beyond this many ranges, one range around them all is pushed down to the files. */
  private static final int MAX_RANGES = 50;

  private StoredBlocks() {}

  /** All revisions up to {@code revision}, as {@link BlockRows}. */
  static Dataset<Row> read(SparkSession spark, SourceScope scope, long revision) {
    Dataset<Row> rows =
        spark
            .table(BlockTable.SQL_NAME)
            .where(needed(scope.packs()))
            .where(col(BlockTable.REVISION_COLUMN).leq(revision))
            .select(
                col("feature_id"),
                col("window_size"),
                unix_micros(col("window_start")),
                col("primary_key"),
                col(BlockTable.REVISION_COLUMN),
                col("origin"),
                col("representation"));
    MapPartitionsFunction<Row, Row> number = input -> new Numbering(scope, input);
    return rows.mapPartitions(number, BlockRows.ENCODER);
  }

  /** A superset of the blocks that are needed, in terms of the table's partitions. */
  private static Column needed(List<PackScope> packs) {
    Map<Long, TimeRanges> bySize = new HashMap<>();
    for (PackScope pack : packs) {
      for (int level = 0; level < pack.levels(); level++) {
        bySize.merge(pack.size(level), pack.stored(level), TimeRanges::union);
      }
    }
    Column sizes = lit(false);
    for (Map.Entry<Long, TimeRanges> size : bySize.entrySet()) {
      sizes = sizes.or(col("window_size").equalTo(size.getKey()).and(within(size.getValue())));
    }
    return sizes.and(col("feature_id").isin(packs.stream().map(p -> p.pack().id()).toArray()));
  }

  private static Column within(TimeRanges ranges) {
    return within(col("window_start"), ranges);
  }

  /** Whether a timestamp column is within the ranges, or at least near. */
  static Column within(Column time, TimeRanges ranges) {
    List<TimeRanges.Range> parts =
        ranges.ranges().size() <= MAX_RANGES || ranges.isEmpty()
            ? ranges.ranges()
            : List.of(new TimeRanges.Range(ranges.from(), ranges.to()));
    Column any = lit(false);
    for (TimeRanges.Range part : parts) {
      any = any.or(time.geq(instant(part.from())).and(time.lt(instant(part.to()))));
    }
    return any;
  }

  private static Column instant(long micros) {
    return lit(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  /** Numbers packs and levels, and leaves out what is not needed or fenced off. */
  private static final class Numbering extends Lazily<Row> {
    private final Iterator<Row> rows;
    private final List<PackScope> packs;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final SealedRanges[] fences;
    private final TimeRanges[][] stored;

    Numbering(SourceScope scope, Iterator<Row> rows) {
      this.rows = rows;
      this.packs = scope.packs();
      this.fences = new SealedRanges[packs.size()];
      this.stored = new TimeRanges[packs.size()][];
      for (int i = 0; i < packs.size(); i++) {
        PackScope pack = packs.get(i);
        numbers.put(pack.pack().id(), i);
        fences[i] = scope.fences().get(pack.pack().id()).ranges();
        stored[i] = new TimeRanges[pack.levels()];
        for (int level = 0; level < pack.levels(); level++) {
          stored[i][level] = pack.stored(level);
        }
      }
    }

    @Override
    boolean advance() {
      if (!rows.hasNext()) {
        return false;
      }
      Row row = rows.next();
      int pack = numbers.get(row.getString(0));
      int level = packs.get(pack).ladder().sizes().indexOf(row.getLong(1));
      long start = row.getLong(2);
      long revision = row.getLong(4);
      if (level >= 0
          && stored[pack][level].contains(start)
          && !isFenced(pack, start, revision, row.getString(5))) {
        emit(BlockRows.stored(pack, row.getAs(3), start, level, revision, row.getAs(6)));
      }
      return true;
    }

    private boolean isFenced(int pack, long start, long revision, String origin) {
      return Origin.parse(origin) == Origin.STREAM && revision > fences[pack].sealedAt(start);
    }
  }
}

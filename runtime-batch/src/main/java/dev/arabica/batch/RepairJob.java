package dev.arabica.batch;

import dev.arabica.core.plan.SourcePlan;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Origin;
import dev.arabica.tables.TableFileWriter;
import dev.arabica.tables.Tables;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Builds the blocks of one source again and writes files of those that changed, in tasks; nothing
 * is committed here. Events meet their duplicates in a first shuffle, reps their stored blocks in a
 * second, and changed blocks are brought together by table partition in a third.
 */
final class RepairJob {
  private final SparkEnvironment spark;
  private final SourceScope scope;
  private final RepairCounts counts;

  RepairJob(SparkEnvironment spark, SourceScope scope, RepairCounts counts) {
    this.spark = spark;
    this.scope = scope;
    this.counts = counts;
  }

  /**
   * Files that a task wrote.
   *
   * @param files as the block table encodes them
   * @param changed rows by block size
   */
  record Written(byte[] files, Map<Long, Long> changed) implements Serializable {}

  /**
   * Runs the tasks.
   *
   * @param rawTable as SQL names it
   * @param revision the revision of the block table to compare with
   */
  List<Written> run(String rawTable, long revision) {
    SparkSession session = spark.session();
    Dataset<Row> raw = RawEvents.read(session, scope, rawTable);
    Dataset<Row> blocks = freshReps(raw).union(StoredBlocks.read(session, scope, revision));
    Dataset<Row> changed = changed(blocks);
    try {
      return changed.toJavaRDD().mapPartitions(writing()).collect();
    } catch (Exception e) {
      throw TaskFailure.unwrapped(e);
    }
  }

  private Dataset<Row> freshReps(Dataset<Row> raw) {
    SourceScope s = scope;
    RepairCounts c = counts;
    if (s.source().dedup().isEmpty()) {
      MapPartitionsFunction<Row, Row> map = rows -> new PartialReps(s, RawEvents.of(s, rows, c), c);
      return raw.mapPartitions(map, BlockRows.ENCODER);
    }
    MapPartitionsFunction<Row, Row> candidates =
        rows -> {
          SourcePlan source = s.source();
          return Winners.candidates(source, RawEvents.of(s, rows, c));
        };
    MapPartitionsFunction<Row, Row> winners =
        rows -> new PartialReps(s, Winners.of(s.source(), rows, c), c);
    return raw.mapPartitions(candidates, Winners.ENCODER)
        .repartition(Winners.together())
        .sortWithinPartitions(Winners.order())
        .mapPartitions(winners, BlockRows.ENCODER);
  }

  private Dataset<Row> changed(Dataset<Row> blocks) {
    SourceScope s = scope;
    RepairCounts c = counts;
    MapPartitionsFunction<Row, Row> compare = rows -> new Comparison(s, rows, c);
    return blocks
        .repartition(BlockRows.together())
        .sortWithinPartitions(BlockRows.order())
        .mapPartitions(compare, ChangedRows.ENCODER)
        .repartition(ChangedRows.together())
        .sortWithinPartitions(ChangedRows.order());
  }

  private FlatMapFunction<Iterator<Row>, Written> writing() {
    String folder = spark.environment().folder().toString();
    return rows ->
        rows.hasNext() ? List.of(write(folder, rows)).iterator() : List.<Written>of().iterator();
  }

  private static Written write(String folder, Iterator<Row> rows) {
    Map<Long, Long> changed = new TreeMap<>();
    try (Tables tables = Tables.open(Environment.open(Path.of(folder)))) {
      BlockTable table = tables.blocks();
      TableFileWriter<BlockRow> writer = table.newFileWriter();
      try {
        while (rows.hasNext()) {
          Row row = rows.next();
          writer.add(blockRow(row));
          changed.merge(row.getLong(ChangedRows.SIZE), 1L, Long::sum);
        }
        return new Written(table.encodeFiles(writer.finish()), changed);
      } catch (RuntimeException e) {
        writer.abort();
        throw e;
      }
    }
  }

  private static BlockRow blockRow(Row row) {
    return new BlockRow(
        row.getInt(ChangedRows.SHARD),
        row.getAs(ChangedRows.KEY),
        row.getLong(ChangedRows.START),
        row.getLong(ChangedRows.SIZE),
        row.getString(ChangedRows.PACK_ID),
        row.getAs(ChangedRows.REP),
        Origin.REPAIR);
  }
}

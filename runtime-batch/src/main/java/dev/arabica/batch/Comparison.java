package dev.arabica.batch;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Walks over stored and fresh blocks, sorted as {@link BlockRows#order}, and gives those that have
 * to be written. Of a stored block the newest revision counts, of a fresh one the combination of
 * all its parts.
 */
final class Comparison extends Lazily<Row> {
  private final Iterator<Row> rows;
  private final List<PackScope> packs;
  private final RepairCounts counts;
  private final BlockWalk[] walks;
  private Row next;
  private int pack = -1;
  private byte[] key;

  Comparison(SourceScope scope, Iterator<Row> rows, RepairCounts counts) {
    this.rows = rows;
    this.packs = scope.packs();
    this.counts = counts;
    this.walks = new BlockWalk[packs.size()];
    fetch();
  }

  @Override
  boolean advance() {
    if (next == null) {
      endKey();
      for (BlockWalk walk : walks) {
        counts.checked.add(walk == null ? 0 : walk.checked());
      }
      return false;
    }
    if (!isSameKey(next)) {
      endKey();
      pack = next.getInt(BlockRows.PACK);
      key = next.getAs(BlockRows.KEY);
    }
    takeBlock(walk());
    return true;
  }

  /** Takes all rows of one block. */
  private void takeBlock(BlockWalk walk) {
    long start = next.getLong(BlockRows.START);
    int level = next.getInt(BlockRows.LEVEL);
    Rep fresh = null;
    byte[] stored = null;
    while (next != null && isSameKey(next) && isBlock(next, start, level)) {
      byte[] rep = next.getAs(BlockRows.REP);
      if (next.getBoolean(BlockRows.STORED)) {
        stored = stored == null ? rep : stored;
      } else {
        fresh = combined(walk.aggregator(), fresh, rep);
      }
      fetch();
    }
    walk.block(start, level, stored, fresh);
  }

  private static Rep combined(CompositeAggregator aggregator, Rep so, byte[] rep) {
    Rep part = aggregator.decode(rep);
    if (so == null) {
      return part;
    }
    aggregator.combine(so, part);
    return so;
  }

  private void endKey() {
    if (pack >= 0) {
      walks[pack].end();
    }
  }

  private BlockWalk walk() {
    if (walks[pack] == null) {
      PackScope scope = packs.get(pack);
      String packId = scope.pack().id();
      walks[pack] =
          new BlockWalk(
              scope,
              (start, level, rep) ->
                  emit(ChangedRows.of(scope.size(level), key, packId, start, rep)));
    }
    return walks[pack];
  }

  private boolean isSameKey(Row row) {
    return row.getInt(BlockRows.PACK) == pack
        && Arrays.equals(row.<byte[]>getAs(BlockRows.KEY), key);
  }

  private static boolean isBlock(Row row, long start, int level) {
    return row.getLong(BlockRows.START) == start && row.getInt(BlockRows.LEVEL) == level;
  }

  private void fetch() {
    next = rows.hasNext() ? rows.next() : null;
  }
}

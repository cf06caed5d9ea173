package dev.arabica.pit;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * Task: merges the sorted blocks and requests of each key. A key's blocks are held once, whatever
 * the number of its requests; each request costs the cover of its windows. Gives {@code (row *
 * roles + role, encoded values)}.
 */
record KeyJoin(JoinTask task) implements MapPartitionsFunction<Row, Tuple2<Long, byte[]>> {

  @Override
  public Iterator<Tuple2<Long, byte[]>> call(Iterator<Row> sorted) {
    return new Merge(task, sorted);
  }

  private static final class Merge implements Iterator<Tuple2<Long, byte[]>> {
    private final Iterator<Row> sorted;
    private final KeyBlocks blocks;
    private final List<RoleAssembler> assemblers;
    private byte[] key = null;
    private Row request;

    Merge(JoinTask task, Iterator<Row> sorted) {
      this.sorted = sorted;
      blocks = new KeyBlocks(task.history());
      assemblers =
          task.roles().roles().stream()
              .map(role -> new RoleAssembler(role, task.allowPartial()))
              .toList();
    }

    @Override
    public boolean hasNext() {
      while (request == null && sorted.hasNext()) {
        take(sorted.next());
      }
      return request != null;
    }

    @Override
    public Tuple2<Long, byte[]> next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      Row asked = request;
      request = null;
      int role = asked.getInt(2);
      byte[] values =
          assemblers
              .get(role)
              .assemble(asked.getLong(3), asked.getLong(4), asked.getLong(5), blocks);
      return new Tuple2<>(asked.getLong(6) * assemblers.size() + role, values);
    }

    private void take(Row row) {
      byte[] rowKey = row.getAs(0);
      if (!Arrays.equals(rowKey, key)) {
        key = rowKey;
        blocks.clear();
        assemblers.forEach(RoleAssembler::nextKey);
      }
      if (row.getInt(1) == JoinColumns.KIND_REQUEST) {
        request = row;
      } else {
        blocks.add(
            row.getInt(2),
            row.getLong(3),
            row.getLong(4),
            row.getLong(5),
            row.getBoolean(7),
            row.getAs(8));
      }
    }
  }
}

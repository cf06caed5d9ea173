package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.util.Arrays;

/**
 * Counts of any number of values, in constant space: each row of cells adds up the counts of the
 * values whose hash picks the same of its columns, so the least of a value's cells is not below its
 * count, and not far above (Cormode and Muthukrishnan, "An Improved Data Stream Summary: The
 * Count-Min Sketch and its Applications", Journal of Algorithms 55, 2005). Cells are sums: grouping
 * and order change none.
 *
 * <p>Of {@code n} values, the others in a cell are {@code n / 1024} on average. So they are more
 * than {@code n / 100} in one row with a probability below 1 / 10.24 (Markov's inequality), and in
 * all four below 1e-4: that is how often an estimate is too great by more than 1% of all values, as
 * far as the rows are independent. They take different bits of a 64-bit hash, which is as good as
 * random for all values but those chosen to defeat it.
 */
final class CountMin {
  static final int ROWS = 4;
  static final int COLUMNS = 1 << 10;
  private static final int COLUMN_BITS = 10;

  private final long[] cells = new long[ROWS * COLUMNS];

  private static int cell(int row, long hash) {
    return row * COLUMNS + (int) (hash >>> row * COLUMN_BITS & COLUMNS - 1);
  }

  void add(long hash, long count) {
    for (int row = 0; row < ROWS; row++) {
      cells[cell(row, hash)] += count;
    }
  }

  void add(CountMin other) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] += other.cells[i];
    }
  }

  /** Not below the count of the values of this hash. */
  long estimate(long hash) {
    long least = Long.MAX_VALUE;
    for (int row = 0; row < ROWS; row++) {
      least = Math.min(least, cells[cell(row, hash)]);
    }
    return least;
  }

  /** The count of all values. */
  long total() {
    return total(0);
  }

  private long total(int row) {
    return Arrays.stream(cells, row * COLUMNS, (row + 1) * COLUMNS).sum();
  }

  /** The cells, row by row. */
  void encode(ByteWriter out) {
    for (long cell : cells) {
      out.writeVarint(cell);
    }
  }

  /**
   * Becomes what {@link #encode} wrote.
   *
   * @throws CorruptBytesException also if the rows do not count the same number of values
   */
  void decode(ByteReader in) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] = in.readCount();
    }
    for (int row = 1; row < ROWS; row++) {
      if (total(row) != total()) {
        throw new CorruptBytesException("rows of different sums");
      }
    }
  }
}

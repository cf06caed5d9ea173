package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.util.Arrays;

/** Counts by an integer index, ascending; an index without a count is absent. */
final class Bins {
  private int[] indexes = new int[4];
  private long[] counts = new long[4];
  private int size;
  private long total;

  /** The sum of all counts. */
  long total() {
    return total;
  }

  void add(int index, long count) {
    total += count;
    int at = Arrays.binarySearch(indexes, 0, size, index);
    if (at >= 0) {
      counts[at] += count;
    } else {
      insert(-at - 1, index, count);
    }
  }

  private void insert(int at, int index, long count) {
    if (size == indexes.length) {
      indexes = Arrays.copyOf(indexes, size * 2);
      counts = Arrays.copyOf(counts, size * 2);
    }
    System.arraycopy(indexes, at, indexes, at + 1, size - at);
    System.arraycopy(counts, at, counts, at + 1, size - at);
    indexes[at] = index;
    counts[at] = count;
    size++;
  }

  /** Adds all of another's counts; one pass, however many there are. */
  void add(Bins other) {
    if (other.size == 0) {
      return;
    }
    int[] bothIndexes = new int[size + other.size];
    long[] bothCounts = new long[size + other.size];
    int both = 0;
    int i = 0;
    int j = 0;
    while (i < size || j < other.size) {
      int order =
          i == size ? 1 : j == other.size ? -1 : Integer.compare(indexes[i], other.indexes[j]);
      bothIndexes[both] = order <= 0 ? indexes[i] : other.indexes[j];
      bothCounts[both++] = (order <= 0 ? counts[i] : 0) + (order >= 0 ? other.counts[j] : 0);
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    indexes = bothIndexes;
    counts = bothCounts;
    size = both;
    total += other.total;
  }

  /** The index that holds the count of this rank, from 0, in ascending order. */
  int indexAt(long rank) {
    long below = 0;
    int at = 0;
    while (below + counts[at] <= rank) {
      below += counts[at++];
    }
    return indexes[at];
  }

  /** How many indexes, then of each how far it is beyond the last one, and its count. */
  void encode(ByteWriter out) {
    out.writeVarint(size);
    int last = 0;
    for (int i = 0; i < size; i++) {
      out.writeSignedVarint((long) indexes[i] - last);
      out.writeVarint(counts[i]);
      last = indexes[i];
    }
  }

  /** Fills these empty bins. */
  void decode(ByteReader in) {
    size = in.readCount(2);
    indexes = new int[Math.max(4, size)];
    counts = new long[Math.max(4, size)];
    long index = 0;
    for (int i = 0; i < size; i++) {
      long step = in.readSignedVarint();
      index += step;
      indexes[i] = (int) index;
      counts[i] = in.readCount();
      total += counts[i];
      if ((i > 0 && step <= 0) || index != indexes[i] || counts[i] == 0 || total < 0) {
        throw new CorruptBytesException("counts by index that are not in their canonical form");
      }
    }
  }
}

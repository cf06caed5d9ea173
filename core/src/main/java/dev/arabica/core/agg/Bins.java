package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;

/**
 * Counts by an integer index; an index without a count is absent. Indexes that lie close have an
 * array of counts over all that they span, so that adding takes no search; few indexes, or some far
 * apart, a table. So the memory is that of at most about 20 words for each index, wherever they
 * lie. Which of the two it is shows in no byte.
 */
final class Bins {
  /** An array may have so many places for each index. */
  private static final int MOST_PLACES = 8;

  /** Fewer indexes than this never get an array, since so few may stay few. */
  private static final int LEAST_DENSE = 24;

  private static final long[] NO_ARRAY = {};

  /** Null unless there are counts that are in no array. */
  private CountTable table;

  /** By distance from {@link #first}; empty unless there are counts that are in no table. */
  private long[] array = NO_ARRAY;

  private int first;
  private long total;

  /** The sum of all counts. */
  long total() {
    return total;
  }

  /**
   * Adds to the count of an index.
   *
   * @param index less than 2^29 away from 0
   * @param count greater than 0
   */
  void add(int index, long count) {
    total += count;
    int place = index - first;
    if (place >= 0 && place < array.length) {
      array[place] += count;
    } else {
      addBeyond(index, count);
    }
  }

  private void addBeyond(int index, long count) {
    cover(index, index, 1);
    if (table == null) {
      array[index - first] += count;
    } else {
      table.add(index, count);
    }
  }

  /**
   * Makes sure that an array, if there is one afterwards, reaches over some indexes; the form is
   * the one that suits them together with those that have counts.
   *
   * @param size how many indexes there are from the least to the most
   */
  private void cover(int least, int most, int size) {
    if (array.length == 0) {
      coverTable(least, most, size);
    } else if (least < first || most >= first + array.length) {
      coverArray(least, most, size);
    }
  }

  private void coverTable(int least, int most, int size) {
    CountTable before = table;
    if (before != null && before.hasRoom(size)) {
      return;
    }
    int low = before == null ? least : Math.min(least, before.least());
    int high = before == null ? most : Math.max(most, before.most());
    int all = before == null ? size : before.size() + size;
    if (all < LEAST_DENSE || high - low >= MOST_PLACES * all) {
      table = before == null ? new CountTable(size) : before;
      return;
    }
    table = null;
    allocate(low, high);
    if (before != null) {
      before.forEach((index, count) -> array[index - first] += count);
    }
  }

  private void coverArray(int least, int most, int size) {
    int from = firstUsed();
    int to = lastUsed();
    int low = Math.min(least, first + from);
    int high = Math.max(most, first + to);
    int all = size + sizeOf(array);
    long[] before = array;
    int shift = first;
    if (high - low < MOST_PLACES * all) {
      allocate(low, high);
      System.arraycopy(before, from, array, shift + from - first, to - from + 1);
    } else {
      table = new CountTable(all);
      forEachOf(before, first, table::add);
      array = NO_ARRAY;
    }
  }

  /** An empty array with some room on both sides, since values may go on in either direction. */
  private void allocate(int low, int high) {
    int room = MOST_PLACES + (high - low) / MOST_PLACES;
    first = low - room;
    array = new long[high + room - first + 1];
  }

  private int firstUsed() {
    int at = 0;
    while (array[at] == 0) {
      at++;
    }
    return at;
  }

  private int lastUsed() {
    int at = array.length - 1;
    while (array[at] == 0) {
      at--;
    }
    return at;
  }

  private static int sizeOf(long[] array) {
    int size = 0;
    for (long count : array) {
      size += count == 0 ? 0 : 1;
    }
    return size;
  }

  private static void forEachOf(long[] array, int first, CountTable.Visitor visitor) {
    for (int i = 0; i < array.length; i++) {
      if (array[i] != 0) {
        visitor.visit(first + i, array[i]);
      }
    }
  }

  /** Adds all of another's counts. */
  void add(Bins other) {
    if (other.total == 0) {
      return;
    }
    if (total == 0) {
      copy(other);
    } else if (other.table != null) {
      other.table.forEach(this::add);
    } else if (table != null) {
      CountTable before = table;
      copy(other);
      before.forEach(this::add);
    } else {
      addArray(other);
    }
  }

  private void copy(Bins other) {
    table = other.table == null ? null : new CountTable(other.table);
    array = other.array.clone();
    first = other.first;
    total = other.total;
  }

  private void addArray(Bins other) {
    int from = other.firstUsed();
    int to = other.lastUsed();
    int least = other.first + from;
    int most = other.first + to;
    if (least < first || most >= first + array.length) {
      coverArray(least, most, sizeOf(other.array));
    }
    if (table != null) {
      forEachOf(other.array, other.first, this::add);
      return;
    }
    total += other.total;
    int shift = other.first - first;
    for (int i = from; i <= to; i++) {
      array[shift + i] += other.array[i];
    }
  }

  /** The index that holds the count of this rank, from 0, in ascending order. */
  int indexAt(long rank) {
    return table == null ? indexInArray(rank) : indexInTable(rank);
  }

  private int indexInArray(long rank) {
    long rest = rank;
    int at = 0;
    while (array[at] <= rest) {
      rest -= array[at++];
    }
    return first + at;
  }

  private int indexInTable(long rank) {
    int[] indexes = table.sorted();
    long rest = rank;
    int at = 0;
    while (table.get(indexes[at]) <= rest) {
      rest -= table.get(indexes[at++]);
    }
    return indexes[at];
  }

  /**
   * How many indexes; the first and its count, unless there are none; how far the last is beyond
   * it, and its count, unless there is one; of each between them {@code 2 * (count - 1)}, plus 1
   * and followed by the number of absent indexes before it if there are any.
   */
  void encode(ByteWriter out) {
    int[] indexes = table == null ? indexesInArray() : table.sorted();
    int size = indexes.length;
    out.writeVarint(size);
    if (size > 0) {
      out.writeSignedVarint(indexes[0]);
      out.writeVarint(count(indexes[0]));
    }
    if (size > 1) {
      out.writeVarint(indexes[size - 1] - indexes[0]);
      out.writeVarint(count(indexes[size - 1]));
    }
    for (int i = 1; i < size - 1; i++) {
      int absent = indexes[i] - indexes[i - 1] - 1;
      out.writeVarint(count(indexes[i]) - 1 << 1 | (absent > 0 ? 1 : 0));
      if (absent > 0) {
        out.writeVarint(absent);
      }
    }
  }

  private long count(int index) {
    return table == null ? array[index - first] : table.get(index);
  }

  private int[] indexesInArray() {
    int[] indexes = new int[sizeOf(array)];
    int size = 0;
    for (int i = 0; i < array.length; i++) {
      if (array[i] != 0) {
        indexes[size++] = first + i;
      }
    }
    return indexes;
  }

  /**
   * Adds the counts that {@link #encode} wrote; where it fails, some of them may have been added.
   *
   * @param least the least index that there can be
   * @param most the greatest index that there can be
   */
  void addEncoded(ByteReader in, int least, int most) {
    int size = in.readCount(1);
    if (size == 0) {
      return;
    }
    long first = in.readSignedVarint();
    long count = in.readVarint();
    long span = size == 1 ? 0 : in.readVarint();
    require(first >= least && first <= most && span >= size - 1 && span <= most - first);
    cover((int) first, (int) (first + span), size);
    long sum = addEncoded((int) first, count, 0);
    if (size > 1) {
      sum = addEncoded((int) (first + span), in.readVarint(), sum);
    }
    addBetween(in, (int) first, (int) (first + span), size - 2, sum);
  }

  private void addBetween(ByteReader in, int first, int last, int size, long before) {
    long sum = before;
    int index = first;
    for (int i = 0; i < size; i++) {
      long next = in.readVarint();
      long absent = (next & 1) == 0 ? 0 : in.readVarint();
      require(absent >= (next & 1) && absent < last - index - 1);
      index += (int) absent + 1;
      sum = addEncoded(index, (next >>> 1) + 1, sum);
    }
  }

  /** Gives the sum of the counts that came with the same bytes. */
  private long addEncoded(int index, long count, long sum) {
    require(count > 0 && sum + count > 0);
    add(index, count);
    return sum + count;
  }

  private static void require(boolean canonical) {
    if (!canonical) {
      throw new CorruptBytesException("counts by index that are not in their canonical form");
    }
  }
}

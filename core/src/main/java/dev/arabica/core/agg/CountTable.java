package dev.arabica.core.agg;

import java.util.Arrays;

/** Counts by an integer index in no order: an open-addressing table with linear probing. */
final class CountTable {
  private static final int LEAST_SLOTS = 8;

  /** The slots of a table that has grown. */
  private static final int USUAL_SLOTS = 32;

  private int[] indexes;

  /** By slot; 0 where it is free. */
  private long[] counts;

  private int size;

  /** An empty table with room for some indexes. */
  CountTable(int room) {
    // A power of two of which they fill at most three quarters.
    allocate(Math.max(LEAST_SLOTS, Integer.highestOneBit(Math.max(1, room * 4 / 3)) * 2));
  }

  CountTable(CountTable other) {
    indexes = other.indexes.clone();
    counts = other.counts.clone();
    size = other.size;
  }

  private void allocate(int slots) {
    indexes = new int[slots];
    counts = new long[slots];
    size = 0;
  }

  /** How many indexes have a count. */
  int size() {
    return size;
  }

  /** Whether it need not grow to take in some other indexes. */
  boolean hasRoom(int more) {
    return 4 * (size + more) <= 3 * counts.length;
  }

  /**
   * Adds to the count of an index.
   *
   * @param count greater than 0
   */
  void add(int index, long count) {
    int slot = slot(index);
    if (counts[slot] != 0) {
      counts[slot] += count;
    } else if (hasRoom(1)) {
      indexes[slot] = index;
      counts[slot] = count;
      size++;
    } else {
      grow();
      add(index, count);
    }
  }

  private void grow() {
    CountTable before = new CountTable(0);
    before.indexes = indexes;
    before.counts = counts;
    allocate(Math.max(USUAL_SLOTS, counts.length * 2));
    before.forEach(this::add);
  }

  /** The count of an index; 0 if it has none. */
  long get(int index) {
    return counts[slot(index)];
  }

  /** The slot of an index, or the free one where it belongs. */
  private int slot(int index) {
    int mask = counts.length - 1;
    // The upper bits of multiples of the golden ratio lie apart for indexes in a row.
    int slot = index * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(mask);
    while (counts[slot] != 0 && indexes[slot] != index) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  /** What is told the indexes and their counts. */
  interface Visitor {
    void visit(int index, long count);
  }

  void forEach(Visitor visitor) {
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] != 0) {
        visitor.visit(indexes[slot], counts[slot]);
      }
    }
  }

  /** The least index; the greatest integer if there is none. */
  int least() {
    int least = Integer.MAX_VALUE;
    for (int slot = 0; slot < counts.length; slot++) {
      least = counts[slot] == 0 ? least : Math.min(least, indexes[slot]);
    }
    return least;
  }

  /** The greatest index; the least integer if there is none. */
  int most() {
    int most = Integer.MIN_VALUE;
    for (int slot = 0; slot < counts.length; slot++) {
      most = counts[slot] == 0 ? most : Math.max(most, indexes[slot]);
    }
    return most;
  }

  /** The indexes, ascending. */
  int[] sorted() {
    int[] sorted = new int[size];
    int at = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] != 0) {
        sorted[at++] = indexes[slot];
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }
}

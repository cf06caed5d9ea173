package dev.arabica.core.agg;

import java.util.function.LongConsumer;

/**
 * A set of 64-bit hashes: open addressing with linear probing by their upper bits, which are as
 * good as random; so they lie nearly in their order.
 */
final class Hashes {
  private static final int LEAST_SLOTS = 8;

  /** 0 where a slot is free; a power of two of them, of which at most three quarters are taken. */
  private long[] slots = new long[LEAST_SLOTS];

  private boolean hasZero;
  private int size;

  int size() {
    return size;
  }

  void add(long hash) {
    if (hash == 0) {
      size += hasZero ? 0 : 1;
      hasZero = true;
      return;
    }
    int slot = slot(hash);
    if (slots[slot] == 0) {
      slots[slot] = hash;
      size++;
      if (4 * size > 3 * slots.length) {
        resize(4 * slots.length);
      }
    }
  }

  void add(Hashes other) {
    reserve(other.size);
    other.forEach(this::add);
  }

  /**
   * Makes room for more hashes; to be called before they come in their order, as otherwise they
   * would fill a small table from one end, and find no free slot near by.
   */
  void reserve(int more) {
    int slotsWanted = LEAST_SLOTS;
    while (4 * (size + more) > 3 * slotsWanted) {
      slotsWanted *= 2;
    }
    if (slotsWanted > slots.length) {
      resize(slotsWanted);
    }
  }

  private int slot(long hash) {
    int mask = slots.length - 1;
    int slot = (int) (hash >>> Long.numberOfLeadingZeros(mask));
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void resize(int count) {
    long[] before = slots;
    slots = new long[count];
    for (long hash : before) {
      if (hash != 0) {
        slots[slot(hash)] = hash;
      }
    }
  }

  void forEach(LongConsumer consumer) {
    if (hasZero) {
      consumer.accept(0);
    }
    for (long hash : slots) {
      if (hash != 0) {
        consumer.accept(hash);
      }
    }
  }

  /** The hashes, ascending as unsigned numbers. */
  long[] sorted() {
    long[] sorted = new long[size];
    int count = hasZero ? 1 : 0;
    for (long hash : slots) {
      if (hash != 0) {
        insert(sorted, count++, hash);
      }
    }
    return sorted;
  }

  /** At the end or near it, but for one from the last slots that found its place in the first. */
  private static void insert(long[] sorted, int end, long hash) {
    int at = end;
    while (at > 0 && Long.compareUnsigned(sorted[at - 1], hash) > 0) {
      sorted[at] = sorted[at - 1];
      at--;
    }
    sorted[at] = hash;
  }
}

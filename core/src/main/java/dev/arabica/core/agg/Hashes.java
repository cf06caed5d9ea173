package dev.arabica.core.agg;

import java.util.function.LongConsumer;

/**
 * A set of 64-bit hashes: open addressing with linear probing by their upper bits, which are as
 * good as random; so they lie nearly in their order.
 */
final class Hashes {
  private static final int LEAST_SLOTS = 8;

  /** 0 where a slot is free; a power of two of them, of which at most 9 of 16 are taken. */
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
      if (isTooFull(size, slots.length)) {
        resize(4 * slots.length);
      }
    }
  }

  private static boolean isTooFull(int size, int slots) {
    return 16 * size > 9 * slots;
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
    while (isTooFull(size + more, slotsWanted)) {
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
    long[] hashes = inSlots();
    slots = new long[count];
    for (int i = 0; i < hashes.length - 1; i++) {
      slots[slot(hashes[i])] = hashes[i];
    }
  }

  /**
   * All but 0, in the order of their slots, and then one that is of no meaning. Which slots are
   * free is as random as the hashes are, so there is no branch, that nobody has to guess.
   */
  private long[] inSlots() {
    long[] hashes = new long[size - (hasZero ? 1 : 0) + 1];
    int count = 0;
    for (long hash : slots) {
      hashes[count] = hash;
      count += hash == 0 ? 0 : 1;
    }
    return hashes;
  }

  void forEach(LongConsumer consumer) {
    if (hasZero) {
      consumer.accept(0);
    }
    long[] hashes = inSlots();
    for (int i = 0; i < hashes.length - 1; i++) {
      consumer.accept(hashes[i]);
    }
  }

  /** The hashes, ascending as unsigned numbers. */
  long[] sorted() {
    long[] hashes = inSlots();
    long[] sorted = new long[size];
    int count = hasZero ? 1 : 0;
    for (int i = 0; i < hashes.length - 1; i++) {
      insert(sorted, count++, hashes[i]);
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

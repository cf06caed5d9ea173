package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.type.Type;
import java.util.Arrays;

/**
 * Different strings of bytes with a number each, in the order in which they came: all in one array,
 * found by open addressing with linear probing.
 */
final class ByteStrings {
  private static final int LEAST_SLOTS = 8;

  private byte[] bytes = new byte[64];

  /** By number, where a string ends in {@link #bytes}; it starts where the one before ends. */
  private int[] ends = new int[4];

  private long[] hashes = new long[4];

  /** A number plus 1, or 0 where a slot is free; at most half of them are taken. */
  private int[] slots = new int[LEAST_SLOTS];

  private int size;

  int size() {
    return size;
  }

  /**
   * The number of a string, which is taken in if it is not there yet.
   *
   * @param hash the upper bits of which are as good as random
   */
  int add(byte[] source, int from, int length, long hash) {
    int mask = slots.length - 1;
    int slot = firstSlot(hash);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (hashes[number] == hash && isEqual(number, source, from, length)) {
        return number;
      }
      slot = slot + 1 & mask;
    }
    append(source, from, length, hash);
    slots[slot] = size;
    if (2 * size > slots.length) {
      resize(4 * slots.length);
    }
    return size - 1;
  }

  /** Upper bits, so that strings lie nearly in the order of their hashes. */
  private int firstSlot(long hash) {
    return (int) (hash >>> Long.numberOfLeadingZeros(slots.length - 1));
  }

  /** Makes room for more strings; see {@link Hashes#reserve}. */
  void reserve(int more) {
    int slotsWanted = LEAST_SLOTS;
    while (2 * (size + more) > slotsWanted) {
      slotsWanted *= 2;
    }
    if (slotsWanted > slots.length) {
      resize(slotsWanted);
    }
  }

  /** The number of another's string here, where it is taken in if it is not there yet. */
  int add(ByteStrings other, int number) {
    int from = other.start(number);
    return add(other.bytes, from, other.ends[number] - from, other.hashes[number]);
  }

  private boolean isEqual(int number, byte[] source, int from, int length) {
    return Arrays.equals(bytes, start(number), ends[number], source, from, from + length);
  }

  private void append(byte[] source, int from, int length, long hash) {
    int start = start(size);
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, start + length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    System.arraycopy(source, from, bytes, start, length);
    ends[size] = start + length;
    hashes[size] = hash;
    size++;
  }

  private void resize(int count) {
    slots = new int[count];
    for (int number = 0; number < size; number++) {
      int slot = firstSlot(hashes[number]);
      while (slots[slot] != 0) {
        slot = slot + 1 & count - 1;
      }
      slots[slot] = number + 1;
    }
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  long hash(int number) {
    return hashes[number];
  }

  void write(int number, ByteWriter out) {
    int start = start(number);
    out.writeRaw(bytes, start, ends[number] - start);
  }

  /** The value of a type whose bytes are a string. */
  Object value(int number, Type type) {
    int start = start(number);
    return ValueCodec.read(new ByteReader(bytes, start, ends[number] - start), type);
  }

  /** The numbers in the order of their hashes, unsigned, and then of their bytes. */
  int[] byHash() {
    int[] order = new int[size];
    int count = 0;
    for (int slot : slots) {
      if (slot != 0) {
        insert(order, count++, slot - 1, hashes);
      }
    }
    return order;
  }

  /**
   * The numbers in the order of some keys, unsigned, and then of their bytes.
   *
   * @param keys by number
   */
  int[] by(long[] keys) {
    // Sorted by the upper bits of the key, with the number in place of the lower ones.
    long numbers = Long.highestOneBit(Math.max(1, size)) * 2 - 1;
    long[] sorted = new long[size];
    for (int number = 0; number < size; number++) {
      sorted[number] = (keys[number] ^ Long.MIN_VALUE) & ~numbers | number;
    }
    Arrays.sort(sorted);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      insert(order, i, (int) (sorted[i] & numbers), keys);
    }
    return order;
  }

  /** At the end or near it, as most are nearly in order. */
  private void insert(int[] order, int end, int number, long[] keys) {
    int at = end;
    while (at > 0 && compare(number, order[at - 1], keys) < 0) {
      order[at] = order[at - 1];
      at--;
    }
    order[at] = number;
  }

  /** The order of two strings by some keys, unsigned, and then by their bytes. */
  int compare(int a, int b, long[] keys) {
    int order = Long.compareUnsigned(keys[a], keys[b]);
    return order != 0
        ? order
        : Arrays.compareUnsigned(bytes, start(a), ends[a], bytes, start(b), ends[b]);
  }
}

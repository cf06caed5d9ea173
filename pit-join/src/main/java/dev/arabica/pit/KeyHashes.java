package dev.arabica.pit;

import com.dynatrace.hash4j.hashing.Hashing;
import java.io.Serializable;

/**
 * The keys that a spine asks for, as hashes: blocks of other keys need not be shuffled. Past {@link
 * #LIMIT} keys everything counts as asked for. A hash that two keys share costs a shuffled block,
 * never a wrong value.
 */
final class KeyHashes implements Serializable {
  /** Eight bytes each, at most half full: 32 MiB. */
  static final int LIMIT = 1 << 21;

  private static final long serialVersionUID = 1;

  /** Zero where free. */
  private long[] slots = new long[1 << 10];

  private int count;

  void add(byte[] key) {
    if (count > LIMIT) {
      return;
    }
    if (count * 2 >= slots.length) {
      grow();
    }
    if (put(hash(key))) {
      count++;
    }
    if (count > LIMIT) {
      slots = new long[0];
    }
  }

  boolean contains(byte[] key) {
    if (count > LIMIT) {
      return true;
    }
    long hash = hash(key);
    return slots[slot(hash)] == hash;
  }

  private boolean put(long hash) {
    int slot = slot(hash);
    boolean isNew = slots[slot] == 0;
    slots[slot] = hash;
    return isNew;
  }

  /** Where the hash is, or would be. */
  private int slot(long hash) {
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long hash : old) {
      if (hash != 0) {
        put(hash);
      }
    }
  }

  private static long hash(byte[] key) {
    long hash = Hashing.xxh3_64().hashBytesToLong(key);
    return hash == 0 ? 1 : hash;
  }
}

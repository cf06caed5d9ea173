package dev.arabica.benchmarks.events;

/**
 * Where the state of a key is kept: an open-addressing table with linear probing, at most half
 * full. All contestants have the same, unless their own is what is measured.
 */
public final class Slots {
  private final long[] keys;
  private final int shift;

  /**
   * @param most how many keys it must hold
   */
  public Slots(int most) {
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, most - 1));
    keys = new long[1 << bits];
    shift = 64 - bits;
  }

  /** How many slots there are. */
  public int size() {
    return keys.length;
  }

  /** The slot of a key, which is taken for it if it has none yet; no key is 0. */
  public int slot(long key) {
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    while (keys[slot] != key) {
      if (keys[slot] == 0) {
        keys[slot] = key;
        return slot;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}

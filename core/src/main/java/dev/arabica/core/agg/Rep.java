package dev.arabica.core.agg;

import java.util.Arrays;

/**
 * What the aggregates of a pack know of some events, flat: the words of all of them in one array,
 * and the structures of those that need one in another. Who owns which place, a {@link Layout} has
 * said. A rep of no events holds zeros and nulls alone.
 *
 * <p>Mutable, owned by whoever made it, not safe for use by several threads at once.
 */
public final class Rep {
  private static final Object[] NO_REFS = {};

  private final long[] words;

  /** The structure at place 0, nearer than in an array: many packs have no other. */
  private Object first;

  /** The structures at the places from 1 on. */
  private final Object[] others;

  Rep(int words, int refs) {
    this.words = new long[words];
    this.others = refs < 2 ? NO_REFS : new Object[refs - 1];
  }

  public long get(int word) {
    return words[word];
  }

  public void set(int word, long value) {
    words[word] = value;
  }

  /** Adds to a word; beyond 64 bits it wraps around. */
  public void add(int word, long value) {
    words[word] += value;
  }

  public double getDouble(int word) {
    return Double.longBitsToDouble(words[word]);
  }

  public void setDouble(int word, double value) {
    words[word] = Double.doubleToRawLongBits(value);
  }

  /** The structure at a place; null where nothing has come yet. */
  public Object ref(int place) {
    return place == 0 ? first : others[place - 1];
  }

  public void setRef(int place, Object value) {
    if (place == 0) {
      first = value;
    } else {
      others[place - 1] = value;
    }
  }

  /** Makes this the rep of no events. */
  public void clear() {
    Arrays.fill(words, 0);
    first = null;
    Arrays.fill(others, null);
  }
}

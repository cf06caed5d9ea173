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
  private final Object[] refs;

  Rep(int words, int refs) {
    this.words = new long[words];
    this.refs = refs == 0 ? NO_REFS : new Object[refs];
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
    return refs[place];
  }

  public void setRef(int place, Object value) {
    refs[place] = value;
  }

  /** Makes this the rep of no events. */
  public void clear() {
    Arrays.fill(words, 0);
    Arrays.fill(refs, null);
  }
}

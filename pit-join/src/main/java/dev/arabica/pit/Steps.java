package dev.arabica.pit;

import java.io.Serializable;
import java.util.Arrays;

/** A value that changes at some revisions and holds in between. */
final class Steps implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] revisions;
  private final long[] values;
  private final long before;

  /**
   * @param revisions ascending
   * @param values what holds from each revision on
   * @param before what holds before the first
   */
  Steps(long[] revisions, long[] values, long before) {
    this.revisions = revisions;
    this.values = values;
    this.before = before;
  }

  long at(long revision) {
    int i = floorIndex(revisions, revision);
    return i < 0 ? before : values[i];
  }

  /** The position of the greatest element at or below {@code key}, or -1; ascending, distinct. */
  static int floorIndex(long[] ascending, long key) {
    int i = Arrays.binarySearch(ascending, key);
    return i >= 0 ? i : -i - 2;
  }
}

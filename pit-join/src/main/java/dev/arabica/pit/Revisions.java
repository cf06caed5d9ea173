package dev.arabica.pit;

import java.io.Serializable;
import java.util.Arrays;

/** The revisions at which something changes that holds in between. */
final class Revisions implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] ascending;

  /**
   * @param ascending distinct
   */
  Revisions(long[] ascending) {
    this.ascending = ascending;
  }

  int count() {
    return ascending.length;
  }

  long get(int position) {
    return ascending[position];
  }

  /** The position of the last one at or before {@code revision}, or -1. */
  int lastUpTo(long revision) {
    int i = Arrays.binarySearch(ascending, revision);
    return i >= 0 ? i : -i - 2;
  }
}

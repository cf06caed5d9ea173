package dev.arabica.core.time;

/** The blocks that make up a window: the coarsest that are sealed, and their children elsewhere. */
public final class Cover {
  private Cover() {}

  /** Takes consecutive blocks of one size: those that start in {@code [from, to)}; microseconds. */
  @FunctionalInterface
  public interface Taker {
    void segment(long size, long from, long to);
  }

  /**
   * Gives the segments that make up {@code [lo, hi)}, ascending and disjoint. Both ends are
   * multiples of the base size. A coarse block is taken only where it lies wholly inside and is
   * wholly sealed.
   */
  public static void of(long lo, long hi, Ladder ladder, SealedRanges sealed, Taker taker) {
    long from = lo;
    long at = lo;
    long size = 0;
    while (at < hi) {
      int level = coarsest(at, hi, ladder, sealed);
      long next = ladder.sizes().get(level);
      if (next != size && at > from) {
        taker.segment(size, from, at);
        from = at;
      }
      size = next;
      at = level == 0 ? Math.min(hi, nextCoarse(at, ladder)) : at + size;
    }
    if (at > from) {
      taker.segment(size, from, at);
    }
  }

  private static int coarsest(long at, long hi, Ladder ladder, SealedRanges sealed) {
    for (int level = ladder.sizes().size() - 1; level > 0; level--) {
      long size = ladder.sizes().get(level);
      if (Math.floorMod(at, size) == 0 && at + size <= hi && sealed.covers(at, at + size)) {
        return level;
      }
    }
    return 0;
  }

  /** Where a block coarser than the base may begin, after {@code at}. */
  private static long nextCoarse(long at, Ladder ladder) {
    return ladder.sizes().size() == 1
        ? Long.MAX_VALUE
        : Window.floor(at, ladder.sizes().get(1)) + ladder.sizes().get(1);
  }
}

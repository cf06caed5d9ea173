package dev.arabica.core.time;

import java.util.ArrayList;
import java.util.List;

/** The blocks that make up a window: the coarsest that are sealed, and their children elsewhere. */
public final class Cover {
  private Cover() {}

  /** Consecutive blocks of one size: those that start in {@code [from, to)}; microseconds. */
  public record Segment(long size, long from, long to) {
    public long blocks() {
      return (to - from) / size;
    }
  }

  /**
   * The segments that make up {@code [lo, hi)}, ascending and disjoint. Both ends are multiples of
   * the base size. A coarse block is taken only where it lies wholly inside and is wholly sealed.
   */
  public static List<Segment> of(long lo, long hi, Ladder ladder, SealedRanges sealed) {
    List<Segment> segments = new ArrayList<>();
    long at = lo;
    while (at < hi) {
      long size = coarsest(at, hi, ladder, sealed);
      Segment last = segments.isEmpty() ? null : segments.get(segments.size() - 1);
      if (last != null && last.size == size) {
        segments.set(segments.size() - 1, new Segment(size, last.from, at + size));
      } else {
        segments.add(new Segment(size, at, at + size));
      }
      at += size;
    }
    return segments;
  }

  private static long coarsest(long at, long hi, Ladder ladder, SealedRanges sealed) {
    for (int i = ladder.sizes().size() - 1; i > 0; i--) {
      long size = ladder.sizes().get(i);
      if (Math.floorMod(at, size) == 0 && at + size <= hi && sealed.covers(at, at + size)) {
        return size;
      }
    }
    return ladder.baseSize();
  }
}

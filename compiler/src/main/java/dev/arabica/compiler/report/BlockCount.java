package dev.arabica.compiler.report;

import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;

/**
 * How many blocks {@link dev.arabica.core.time.Cover} takes for an interval whose past is sealed,
 * without listing them: a plan of many groups asks this very often.
 */
final class BlockCount {
  private BlockCount() {}

  /**
   * The number of blocks in the cover of {@code [lo, hi)}; both are multiples of the base size.
   *
   * @param sealed everything before it is sealed, nothing from it on
   */
  static long of(long lo, long hi, Ladder ladder, long sealed) {
    return count(ladder.sizes().size() - 1, lo, hi, ladder, sealed);
  }

  private static long count(int level, long lo, long hi, Ladder ladder, long sealed) {
    if (lo >= hi) {
      return 0;
    }
    long size = ladder.sizes().get(level);
    if (level == 0) {
      return (hi - lo) / size;
    }
    long from = Window.ceil(lo, size);
    long to = Window.floor(Math.min(hi, sealed), size);
    return from >= to
        ? count(level - 1, lo, hi, ladder, sealed)
        : count(level - 1, lo, from, ladder, sealed)
            + (to - from) / size
            + count(level - 1, to, hi, ladder, sealed);
  }
}

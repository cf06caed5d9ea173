package dev.arabica.compiler.report;

import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import java.util.Collection;

/** How many blocks of a key are kept for the windows of a pack, if the key has events in each. */
final class BlocksKept {
  private BlocksKept() {}

  /**
   * In the store. Blocks of a size are kept as far back as some window's edge may fall between
   * them; where all edges are rounded to something coarser, until that is sealed.
   */
  static long stored(Ladder ladder, long lateMicros, Collection<BlocksRead.Extent> windows) {
    long blocks = 0;
    for (int level = 0; level < ladder.sizes().size(); level++) {
      long kept = 0;
      for (BlocksRead.Extent window : windows) {
        kept = Math.max(kept, keptFor(window, level, ladder, lateMicros));
      }
      blocks += Window.ceil(kept, ladder.sizes().get(level)) / ladder.sizes().get(level);
    }
    boolean ever = windows.stream().anyMatch(BlocksRead.Extent::isEver);
    return blocks + (ever ? 1 : 0);
  }

  private static long keptFor(BlocksRead.Extent window, int level, Ladder ladder, long lateMicros) {
    long size = ladder.sizes().get(level);
    boolean coarsest = level == ladder.sizes().size() - 1;
    if (window.isEver() && coarsest) {
      return 0;
    }
    long reach =
        window.isEver() ? Long.MAX_VALUE : window.length() + window.step() - ladder.baseSize();
    if (reach < size) {
      return 0;
    }
    boolean edgesBetween = window.step() <= size && !window.isEver();
    return edgesBetween || coarsest
        ? reach
        : Math.min(reach, ladder.sizes().get(level + 1) + lateMicros + BlocksRead.SEALED_EVERY);
  }

  /**
   * In the stream's state: a block is kept from its first event until it is settled.
   *
   * @param behindMicros how far the clock trails the newest event
   */
  static long inStream(Ladder ladder, long behindMicros, long lateMicros) {
    long base = ladder.baseSize();
    return Window.ceil(base + behindMicros + lateMicros, base) / base;
  }

  /** The interval at which seals are assumed, for the legend. */
  static String sealedEvery() {
    return Instants.prettyDuration(BlocksRead.SEALED_EVERY);
  }
}

package dev.arabica.core.assemble;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.time.SealedRanges;

/** The stored blocks of one key, as of one revision, wherever they are kept. */
public interface BlockSource {
  /** The hours of the pack that are sealed, so that coarse blocks may be read there. */
  SealedRanges sealed(String packId);

  /**
   * From when on the pack's blocks that end at or before {@code hi} are whole: all of them are
   * stored. Microseconds since the epoch, {@code Long.MIN_VALUE} for all there ever were, {@code
   * Long.MAX_VALUE} if the last of them are missing already.
   */
  long completeFrom(String packId, long hi);

  /**
   * Gives the stored blocks of {@code size} that start in {@code [from, to)}, in ascending order;
   * blocks without events may be missing.
   */
  void scan(String packId, long size, long from, long to, Visitor visitor);

  /** Takes one block; {@code rep} is valid during the call only. */
  @FunctionalInterface
  interface Visitor {
    void block(long start, ByteReader rep);
  }
}

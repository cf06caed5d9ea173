package dev.arabica.pit;

import java.util.OptionalLong;

/**
 * How far Iceberg has got with the block table, now and at any earlier revision; times are
 * microseconds since the epoch. What it says does not move: a newer one is made to see more.
 */
interface Committed {
  /** The newest revision, 0 before the first. */
  long revision();

  /** The newest revision committed at or before a time, 0 if there was none. */
  long revisionAt(long micros);

  /** A source's watermark as of a revision, if any was published by then. */
  OptionalLong watermark(String source, long revision);

  /** Whether the source has ever been streamed. */
  boolean isStreamed(String source);

  /** Where the blocks of a source's pack were whole at every revision. */
  CoverageHistory coverage(String source, String packId);

  /** The seals of a pack up to the newest revision. */
  SealHistory seals(String packId);
}

package dev.arabica.pit;

/**
 * How far Iceberg has got with the block table, now and at any earlier revision; watermarks are
 * microseconds. A snapshot of the log: it does not move by itself.
 */
interface Committed {
  /** Stands for a source that has published no watermark. */
  long NONE = Long.MIN_VALUE;

  /** The newest revision, 0 before the first. */
  long revision();

  /** The Iceberg snapshot of the newest revision, or empty before the first. */
  java.util.OptionalLong snapshotId();

  /** The newest revision committed at or before a time, 0 if there was none. */
  long revisionAt(long micros);

  /** A source's watermark as of a revision, or {@link #NONE}. */
  long watermark(String source, long revision);

  /** Whether the source has ever been streamed. */
  boolean isStreamed(String source);

  /** The start of what has been streamed or backfilled of a source, at every revision. */
  Steps completeFrom(String source);

  /** The seals of a pack up to the newest revision. */
  SealHistory seals(String packId);
}

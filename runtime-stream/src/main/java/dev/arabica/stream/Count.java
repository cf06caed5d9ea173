package dev.arabica.stream;

import java.util.Locale;

/** What the stream counts. */
enum Count {
  /** Records admitted as events. */
  ADMITTED,
  /** Records kept as dead letters. */
  DEAD_LETTERS,
  /** Events that repeat one already seen; they are in the raw table. */
  DUPLICATES,
  /** Events that a group left out because a key column was null. */
  NULL_KEYS,
  /** Events that corrected a closed block. */
  LATE,
  /** Events that came after their block was settled: for the next repair. */
  TOO_LATE,
  /** Inputs that were NaN. */
  NOT_A_NUMBER,
  /** Blocks written, corrections included. */
  BLOCKS;

  /** The name in metrics and reports. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

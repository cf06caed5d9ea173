package dev.arabica.stream;

/**
 * What one task finished before a checkpoint barrier, for the committer.
 *
 * @param clockMillis the task's event-time clock at the barrier; {@link ClockTime#UNSTARTED} also
 *     from tasks that have none
 * @param files the data files as their writer describes them; empty if none
 * @param tally what was counted since the last barrier
 */
record Flush(Kind kind, long clockMillis, byte[] files, Tally tally) {
  static final byte[] NO_FILES = new byte[0];

  /** What the files hold. */
  enum Kind {
    RAW_ROWS,
    DEAD_LETTERS,
    BLOCKS,
    COUNTS_ONLY
  }

  static Flush counts(Tally tally) {
    return new Flush(Kind.COUNTS_ONLY, ClockTime.UNSTARTED, NO_FILES, tally);
  }

  boolean hasFiles() {
    return files.length > 0;
  }
}

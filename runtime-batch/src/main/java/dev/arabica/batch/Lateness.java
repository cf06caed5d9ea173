package dev.arabica.batch;

import dev.arabica.core.time.Window;
import java.io.Serializable;
import java.util.Arrays;
import java.util.SortedMap;

/**
 * Tells rows that came after their block was closed for good, as far as the raw table's commits
 * tell: the watermark that stood when a row's commit was made had passed its block's end by more
 * than the stream still corrects. A row that became late within a single commit is not counted.
 */
final class Lateness implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] commits;
  private final long[] watermarks;
  private final long baseSize;
  private final long lateMicros;

  /**
   * Of the commits that are new to a repair.
   *
   * @param watermarksBefore by sequence number of the commit
   */
  Lateness(SortedMap<Long, Long> watermarksBefore, long baseSize, long lateMicros) {
    this.commits = watermarksBefore.keySet().stream().mapToLong(Long::longValue).toArray();
    this.watermarks = watermarksBefore.values().stream().mapToLong(Long::longValue).toArray();
    this.baseSize = baseSize;
    this.lateMicros = lateMicros;
  }

  boolean isLate(long eventTime, long commit) {
    int i = Arrays.binarySearch(commits, commit);
    return i >= 0 && Window.floor(eventTime, baseSize) + baseSize + lateMicros <= watermarks[i];
  }
}

package dev.arabica.pit;

import dev.arabica.core.time.TimeRanges;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the blocks of a pack were whole, at any revision. It changes seldom: a pack that keeps up
 * with its source has no end.
 */
final class CoverageHistory implements Serializable {
  private static final long serialVersionUID = 1;

  private final Revisions changes;
  private final List<Coverage> coverages;

  private CoverageHistory(List<Long> revisions, List<Coverage> coverages) {
    this.changes = new Revisions(revisions.stream().mapToLong(Long::longValue).toArray());
    this.coverages = List.copyOf(coverages);
  }

  /**
   * @param from the start of the source's history, microseconds
   */
  private record Coverage(long from, TimeRanges ranges) implements Serializable {}

  /**
   * From when on the blocks that end at or before {@code hi} were whole at a revision,
   * microseconds; {@code Long.MAX_VALUE} if the last of them were not.
   */
  long completeFrom(long revision, long hi) {
    int i = changes.lastUpTo(revision);
    if (i < 0) {
      return Long.MAX_VALUE;
    }
    Coverage coverage = coverages.get(i);
    return Math.max(coverage.from, coverage.ranges.startBefore(hi));
  }

  /** Takes what held from each revision on. */
  static final class Builder {
    private final List<Long> revisions = new ArrayList<>();
    private final List<Coverage> coverages = new ArrayList<>();

    /** Later revisions come later. */
    Builder add(long revision, long from, TimeRanges ranges) {
      Coverage next = new Coverage(from, ranges);
      if (coverages.isEmpty() || !coverages.get(coverages.size() - 1).equals(next)) {
        revisions.add(revision);
        coverages.add(next);
      }
      return this;
    }

    CoverageHistory build() {
      return new CoverageHistory(revisions, coverages);
    }
  }
}

package dev.arabica.pit;

import dev.arabica.tables.BlockCommit;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.ControlLog;
import dev.arabica.tables.ControlState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** {@link Committed} as the block table's own log of commits tells it. */
final class CommitHistory implements Committed {
  private static final long MICROS_PER_MILLI = 1_000;

  private final ControlLog control;
  private final long[] revisions;
  private final long[] commitTimes;
  private final long[] newestByTime;

  private CommitHistory(ControlLog control, List<BlockCommit> commits) {
    this.control = control;
    revisions = commits.stream().mapToLong(BlockCommit::revision).toArray();
    List<BlockCommit> byTime = new ArrayList<>(commits);
    byTime.sort(Comparator.comparingLong(BlockCommit::timestampMillis));
    commitTimes = byTime.stream().mapToLong(BlockCommit::timestampMillis).toArray();
    newestByTime = byTime.stream().mapToLong(BlockCommit::revision).toArray();
    for (int i = 1; i < newestByTime.length; i++) {
      // The clocks of several committers need not agree with the order of their commits.
      newestByTime[i] = Math.max(newestByTime[i], newestByTime[i - 1]);
    }
  }

  /** The log as it is now. */
  static CommitHistory read(BlockTable blocks) {
    ControlLog control = blocks.control();
    long newest = control.latest().revision();
    List<BlockCommit> commits =
        blocks.commitsAfter(0).stream().filter(commit -> commit.revision() <= newest).toList();
    return new CommitHistory(control, commits);
  }

  @Override
  public long revision() {
    return control.latest().revision();
  }

  @Override
  public long revisionAt(long micros) {
    long millis = Math.floorDiv(micros, MICROS_PER_MILLI);
    int low = 0;
    int high = commitTimes.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (commitTimes[middle] <= millis) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == 0 ? 0 : newestByTime[low - 1];
  }

  @Override
  public OptionalLong watermark(String source, long revision) {
    return control.at(revision).watermark(source);
  }

  @Override
  public boolean isStreamed(String source) {
    return control.latest().streamed().contains(source);
  }

  @Override
  public CoverageHistory coverage(String source, String packId) {
    CoverageHistory.Builder coverage = new CoverageHistory.Builder();
    for (long revision : revisions) {
      ControlState state = control.at(revision);
      long from = state.completeFrom(source).orElse(Long.MAX_VALUE);
      coverage.add(revision, from, state.covered(source, packId));
    }
    return coverage.build();
  }

  @Override
  public SealHistory seals(String packId) {
    return new SealHistory(control.latest().sealed(packId));
  }
}

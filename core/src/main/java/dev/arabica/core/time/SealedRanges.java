package dev.arabica.core.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The hours of a pack that batch has sealed, as sorted, disjoint ranges, each with the revision of
 * the commit that sealed it. Immutable. From the seal on the stream's rows for these hours are
 * fenced off, and their coarse blocks may be used.
 */
public final class SealedRanges {
  public static final SealedRanges NONE = new SealedRanges(new long[0], new long[0], new long[0]);

  /** Returned by {@link #sealedAt} for a time that is not sealed. */
  public static final long NOT_SEALED = Long.MAX_VALUE;

  private final long[] from;
  private final long[] to;
  private final long[] revision;

  private SealedRanges(long[] from, long[] to, long[] revision) {
    this.from = from;
    this.to = to;
    this.revision = revision;
  }

  /** One sealed range {@code [from, to)} in microseconds, sealed at {@code revision}. */
  public record Range(long from, long to, long revision) {}

  public static SealedRanges of(List<Range> ranges) {
    if (areSortedAndDisjoint(ranges)) {
      return fromSorted(ranges);
    }
    SealedRanges sealed = NONE;
    for (Range range : ranges) {
      sealed = sealed.plus(range.from(), range.to(), range.revision());
    }
    return sealed;
  }

  /** These ranges and {@code [lo, hi)}; what is sealed already keeps its revision. */
  public SealedRanges plus(long lo, long hi, long sealRevision) {
    List<Range> result = new ArrayList<>();
    long open = lo;
    for (Range range : ranges()) {
      if (open < hi && open < range.from) {
        result.add(new Range(open, Math.min(hi, range.from), sealRevision));
      }
      result.add(range);
      open = Math.max(open, Math.min(hi, range.to));
    }
    if (open < hi) {
      result.add(new Range(open, hi, sealRevision));
    }
    result.sort((a, b) -> Long.compare(a.from, b.from));
    return fromSorted(result);
  }

  /** Whether all of {@code [lo, hi)} is sealed. */
  public boolean covers(long lo, long hi) {
    long reached = lo;
    for (int i = indexFor(lo);
        i >= 0 && i < from.length && reached < hi && from[i] <= reached;
        i++) {
      reached = to[i];
    }
    return reached >= hi;
  }

  /** The revision at which the range holding {@code time} was sealed, or {@link #NOT_SEALED}. */
  public long sealedAt(long time) {
    int i = indexFor(time);
    return i >= 0 && time < to[i] ? revision[i] : NOT_SEALED;
  }

  public boolean isEmpty() {
    return from.length == 0;
  }

  public List<Range> ranges() {
    List<Range> ranges = new ArrayList<>(from.length);
    for (int i = 0; i < from.length; i++) {
      ranges.add(new Range(from[i], to[i], revision[i]));
    }
    return ranges;
  }

  /** The last range that starts at or before {@code time}, or -1. */
  private int indexFor(long time) {
    int i = Arrays.binarySearch(from, time);
    return i >= 0 ? i : -i - 2;
  }

  private static boolean areSortedAndDisjoint(List<Range> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      Range range = ranges.get(i);
      if (range.from >= range.to || i > 0 && ranges.get(i - 1).to > range.from) {
        return false;
      }
    }
    return true;
  }

  private static SealedRanges fromSorted(List<Range> ranges) {
    List<Range> joined = new ArrayList<>();
    for (Range range : ranges) {
      Range last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null && last.to == range.from && last.revision == range.revision) {
        joined.set(joined.size() - 1, new Range(last.from, range.to, last.revision));
      } else {
        joined.add(range);
      }
    }
    return new SealedRanges(
        joined.stream().mapToLong(Range::from).toArray(),
        joined.stream().mapToLong(Range::to).toArray(),
        joined.stream().mapToLong(Range::revision).toArray());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealedRanges that && ranges().equals(that.ranges());
  }

  @Override
  public int hashCode() {
    return ranges().hashCode();
  }

  @Override
  public String toString() {
    return ranges().toString();
  }
}

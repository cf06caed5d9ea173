package dev.arabica.core.time;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A set of instants as sorted, disjoint half-open ranges of microseconds. Immutable. */
public record TimeRanges(List<Range> ranges) implements Serializable {
  public static final TimeRanges NONE = new TimeRanges(List.of());

  /** All of time. */
  public static final TimeRanges ALL = of(Long.MIN_VALUE, Long.MAX_VALUE);

  /** Returned by {@link #startBefore} where there is none. */
  public static final long NO_START = Long.MAX_VALUE;

  /** {@code [from, to)}. */
  public record Range(long from, long to) implements Serializable {}

  /** Sorts the ranges, joins those that touch and drops the empty ones. */
  public TimeRanges {
    ranges = joined(ranges);
  }

  public static TimeRanges of(long from, long to) {
    return new TimeRanges(List.of(new Range(from, to)));
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  public long from() {
    return ranges.get(0).from();
  }

  public long to() {
    return ranges.get(ranges.size() - 1).to();
  }

  /** How long all ranges are together. */
  public long length() {
    return ranges.stream().mapToLong(range -> range.to() - range.from()).sum();
  }

  public boolean contains(long time) {
    return covers(time, time + 1);
  }

  /**
   * Whether all of {@code [from, to)} is in one range; ranges never touch, so that is all of it.
   */
  public boolean covers(long from, long to) {
    int i = lastStartingAtOrBefore(from);
    return i >= 0 && to <= ranges.get(i).to();
  }

  public boolean intersects(long from, long to) {
    int i = lastStartingAtOrBefore(to - 1);
    return i >= 0 && ranges.get(i).to() > from;
  }

  /**
   * The start of the range that holds the instants just before {@code to}: from there to {@code to}
   * nothing is missing. {@link #NO_START} if no range does.
   */
  public long startBefore(long to) {
    int i = lastStartingAtOrBefore(to - 1);
    return i >= 0 && to <= ranges.get(i).to() ? ranges.get(i).from() : NO_START;
  }

  public TimeRanges union(TimeRanges other) {
    List<Range> all = new ArrayList<>(ranges);
    all.addAll(other.ranges);
    return new TimeRanges(all);
  }

  public TimeRanges intersect(long from, long to) {
    return new TimeRanges(
        ranges.stream()
            .map(r -> new Range(Math.max(r.from(), from), Math.min(r.to(), to)))
            .toList());
  }

  public TimeRanges minus(TimeRanges other) {
    TimeRanges left = this;
    for (Range hole : other.ranges) {
      TimeRanges after = left.intersect(hole.to(), Long.MAX_VALUE);
      left = left.intersect(Long.MIN_VALUE, hole.from()).union(after);
    }
    return left;
  }

  /** Both ends moved outwards to multiples of {@code size}. */
  public TimeRanges widened(long size) {
    return new TimeRanges(
        ranges.stream()
            .map(r -> new Range(Window.floor(r.from(), size), Window.ceil(r.to(), size)))
            .toList());
  }

  /** Every start moved down to a multiple of {@code size}. */
  public TimeRanges reachingBack(long size) {
    return new TimeRanges(
        ranges.stream().map(r -> new Range(Window.floor(r.from(), size), r.to())).toList());
  }

  /** The parts that are whole intervals of {@code size}. */
  public TimeRanges whole(long size) {
    return new TimeRanges(
        ranges.stream()
            .map(r -> new Range(Window.ceil(r.from(), size), Window.floor(r.to(), size)))
            .toList());
  }

  private int lastStartingAtOrBefore(long time) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).from() <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private static List<Range> joined(List<Range> ranges) {
    List<Range> result = new ArrayList<>();
    List<Range> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingLong(Range::from));
    for (Range range : sorted) {
      Range last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (range.from() >= range.to()) {
        continue;
      }
      if (last != null && range.from() <= last.to()) {
        result.set(result.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
      } else {
        result.add(range);
      }
    }
    return List.copyOf(result);
  }

  @Override
  public String toString() {
    return ranges.stream()
        .map(r -> "[" + Instants.pretty(r.from()) + ", " + Instants.pretty(r.to()) + ")")
        .collect(Collectors.joining(" "));
  }
}

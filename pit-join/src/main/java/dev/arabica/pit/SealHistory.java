package dev.arabica.pit;

import dev.arabica.core.time.SealedRanges;
import java.io.Serializable;
import java.util.List;

/** The seals of one pack, and what they were at any earlier revision. Not for several threads. */
final class SealHistory implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] from;
  private final long[] to;
  private final long[] revision;
  private final Revisions changes;
  private transient SealedRanges[] states;

  SealHistory(SealedRanges latest) {
    List<SealedRanges.Range> ranges = latest.ranges();
    from = ranges.stream().mapToLong(SealedRanges.Range::from).toArray();
    to = ranges.stream().mapToLong(SealedRanges.Range::to).toArray();
    revision = ranges.stream().mapToLong(SealedRanges.Range::revision).toArray();
    changes =
        new Revisions(
            ranges.stream().mapToLong(SealedRanges.Range::revision).sorted().distinct().toArray());
  }

  SealedRanges latest() {
    return asOf(Long.MAX_VALUE);
  }

  /** The seals of the commits up to {@code revision}. */
  SealedRanges asOf(long revision) {
    if (states == null) {
      states = new SealedRanges[changes.count() + 1];
    }
    int state = changes.lastUpTo(revision) + 1;
    if (states[state] == null) {
      states[state] = build(state == 0 ? Long.MIN_VALUE : changes.get(state - 1));
    }
    return states[state];
  }

  private SealedRanges build(long highest) {
    SealedRanges sealed = SealedRanges.NONE;
    for (int i = 0; i < from.length; i++) {
      if (revision[i] <= highest) {
        sealed = sealed.plus(from[i], to[i], revision[i]);
      }
    }
    return sealed;
  }
}

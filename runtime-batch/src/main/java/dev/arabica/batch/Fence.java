package dev.arabica.batch;

import dev.arabica.core.time.SealedRanges;
import java.io.Serializable;
import java.util.stream.LongStream;

/** {@link SealedRanges} in a form that travels to tasks. */
final class Fence implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] bounds;
  private transient SealedRanges ranges;

  Fence(SealedRanges ranges) {
    this.bounds =
        ranges.ranges().stream()
            .flatMapToLong(r -> LongStream.of(r.from(), r.to(), r.revision()))
            .toArray();
  }

  SealedRanges ranges() {
    if (ranges == null) {
      SealedRanges all = SealedRanges.NONE;
      for (int i = 0; i < bounds.length; i += 3) {
        all = all.plus(bounds[i], bounds[i + 1], bounds[i + 2]);
      }
      ranges = all;
    }
    return ranges;
  }
}

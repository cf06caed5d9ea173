package dev.arabica.pit;

import dev.arabica.core.assemble.WindowAssembler;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import java.util.List;

/**
 * The times {@code [from, to)} of the blocks that a group's rows can need, grown row by row: the
 * reader asks the table for no more.
 */
final class ReadRange {
  private final long baseSize;
  private final List<WindowAssembler> assemblers;
  private final List<Integer> featureCounts;
  private long minTime = Long.MAX_VALUE;
  private long minWatermark = Long.MAX_VALUE;
  private long maxHi = Long.MIN_VALUE;

  /** For the features of a group that any of its roles reads. */
  ReadRange(GroupPlan group, List<Roles.Role> roles) {
    baseSize = group.ladder().baseSize();
    assemblers = roles.stream().map(role -> new WindowAssembler(group, role.features())).toList();
    featureCounts = roles.stream().map(role -> role.features().size()).toList();
  }

  void add(long time, long watermark) {
    if (watermark == RoleAssembler.NOTHING_PUBLISHED) {
      return;
    }
    minTime = Math.min(minTime, time);
    minWatermark = Math.min(minWatermark, watermark);
    maxHi = Math.max(maxHi, Window.hi(time, watermark, baseSize));
  }

  boolean isEmpty() {
    return minTime == Long.MAX_VALUE;
  }

  /** No window of any row starts before this. */
  long from() {
    WindowAssembler.Request earliest = new WindowAssembler.Request(minTime, minWatermark, true);
    long from = Long.MAX_VALUE;
    for (int i = 0; i < assemblers.size(); i++) {
      for (int feature = 0; feature < featureCounts.get(i); feature++) {
        from = Math.min(from, assemblers.get(i).window(feature, earliest).lo());
      }
    }
    return from;
  }

  /** No window of any row ends after this. */
  long to() {
    return maxHi;
  }
}

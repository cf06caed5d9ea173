package dev.arabica.batch;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.core.time.Window;

/**
 * What a repair does to the blocks of one pack.
 *
 * @param rebuilt where base blocks are built again from raw rows
 * @param sealed the hours that are sealed once this repair is committed
 */
record PackScope(GroupPlan group, GroupPlan.Pack pack, TimeRanges rebuilt, TimeRanges sealed) {
  Ladder ladder() {
    return group.ladder();
  }

  int levels() {
    return ladder().sizes().size();
  }

  long size(int level) {
    return ladder().sizes().get(level);
  }

  /** Whether the base block is built again. */
  boolean isRebuilt(long start) {
    return rebuilt.covers(start, start + size(0));
  }

  /** Whether the coarse block is combined again from its children: a child may have changed. */
  boolean isRolledUp(long start, int level) {
    long end = start + size(level);
    return rebuilt.intersects(start, end) && sealed.covers(start, end);
  }

  /** The start of the block of this level that holds the time. */
  long blockStart(long time, int level) {
    return Window.floor(time, size(level));
  }

  /** The coarse blocks of a level that are combined again. */
  TimeRanges rolledUp(int level) {
    TimeRanges touched = rebuilt.widened(size(level));
    return touched.minus(touched.minus(sealed).widened(size(level)));
  }

  /**
   * The stored blocks of a level that are needed: those that are compared, and those that are
   * children of a block that is combined again.
   */
  TimeRanges stored(int level) {
    TimeRanges compared = level == 0 ? rebuilt : rolledUp(level);
    return level + 1 < levels() ? compared.union(rolledUp(level + 1)) : compared;
  }
}

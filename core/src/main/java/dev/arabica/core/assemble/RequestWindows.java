package dev.arabica.core.assemble;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows of a group's features for one request. Most features share theirs with others, and
 * requests within one block have the same, so that they are seldom computed.
 */
final class RequestWindows {
  private final long baseSize;
  private final List<Extent> extents = new ArrayList<>();
  private final int[] extentOf;
  private final Window[] windows;
  private final int[] nearestFirst;
  private long block = Long.MIN_VALUE;
  private long hi = Long.MIN_VALUE;

  /** What tells windows apart; lengths and steps in microseconds. */
  private record Extent(long length, long step, Window.Anchor anchor) {}

  RequestWindows(long baseSize, List<GroupPlan.Feature> features) {
    this.baseSize = baseSize;
    this.extentOf = new int[features.size()];
    for (int i = 0; i < extentOf.length; i++) {
      GroupPlan.Feature feature = features.get(i);
      extentOf[i] =
          number(new Extent(feature.windowMicros(), feature.stepMicros(), feature.anchor()));
    }
    this.windows = new Window[extents.size()];
    this.nearestFirst = new int[extentOf.length];
  }

  private int number(Extent extent) {
    if (!extents.contains(extent)) {
      extents.add(extent);
    }
    return extents.indexOf(extent);
  }

  void turnTo(WindowAssembler.Request request) {
    long newBlock = Window.floor(request.time(), baseSize);
    long newHi = Window.hi(request.time(), request.watermark(), baseSize);
    if (newBlock != block || newHi != hi) {
      block = newBlock;
      hi = newHi;
      for (int i = 0; i < windows.length; i++) {
        Extent extent = extents.get(i);
        windows[i] =
            Window.of(
                request.time(),
                request.watermark(),
                baseSize,
                extent.length,
                extent.step,
                extent.anchor);
      }
      sortNearestFirst();
    }
  }

  /** Where all windows end. */
  long hi() {
    return hi;
  }

  Window of(int feature) {
    return windows[extentOf[feature]];
  }

  /** The features by the far edge of their windows. */
  int[] nearestFirst() {
    return nearestFirst;
  }

  /** Insertion sort, since there are few, and they are sorted by and large. */
  private void sortNearestFirst() {
    for (int i = 0; i < nearestFirst.length; i++) {
      int at = i;
      while (at > 0 && of(nearestFirst[at - 1]).lo() < of(i).lo()) {
        nearestFirst[at] = nearestFirst[at - 1];
        at--;
      }
      nearestFirst[at] = i;
    }
  }
}

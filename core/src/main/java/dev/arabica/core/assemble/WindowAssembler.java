package dev.arabica.core.assemble;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Cover;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.List;

/**
 * Makes feature values from stored blocks: the one place that finishes reps, used by lookups and by
 * the point-in-time join alike.
 *
 * <p>All windows of a request end at the same {@code hi}, so they are nested: blocks are read once,
 * newest first, into one running rep per pack, and each window is finished when the rep has reached
 * its far edge. An instance belongs to one thread.
 */
public final class WindowAssembler {
  private final GroupPlan group;
  private final List<GroupPlan.Feature> features;
  private final RowType rowType;
  private final CompositeAggregator[] packs;
  private final Window[] windows;
  private final int[] order;

  /** For some of the group's features, in the order given. */
  public WindowAssembler(GroupPlan group, List<String> featureNames) {
    this.group = group;
    this.features =
        featureNames.stream().map(name -> group.features().get(group.featureIndex(name))).toList();
    this.rowType =
        new RowType(features.stream().map(f -> new Type.Field(f.name(), f.type(), true)).toList());
    this.packs =
        group.packs().stream()
            .map(CompositeAggregator::forReps)
            .toArray(CompositeAggregator[]::new);
    this.windows = new Window[features.size()];
    this.order = new int[features.size()];
  }

  /** The columns of the rows this fills: the chosen features. */
  public RowType rowType() {
    return rowType;
  }

  /**
   * When and how far to look; microseconds since the epoch.
   *
   * @param watermark the group's, or {@link Window#NO_WATERMARK}
   * @param completeFrom start of what has been streamed or backfilled, {@code Long.MIN_VALUE} for
   *     all
   * @param allowPartial whether windows that reach back before {@code completeFrom} are served all
   *     the same
   */
  public record Request(long time, long watermark, long completeFrom, boolean allowPartial) {}

  /**
   * Fills {@code out} with the value and status of every feature.
   *
   * @throws CorruptBytesException naming the block that cannot be read
   */
  public void assemble(Request request, BlockSource blocks, FeatureRow out) {
    for (int i = 0; i < windows.length; i++) {
      windows[i] = window(i, request);
    }
    sortNearestFirst();
    for (int pack = 0; pack < packs.length; pack++) {
      assemblePack(pack, request, blocks, out);
    }
  }

  /** The window that a feature covers for a request. */
  public Window window(int feature, Request request) {
    GroupPlan.Feature f = features.get(feature);
    return Window.of(
        request.time(),
        request.watermark(),
        group.ladder().baseSize(),
        f.windowMicros(),
        f.stepMicros(),
        f.anchor());
  }

  private void assemblePack(int pack, Request request, BlockSource blocks, FeatureRow out) {
    Rep running = packs[pack].identity();
    long reached = Window.hi(request.time(), request.watermark(), group.ladder().baseSize());
    for (int feature : order) {
      if (features.get(feature).pack() != pack) {
        continue;
      }
      Window window = windows[feature];
      if (window.isStale()) {
        out.setNull(feature, FeatureStatus.STALE);
      } else if (window.lo() < request.completeFrom() && !request.allowPartial()) {
        out.setNull(feature, FeatureStatus.INCOMPLETE);
      } else {
        reached = extend(pack, running, window.lo(), reached, blocks);
        finish(feature, running, out);
      }
    }
  }

  /** Adds the blocks of {@code [lo, reached)} to the running rep. */
  private long extend(int pack, Rep running, long lo, long reached, BlockSource blocks) {
    if (lo >= reached) {
      return reached;
    }
    String packId = group.packs().get(pack).id();
    for (Cover.Segment segment : Cover.of(lo, reached, group.ladder(), blocks.sealed(packId))) {
      blocks.scan(
          packId,
          segment.size(),
          segment.from(),
          segment.to(),
          (start, rep) -> packs[pack].combine(running, decode(pack, segment.size(), start, rep)));
    }
    return lo;
  }

  private Rep decode(int pack, long size, long start, ByteReader rep) {
    try {
      return packs[pack].decode(rep);
    } catch (CorruptBytesException e) {
      throw new CorruptBytesException(
          "block "
              + Instants.prettyDuration(size)
              + " at "
              + Instants.pretty(start)
              + " of `"
              + group.name()
              + "`: "
              + e.getMessage(),
          e);
    }
  }

  private void finish(int column, Rep rep, FeatureRow out) {
    GroupPlan.Feature feature = features.get(column);
    CompositeAggregator aggregator = packs[feature.pack()];
    if (feature.defaultValue().isPresent() && aggregator.isEmpty(rep, feature.aggregate())) {
      out.values().setValue(column, feature.defaultValue().get().value());
      out.setStatus(column, FeatureStatus.OK);
      return;
    }
    out.values().setNull(column);
    out.setStatus(
        column, aggregator.finish(rep, feature.aggregate(), windows[column], out.values(), column));
  }

  /**
   * Orders the features by their window's far edge, nearest first; insertion sort, since there are
   * few.
   */
  private void sortNearestFirst() {
    for (int i = 0; i < order.length; i++) {
      int at = i;
      while (at > 0 && windows[order[at - 1]].lo() < windows[i].lo()) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
  }
}

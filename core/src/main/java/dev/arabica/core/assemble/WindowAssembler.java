package dev.arabica.core.assemble;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.expr.Expr;
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
 * newest first, into one running rep per pack, straight from their bytes, and each window is
 * finished when the rep has reached its far edge. An instance belongs to one thread; it allocates
 * nothing but what values are made of.
 */
public final class WindowAssembler {
  private final GroupPlan group;
  private final RowType rowType;
  private final RequestWindows windows;
  private final PackRun[] packs;

  /** Of each column its pack, its aggregate there, and its default or null. */
  private final PackRun[] packOf;

  private final int[] aggregates;
  private final Expr.Literal[] defaults;

  /** For some of the group's features, in the order given. */
  public WindowAssembler(GroupPlan group, List<String> featureNames) {
    this.group = group;
    List<GroupPlan.Feature> features =
        featureNames.stream().map(name -> group.features().get(group.featureIndex(name))).toList();
    this.rowType =
        new RowType(features.stream().map(f -> new Type.Field(f.name(), f.type(), true)).toList());
    this.windows = new RequestWindows(group.ladder().baseSize(), features);
    this.packs = group.packs().stream().map(PackRun::new).toArray(PackRun[]::new);
    this.packOf = features.stream().map(f -> packs[f.pack()]).toArray(PackRun[]::new);
    this.aggregates = features.stream().mapToInt(GroupPlan.Feature::aggregate).toArray();
    this.defaults =
        features.stream().map(f -> f.defaultValue().orElse(null)).toArray(Expr.Literal[]::new);
  }

  /** The columns of the rows this fills: the chosen features. */
  public RowType rowType() {
    return rowType;
  }

  /**
   * When and how far to look; microseconds since the epoch.
   *
   * @param watermark the group's, or {@link Window#NO_WATERMARK}
   * @param allowPartial whether windows of which blocks are missing are served all the same
   */
  public record Request(long time, long watermark, boolean allowPartial) {}

  /**
   * Fills {@code out} with the value and status of every feature.
   *
   * @throws CorruptBytesException naming the block that cannot be read
   */
  public void assemble(Request request, BlockSource blocks, FeatureRow out) {
    windows.turnTo(request);
    for (PackRun pack : packs) {
      pack.begin(blocks);
    }
    for (int feature : windows.nearestFirst()) {
      assemble(feature, request, out);
    }
  }

  /** The window that a feature covers for a request. */
  public Window window(int feature, Request request) {
    windows.turnTo(request);
    return windows.of(feature);
  }

  private void assemble(int column, Request request, FeatureRow out) {
    Window window = windows.of(column);
    if (window.isStale()) {
      out.setNull(column, FeatureStatus.STALE);
    } else if (!request.allowPartial() && !packOf[column].isWhole(window)) {
      out.setNull(column, FeatureStatus.INCOMPLETE);
    } else {
      PackRun pack = packOf[column];
      pack.reach(window);
      finish(pack, column, window, out);
    }
  }

  private void finish(PackRun pack, int column, Window window, FeatureRow out) {
    Expr.Literal defaultValue = defaults[column];
    if (defaultValue != null && pack.aggregator.isEmpty(pack.running, aggregates[column])) {
      out.values().setValue(column, defaultValue.value());
      out.setStatus(column, FeatureStatus.OK);
    } else {
      out.setStatus(
          column,
          pack.aggregator.finish(pack.running, aggregates[column], window, out.values(), column));
    }
  }

  /** The blocks of one pack from the windows' end back to the edge reached so far, combined. */
  private final class PackRun implements Cover.Taker, BlockSource.Visitor {
    private final String id;
    private final CompositeAggregator aggregator;
    private final Rep running;
    private BlockSource blocks;
    private long reached;
    private long size;
    private long completeFrom;
    private boolean isCompleteFromKnown;

    PackRun(GroupPlan.Pack pack) {
      id = pack.id();
      aggregator = CompositeAggregator.forReps(pack);
      running = aggregator.identity();
    }

    void begin(BlockSource source) {
      blocks = source;
      reached = windows.hi();
      running.clear();
      isCompleteFromKnown = false;
    }

    /** Whether no block of the window is missing; asked of the packs that are read, once each. */
    boolean isWhole(Window window) {
      if (!isCompleteFromKnown) {
        completeFrom = blocks.completeFrom(id, windows.hi());
        isCompleteFromKnown = true;
      }
      return window.lo() >= completeFrom;
    }

    /** Takes in what is missing of a window, which is no nearer than those before. */
    void reach(Window window) {
      if (window.lo() < reached) {
        Cover.of(window.lo(), reached, group.ladder(), blocks.sealed(id), this);
        reached = window.lo();
      }
    }

    @Override
    public void segment(long blockSize, long from, long to) {
      size = blockSize;
      blocks.scan(id, blockSize, from, to, this);
    }

    @Override
    public void block(long start, ByteReader rep) {
      try {
        aggregator.combineEncoded(running, rep);
      } catch (CorruptBytesException e) {
        throw new CorruptBytesException(
            "block %s at %s of `%s`: %s"
                .formatted(
                    Instants.prettyDuration(size),
                    Instants.pretty(start),
                    group.name(),
                    e.getMessage()),
            e);
      }
    }
  }
}

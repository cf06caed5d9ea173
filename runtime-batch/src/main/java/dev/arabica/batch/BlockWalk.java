package dev.arabica.batch;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Instants;
import java.util.Arrays;

/**
 * Goes once over the blocks of a key, in ascending order of start and then size, and finds what has
 * to change: base blocks whose bytes differ from what the raw rows give, then their parents, each
 * combined from its children on the way. It holds one rep a level.
 */
final class BlockWalk {
  private final PackScope scope;
  private final CompositeAggregator aggregator;
  private final byte[] identity;
  private final Parent[] parents;
  private final Changes changes;
  private long checked;

  /** Takes a block that has to be written. */
  @FunctionalInterface
  interface Changes {
    void changed(long start, int level, byte[] rep);
  }

  /** A coarse block that is being combined. */
  private static final class Parent {
    private long start;
    private Rep rep;
    private byte[] stored;

    boolean isOpen() {
      return rep != null;
    }
  }

  BlockWalk(PackScope scope, Changes changes) {
    this.scope = scope;
    this.changes = changes;
    this.aggregator = CompositeAggregator.forReps(scope.pack());
    this.identity = aggregator.encode(aggregator.identity());
    this.parents = new Parent[scope.levels()];
    Arrays.setAll(parents, level -> new Parent());
  }

  CompositeAggregator aggregator() {
    return aggregator;
  }

  /** How many blocks were compared so far. */
  long checked() {
    return checked;
  }

  /**
   * The next block of the key.
   *
   * @param stored the bytes of the revision that readers see, or null
   * @param fresh what the raw rows give, or null for nothing; of base blocks only
   */
  void block(long start, int level, byte[] stored, Rep fresh) {
    closeBefore(start);
    if (level == 0 && scope.isRebuilt(start)) {
      rebuild(start, stored, fresh);
    } else if (level > 0 && scope.isRolledUp(start, level)) {
      open(start, level).stored = stored;
    } else if (stored != null) {
      addToParent(start, level, decode(start, level, stored));
    }
  }

  /** Ends the key. */
  void end() {
    closeBefore(Long.MAX_VALUE);
  }

  private void rebuild(long start, byte[] stored, Rep fresh) {
    write(start, 0, stored, fresh == null ? identity : aggregator.encode(fresh));
    if (fresh != null) {
      addToParent(start, 0, fresh);
    }
  }

  private void addToParent(long start, int level, Rep rep) {
    int above = level + 1;
    if (above == parents.length) {
      return;
    }
    long parentStart = scope.blockStart(start, above);
    if (scope.isRolledUp(parentStart, above)) {
      aggregator.combine(open(parentStart, above).rep, rep);
    }
  }

  private Parent open(long start, int level) {
    Parent parent = parents[level];
    if (!parent.isOpen()) {
      parent.start = start;
      parent.rep = aggregator.identity();
    }
    return parent;
  }

  /** Writes the parents that end at or before {@code time}, children first. */
  private void closeBefore(long time) {
    for (int level = 1; level < parents.length; level++) {
      Parent parent = parents[level];
      if (parent.isOpen() && parent.start + scope.size(level) <= time) {
        Rep rep = parent.rep;
        byte[] stored = parent.stored;
        parent.rep = null;
        parent.stored = null;
        write(parent.start, level, stored, aggregator.encode(rep));
        addToParent(parent.start, level, rep);
      }
    }
  }

  private void write(long start, int level, byte[] stored, byte[] rep) {
    checked++;
    if (!Arrays.equals(rep, stored == null ? identity : stored)) {
      changes.changed(start, level, rep);
    }
  }

  private Rep decode(long start, int level, byte[] stored) {
    try {
      return aggregator.decode(stored);
    } catch (CorruptBytesException e) {
      throw new CorruptBytesException(
          "block "
              + Instants.prettyDuration(scope.size(level))
              + " at "
              + Instants.pretty(start)
              + " of `"
              + scope.group().name()
              + "`: "
              + e.getMessage(),
          e);
    }
  }
}

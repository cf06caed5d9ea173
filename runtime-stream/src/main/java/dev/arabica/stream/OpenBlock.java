package dev.arabica.stream;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;

/**
 * A block in state: a live rep, or after a restore its bytes until someone needs more.
 *
 * <p>Flink writes state from another thread while the task goes on, on a copy where the task has
 * changed it since. That is safe, because encoding and combining keep nothing in the aggregator.
 */
final class OpenBlock {
  private final CompositeAggregator aggregator;
  private final Rep rep;
  private final byte[] restored;

  private OpenBlock(CompositeAggregator aggregator, Rep rep, byte[] restored) {
    this.aggregator = aggregator;
    this.rep = rep;
    this.restored = restored;
  }

  static OpenBlock empty(CompositeAggregator aggregator) {
    return new OpenBlock(aggregator, aggregator.identity(), null);
  }

  static OpenBlock restored(byte[] bytes) {
    return new OpenBlock(null, null, bytes);
  }

  boolean isLive() {
    return restored == null;
  }

  /** This block with a rep that events can be added to. */
  OpenBlock live(CompositeAggregator reader) {
    return isLive() ? this : new OpenBlock(reader, reader.decode(restored), null);
  }

  void add(TimedRow event) {
    aggregator.add(rep, event.row(), event.eventTime(), event.id().high(), event.id().low());
  }

  /** The canonical bytes of the rep. */
  byte[] bytes() {
    return isLive() ? aggregator.encode(rep) : restored;
  }

  OpenBlock copy() {
    if (!isLive()) {
      return this;
    }
    OpenBlock copy = empty(aggregator);
    aggregator.combine(copy.rep, rep);
    return copy;
  }
}

package dev.arabica.stream;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts for Flink's metrics and, from barrier to barrier, for the committer. */
final class Counters {
  private final MetricGroup metrics;
  private final Map<Count, Counter> registered = new EnumMap<>(Count.class);
  private Tally tally = new Tally();

  Counters(MetricGroup metrics) {
    this.metrics = metrics;
  }

  void add(Count count, long more) {
    tally.add(count, more);
    registered.computeIfAbsent(count, c -> metrics.counter(c.label())).inc(more);
  }

  /** What was counted since the last call. */
  Tally take() {
    Tally taken = tally;
    tally = new Tally();
    return taken;
  }
}

package dev.arabica.batch;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.RowType;
import dev.arabica.intake.Event;
import dev.arabica.intake.KeyBinding;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Maps events into reps of base blocks. Reps of the same block are combined as long as they fit, so
 * that a shuffle carries blocks rather than events; a block may come out more than once.
 */
final class PartialReps extends Lazily<Row> {
  /** Bounds memory: reps held before all are handed on. */
  private static final int MAX_HELD = 20_000;

  private final Iterator<Event> events;
  private final RepairCounts counts;
  private final List<PackInput> packs = new ArrayList<>();
  private final Map<Held, Rep> held = new HashMap<>();

  /** A block of a pack and key. */
  private record Held(int pack, ByteBuffer key, long start) {}

  /** A pack's aggregator; packs of groups that take the same events share the key. */
  private record PackInput(PackScope scope, EventKey key, CompositeAggregator aggregator) {}

  /** A key, evaluated at most once for the event in hand. */
  private final class EventKey {
    private final KeyBinding binding;
    private Event of;
    private byte[] bytes;

    EventKey(KeyBinding binding) {
      this.binding = binding;
    }

    /** Null if the event is not taken. */
    byte[] of(Event event) {
      if (of != event) {
        of = event;
        bytes = binding.keyOf(event.row());
        if (KeyBinding.isNullKey(bytes)) {
          counts.nullKeys.add(1);
          bytes = null;
        }
      }
      return bytes;
    }
  }

  PartialReps(SourceScope scope, Iterator<Event> events, RepairCounts counts) {
    this.events = events;
    this.counts = counts;
    RowType rowType = scope.source().rowType();
    Map<GroupPlan.Keying, EventKey> keys = new HashMap<>();
    for (PackScope pack : scope.packs()) {
      EventKey key =
          keys.computeIfAbsent(
              pack.group().keying(), keying -> new EventKey(new KeyBinding(pack.group(), rowType)));
      packs.add(new PackInput(pack, key, CompositeAggregator.bind(pack.pack(), rowType)));
    }
  }

  @Override
  boolean advance() {
    if (!events.hasNext()) {
      flush();
      packs.forEach(pack -> counts.skippedNaN.add(pack.aggregator.skippedNaN()));
      return false;
    }
    take(events.next());
    if (held.size() > MAX_HELD) {
      flush();
    }
    return true;
  }

  private void take(Event event) {
    for (int i = 0; i < packs.size(); i++) {
      PackInput pack = packs.get(i);
      long start = pack.scope.blockStart(event.eventTime(), 0);
      if (!pack.scope.isRebuilt(start)) {
        continue;
      }
      byte[] key = pack.key.of(event);
      if (key != null) {
        add(i, new Held(i, ByteBuffer.wrap(key), start), event);
      }
    }
  }

  private void add(int pack, Held block, Event event) {
    CompositeAggregator aggregator = packs.get(pack).aggregator;
    Rep rep = held.computeIfAbsent(block, b -> aggregator.identity());
    aggregator.add(rep, event.row(), event.eventTime(), event.id().high(), event.id().low());
  }

  private void flush() {
    held.forEach(
        (block, rep) ->
            emit(
                BlockRows.fresh(
                    block.pack,
                    block.key.array(),
                    block.start,
                    packs.get(block.pack).aggregator.encode(rep))));
    held.clear();
  }
}

package dev.arabica.reference;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.assemble.BlockSource;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.Window;
import dev.arabica.intake.Dedup;
import dev.arabica.intake.Event;
import dev.arabica.intake.KeyBinding;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * The blocks of a group as an engine would build them, in memory: events arrive in random order,
 * blocks are stored as bytes and read again between arrivals, coarse blocks are rolled up from
 * their children where the hours are sealed.
 */
final class MemoryBlocks {
  private final GroupPlan group;
  private final Random random;
  private final SealedRanges sealed;
  private final Map<Place, TreeMap<Long, byte[]>> blocks = new HashMap<>();

  private record Place(int pack, long size, ByteBuffer key) {}

  MemoryBlocks(GroupPlan group, SourcePlan source, List<Event> events, Random random) {
    this.group = group;
    this.random = random;
    this.sealed = randomSeals();
    List<Event> arriving = new ArrayList<>(withoutDuplicates(source, events));
    Collections.shuffle(arriving, random);
    KeyBinding keys = new KeyBinding(group, source.rowType());
    for (int pack = 0; pack < group.packs().size(); pack++) {
      CompositeAggregator aggregator =
          CompositeAggregator.bind(group.packs().get(pack), source.rowType());
      for (Event event : arriving) {
        byte[] key = keys.keyOf(event.row());
        if (key != null && !KeyBinding.isNullKey(key)) {
          add(pack, aggregator, ByteBuffer.wrap(key), event);
        }
      }
      rollUp(pack);
    }
  }

  /** The blocks of one key. */
  BlockSource of(byte[] key) {
    return new BlockSource() {
      @Override
      public SealedRanges sealed(String packId) {
        return sealed;
      }

      @Override
      public long completeFrom(String packId, long hi) {
        return Long.MIN_VALUE;
      }

      @Override
      public void scan(String packId, long size, long from, long to, Visitor visitor) {
        Place place = new Place(packIndex(packId), size, ByteBuffer.wrap(key));
        blocks
            .getOrDefault(place, new TreeMap<>())
            .subMap(from, to)
            .forEach((start, rep) -> visitor.block(start, new ByteReader(rep)));
      }
    };
  }

  private int packIndex(String id) {
    return group.packs().stream().map(GroupPlan.Pack::id).toList().indexOf(id);
  }

  private void add(int pack, CompositeAggregator aggregator, ByteBuffer key, Event event) {
    long base = group.ladder().baseSize();
    TreeMap<Long, byte[]> own =
        blocks.computeIfAbsent(new Place(pack, base, key), place -> new TreeMap<>());
    long start = Window.floor(event.eventTime(), base);
    byte[] stored = own.get(start);
    Rep rep = stored == null ? aggregator.identity() : aggregator.decode(stored);
    if (random.nextBoolean()) {
      addTo(aggregator, rep, event);
    } else {
      Rep alone = aggregator.identity();
      addTo(aggregator, alone, event);
      aggregator.combine(alone, rep);
      rep = alone;
    }
    own.put(start, aggregator.encode(rep));
  }

  private static void addTo(CompositeAggregator aggregator, Rep rep, Event event) {
    aggregator.add(rep, event.row(), event.eventTime(), event.id().high(), event.id().low());
  }

  private void rollUp(int pack) {
    CompositeAggregator aggregator = CompositeAggregator.forReps(group.packs().get(pack));
    List<Long> sizes = group.ladder().sizes();
    for (int i = 1; i < sizes.size(); i++) {
      long child = sizes.get(i - 1);
      for (Place place : List.copyOf(blocks.keySet())) {
        if (place.pack == pack && place.size == child) {
          TreeMap<Long, byte[]> coarse = rollUp(aggregator, blocks.get(place), sizes.get(i));
          blocks.put(new Place(pack, sizes.get(i), place.key), coarse);
        }
      }
    }
  }

  private TreeMap<Long, byte[]> rollUp(
      CompositeAggregator aggregator, TreeMap<Long, byte[]> children, long size) {
    TreeMap<Long, Rep> reps = new TreeMap<>();
    children.forEach(
        (start, bytes) -> {
          long parent = Window.floor(start, size);
          if (sealed.covers(parent, parent + size)) {
            aggregator.combine(
                reps.computeIfAbsent(parent, p -> aggregator.identity()), aggregator.decode(bytes));
          }
        });
    TreeMap<Long, byte[]> coarse = new TreeMap<>();
    reps.forEach((start, rep) -> coarse.put(start, aggregator.encode(rep)));
    return coarse;
  }

  /** Hours, or whatever the second size is, sealed one by one or in long runs. */
  private SealedRanges randomSeals() {
    SealedRanges ranges = SealedRanges.NONE;
    List<Long> sizes = group.ladder().sizes();
    if (sizes.size() == 1 || random.nextInt(4) == 0) {
      return ranges;
    }
    long unit = sizes.get(1);
    for (int i = 0; i < random.nextInt(6); i++) {
      long from =
          Window.floor(
              HostileEvents.START + Math.floorMod(random.nextLong(), HostileEvents.SPAN), unit);
      ranges = ranges.plus(from, from + unit * (1 + random.nextInt(60)), i);
    }
    return ranges;
  }

  private static List<Event> withoutDuplicates(SourcePlan source, List<Event> events) {
    Optional<Dedup> dedup = Dedup.of(source);
    if (dedup.isEmpty()) {
      return events;
    }
    Map<List<Object>, Event> winners = new HashMap<>();
    for (Event event : events) {
      List<Object> identity =
          List.of(dedup.get().key(event), dedup.get().bucket(event.eventTime()));
      winners.merge(identity, event, Dedup::winner);
    }
    return List.copyOf(winners.values());
  }
}

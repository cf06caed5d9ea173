package dev.arabica.batch;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.RowType;
import dev.arabica.intake.Event;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.RevisedBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.io.CloseableIterable;

/**
 * What blocks must hold, counted the obvious way, and what readers see; both as {@code pack key
 * size start -> bytes in hex}, empty blocks left out.
 */
final class Recount {
  private Recount() {}

  /** Every block of every size that ends at or before {@code bound}. */
  static Map<String, String> expected(Plan plan, List<Event> events, long bound) {
    SourcePlan source = plan.sources().get(0);
    Map<String, String> blocks = new TreeMap<>();
    for (GroupPlan group : plan.groups()) {
      for (GroupPlan.Pack pack : group.packs()) {
        for (long size : group.ladder().sizes()) {
          count(group, pack, source.rowType(), unique(source, events), size, bound, blocks);
        }
      }
    }
    return blocks;
  }

  private static void count(
      GroupPlan group,
      GroupPlan.Pack pack,
      RowType type,
      List<Event> events,
      long size,
      long bound,
      Map<String, String> blocks) {
    CompositeAggregator aggregator = CompositeAggregator.bind(pack, type);
    Map<String, Rep> reps = new TreeMap<>();
    for (Event event : events) {
      long start = event.eventTime() / size * size;
      Object key = Evaluators.bind(group.keys().get(0).expr(), type).value(event.row());
      boolean wanted =
          group.where().isEmpty() || Evaluators.bind(group.where().get(), type).isTrue(event.row());
      if (key == null || !wanted || start + size > bound) {
        continue;
      }
      byte[] bytes = KeyCodec.encode(group.keyTypes(), List.of(key));
      Rep rep =
          reps.computeIfAbsent(name(pack.id(), bytes, size, start), n -> aggregator.identity());
      aggregator.add(rep, event.row(), event.eventTime(), event.id().high(), event.id().low());
    }
    reps.values().removeIf(aggregator::isEmpty);
    reps.forEach((name, rep) -> blocks.put(name, hex(aggregator.encode(rep))));
  }

  /** Compares all pairs. */
  private static List<Event> unique(SourcePlan source, List<Event> events) {
    if (source.dedup().isEmpty()) {
      return events;
    }
    long within = source.dedup().get().withinMicros();
    List<Event> winners = new ArrayList<>();
    for (Event event : events) {
      boolean beaten = false;
      for (Event other : events) {
        boolean duplicate =
            other != event
                && other.id().equals(event.id())
                && other.eventTime() / within == event.eventTime() / within;
        int order = Long.compare(other.eventTime(), event.eventTime());
        order = order != 0 ? order : other.row().compareTo(event.row());
        order = order != 0 ? order : events.indexOf(other) - events.indexOf(event);
        beaten |= duplicate && order < 0;
      }
      if (!beaten) {
        winners.add(event);
      }
    }
    return winners;
  }

  /** What a reader of a revision sees. */
  static Map<String, String> visible(Plan plan, BlockTable table, long revision) {
    ControlState state = table.control().at(revision);
    Map<String, RevisedBlock> newest = new TreeMap<>();
    try (CloseableIterable<RevisedBlock> rows = table.rowsUpTo(revision)) {
      for (RevisedBlock row : rows) {
        var block = row.block();
        if (!state.fenced(block.origin(), block.packId(), block.start(), row.revision())) {
          newest.merge(
              name(block.packId(), block.key(), block.size(), block.start()),
              row,
              (a, b) -> a.revision() > b.revision() ? a : b);
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Map<String, String> blocks = new TreeMap<>();
    newest.forEach(
        (name, row) -> {
          if (!Arrays.equals(row.block().rep(), identity(plan, row.block().packId()))) {
            blocks.put(name, hex(row.block().rep()));
          }
        });
    return blocks;
  }

  static byte[] identity(Plan plan, String packId) {
    for (GroupPlan group : plan.groups()) {
      for (GroupPlan.Pack pack : group.packs()) {
        if (pack.id().equals(packId)) {
          CompositeAggregator aggregator = CompositeAggregator.forReps(pack);
          return aggregator.encode(aggregator.identity());
        }
      }
    }
    throw new AssertionError(packId);
  }

  static String name(String packId, byte[] key, long size, long start) {
    return packId.substring(0, 6) + " " + hex(key) + " " + size / 60_000_000 + "m " + start;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}

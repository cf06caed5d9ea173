package dev.arabica.stream;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.RevisedBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.io.CloseableIterable;

/** What the blocks must hold, counted the slow way, and what they do hold. */
final class Recount {
  private static final RowType VALUES =
      new RowType(
          List.of(
              new Type.Field("views", Type.INT64, true),
              new Type.Field("watched", Type.INT64, true)));

  private Recount() {}

  /** Count and sum of one block. */
  record Totals(long views, long watched) {}

  /** From the events that count: neither duplicates nor too late. */
  static Map<String, Totals> of(List<View> views) {
    Map<String, Totals> expected = new TreeMap<>();
    for (View view : views) {
      if (view.user() != null) {
        add(expected, ViewsPlan.BY_USER, List.of(view.user()), view);
        if (view.item() != null) {
          add(expected, ViewsPlan.BY_USER_ITEM, List.of(view.user(), view.item()), view);
        }
      }
    }
    return expected;
  }

  private static void add(Map<String, Totals> expected, String group, List<Object> key, View view) {
    List<Type> types = List.<Type>of(Type.STRING, Type.INT64).subList(0, key.size());
    long start = view.at() - Math.floorMod(view.at(), ViewsPlan.BASE);
    long ms = view.ms() == null ? 0 : view.ms();
    expected.merge(
        name(group, KeyCodec.encode(types, key), start),
        new Totals(1, ms),
        (a, b) -> new Totals(a.views + b.views, a.watched + b.watched));
  }

  /** The newest version of every block of the table. */
  static Map<String, Totals> of(BlockTable table) {
    Map<String, GroupPlan> groups = new HashMap<>();
    ViewsPlan.plan().groups().forEach(group -> groups.put(group.packs().get(0).id(), group));
    Map<String, Long> revisions = new HashMap<>();
    Map<String, Totals> found = new TreeMap<>();
    for (RevisedBlock block : blocks(table)) {
      GroupPlan group = groups.get(block.block().packId());
      String name = name(group.name(), block.block().key(), block.block().start());
      if (block.revision() > revisions.getOrDefault(name, 0L)) {
        revisions.put(name, block.revision());
        found.put(name, totals(group.packs().get(0), block.block().rep()));
      }
    }
    return found;
  }

  static List<RevisedBlock> blocks(BlockTable table) {
    List<RevisedBlock> blocks = new ArrayList<>();
    try (CloseableIterable<RevisedBlock> rows = table.rowsUpTo(Long.MAX_VALUE)) {
      rows.forEach(blocks::add);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return blocks;
  }

  private static Totals totals(GroupPlan.Pack pack, byte[] rep) {
    CompositeAggregator aggregator = CompositeAggregator.forReps(pack);
    Row row = new Row(VALUES);
    Window window = new Window(0, 1);
    for (int i = 0; i < VALUES.size(); i++) {
      aggregator.finish(aggregator.decode(rep), i, window, row, i);
    }
    return new Totals(row.getLong(0), row.getLong(1));
  }

  private static String name(String group, byte[] key, long start) {
    return group + " " + HexFormat.of().formatHex(key) + " " + start;
  }
}

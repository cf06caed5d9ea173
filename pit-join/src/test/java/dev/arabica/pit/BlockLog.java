package dev.arabica.pit;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.Origin;
import dev.arabica.tables.TableFileWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The block table and, in memory, all that was written to it. */
final class BlockLog {
  private final BlockTable table;
  private final Map<Entity, List<Version>> versions = new HashMap<>();
  private final List<Seal> seals = new ArrayList<>();
  private final Map<Block, byte[]> newest = new HashMap<>();

  BlockLog(BlockTable table) {
    this.table = table;
  }

  private record Version(BlockRow row, long revision) {}

  private record Entity(String packId, ByteBuffer key) {}

  private record Seal(String packId, SealedRanges.Range range) {}

  private record Block(String packId, ByteBuffer key, long size, long start) {
    static Block of(BlockRow row) {
      return new Block(row.packId(), ByteBuffer.wrap(row.key()), row.size(), row.start());
    }
  }

  /** Commits and returns the revision. */
  long commit(List<BlockRow> rows, Control control) {
    TableFileWriter<BlockRow> writer = table.newFileWriter();
    rows.forEach(writer::add);
    long revision = table.commit(writer.finish(), control, CommitId.unique("test"));
    for (BlockRow row : rows) {
      versions
          .computeIfAbsent(
              new Entity(row.packId(), ByteBuffer.wrap(row.key())), e -> new ArrayList<>())
          .add(new Version(row, revision));
      newest.put(Block.of(row), row.rep());
    }
    control
        .sealed()
        .forEach(
            (pack, spans) ->
                spans.forEach(
                    span ->
                        seals.add(
                            new Seal(
                                pack, new SealedRanges.Range(span.from(), span.to(), revision)))));
    return revision;
  }

  /** The seals of a pack as of a revision. */
  SealedRanges sealed(String packId, long revision) {
    return SealedRanges.of(
        seals.stream()
            .filter(seal -> seal.packId.equals(packId) && seal.range.revision() <= revision)
            .map(Seal::range)
            .toList());
  }

  /** The visible version of a block, or null; by looking at all that the key has. */
  byte[] visible(String packId, byte[] key, long size, long start, long revision) {
    Version found = null;
    Entity entity = new Entity(packId, ByteBuffer.wrap(key));
    for (Version version : versions.getOrDefault(entity, List.of())) {
      BlockRow row = version.row();
      if (row.size() == size
          && row.start() == start
          && version.revision() <= revision
          && (found == null || version.revision() > found.revision())
          && !isFenced(version)) {
        found = version;
      }
    }
    return found == null ? null : found.row().rep();
  }

  private boolean isFenced(Version version) {
    BlockRow row = version.row();
    return row.origin() == Origin.STREAM
        && seals.stream()
            .anyMatch(
                seal ->
                    seal.packId.equals(row.packId())
                        && seal.range.from() <= row.start()
                        && row.start() < seal.range.to()
                        && seal.range.revision() < version.revision());
  }

  /** The blocks of some events, without those whose bytes are as they were written last. */
  List<BlockRow> changed(GroupPlan group, List<View> views, long size, Origin origin) {
    List<BlockRow> changed = new ArrayList<>();
    for (BlockRow row : blocks(group, views, size, origin)) {
      if (!Arrays.equals(row.rep(), newest.get(Block.of(row)))) {
        changed.add(row);
      }
    }
    return changed;
  }

  private static List<BlockRow> blocks(
      GroupPlan group, List<View> views, long size, Origin origin) {
    GroupPlan.Pack pack = group.packs().get(0);
    CompositeAggregator aggregator = CompositeAggregator.bind(pack, Views.VIEWS.rowType());
    Map<Block, Rep> reps = new HashMap<>();
    for (View view : views) {
      byte[] key =
          KeyCodec.encode(
              group.keyTypes(), List.of(group == Views.ITEM ? view.item() : view.user()));
      Block block =
          new Block(pack.id(), ByteBuffer.wrap(key), size, Math.floorDiv(view.time(), size) * size);
      aggregator.add(
          reps.computeIfAbsent(block, b -> aggregator.identity()),
          view.row(),
          view.time(),
          0,
          view.id());
    }
    List<BlockRow> rows = new ArrayList<>();
    reps.forEach(
        (block, rep) ->
            rows.add(
                BlockRow.of(
                    block.key().array(),
                    block.start(),
                    size,
                    block.packId(),
                    aggregator.encode(rep),
                    origin)));
    return rows;
  }
}

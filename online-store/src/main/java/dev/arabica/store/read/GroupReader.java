package dev.arabica.store.read;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.assemble.FeatureRow;
import dev.arabica.core.assemble.WindowAssembler;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import dev.arabica.store.ReadSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the features of one group for one entity after another. Belongs to one lookup at a time.
 */
final class GroupReader {
  private final GroupPlan group;
  private final List<String> features;
  private final List<Type> keyTypes;
  private final WindowAssembler assembler;
  private final FeatureRow row;
  private final KeyBlocks blocks;
  private boolean found;
  private Optional<String> error = Optional.empty();

  GroupReader(ReadPlan.Member member) {
    this.group = member.group();
    this.features = List.copyOf(member.features());
    this.keyTypes = group.keyTypes();
    this.assembler = new WindowAssembler(group, features);
    this.row = new FeatureRow(assembler.rowType());
    this.blocks = new KeyBlocks(group.source());
  }

  /**
   * Reads one entity, whose features are then {@link #value} and {@link #status}.
   *
   * @param keys boxed, in the group's order
   * @param bounds null if the group has no watermark yet, so that nothing can be said
   * @param traceOrNull takes the blocks that are read
   */
  void read(
      ReadSession session,
      List<Object> keys,
      WindowAssembler.Request bounds,
      List<Explanation.BlockRead> traceOrNull) {
    found = false;
    error = Optional.empty();
    if (keys.contains(null)) {
      row.setAllNull(FeatureStatus.NULL_KEY);
      return;
    }
    byte[] key = KeyCodec.encode(keyTypes, keys);
    blocks.of(session, key, traceOrNull);
    try {
      if (bounds == null) {
        row.setAllNull(FeatureStatus.STALE);
      } else {
        assembler.assemble(bounds, blocks, row);
      }
      found = blocks.anyRead() || isStored(session, key);
    } catch (CorruptBytesException e) {
      found = true;
      error = Optional.of(e.getMessage());
      row.setAllNull(FeatureStatus.CORRUPT);
    }
  }

  private boolean isStored(ReadSession session, byte[] key) {
    for (GroupPlan.Pack pack : group.packs()) {
      if (session.found(pack.id(), key)) {
        return true;
      }
    }
    return false;
  }

  Object value(int position) {
    return row.values().getValue(position);
  }

  FeatureStatus status(int position) {
    FeatureStatus status = row.status(position);
    return status == FeatureStatus.OK && !found ? FeatureStatus.NOT_FOUND : status;
  }

  boolean found() {
    return found;
  }

  Optional<String> error() {
    return error;
  }

  /** The windows of the group's features for a request. */
  List<Explanation.FeatureWindow> windows(WindowAssembler.Request bounds) {
    List<Explanation.FeatureWindow> windows = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      windows.add(new Explanation.FeatureWindow(features.get(i), assembler.window(i, bounds)));
    }
    return windows;
  }
}

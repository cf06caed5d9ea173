package dev.arabica.stream;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.intake.KeyBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sends each event to every pack whose filter lets it in. Groups that take the same events are
 * asked once.
 */
final class FanOut extends AbstractStreamOperator<KeyedRow>
    implements OneInputStreamOperator<TimedRow, KeyedRow> {
  private final PlannedSource source;

  private transient List<Branch> branches;
  private transient Counters counters;
  private transient StreamRecord<KeyedRow> reuse;

  FanOut(PlannedSource source) {
    this.source = source;
  }

  @Override
  public void open() throws Exception {
    super.open();
    Map<GroupPlan.Keying, Branch> byKeying = new LinkedHashMap<>();
    for (StreamPack pack : source.packs()) {
      byKeying
          .computeIfAbsent(
              pack.group().keying(),
              keying -> new Branch(new KeyBinding(pack.group(), source.rowType())))
          .packs
          .add(pack.index());
    }
    branches = List.copyOf(byKeying.values());
    counters = new Counters(getMetricGroup());
    reuse = new StreamRecord<>(null);
  }

  @Override
  public void processElement(StreamRecord<TimedRow> element) {
    TimedRow event = element.getValue();
    boolean first = true;
    for (Branch branch : branches) {
      byte[] key = branch.binding.keyOf(event.row());
      if (KeyBinding.isNullKey(key)) {
        counters.add(Count.NULL_KEYS, 1);
      } else if (key != null) {
        send(branch, key, first, event);
        first = false;
      }
    }
  }

  private void send(Branch branch, byte[] key, boolean first, TimedRow event) {
    boolean lead = first;
    for (int pack : branch.packs) {
      output.collect(reuse.replace(new KeyedRow(new BlockKey(pack, key), lead, event)));
      lead = false;
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    output.collect(Outputs.FLUSHES, new StreamRecord<>(Flush.counts(counters.take())));
  }

  /** One filter and key, and the packs that take its events. */
  private static final class Branch {
    final KeyBinding binding;
    final List<Integer> packs = new ArrayList<>();

    Branch(KeyBinding binding) {
      this.binding = binding;
    }
  }
}

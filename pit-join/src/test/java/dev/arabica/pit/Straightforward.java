package dev.arabica.pit;

import dev.arabica.core.assemble.BlockSource;
import dev.arabica.core.assemble.FeatureRow;
import dev.arabica.core.assemble.WindowAssembler;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.json.Json;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.type.ValueJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same values one at a time from the log in memory: no sort, no merge, no range. */
final class Straightforward {
  private final BlockLog log;

  Straightforward(BlockLog log) {
    this.log = log;
  }

  /** What a row asks for; null keys are null, {@code completeFrom} is the scenario's. */
  record Ask(
      String user,
      Long item,
      String friend,
      long time,
      long itemWatermark,
      long userWatermark,
      long revision,
      long completeFrom,
      boolean allowPartial) {}

  /** The features' JSON values by column, parsed. */
  Map<String, Object> values(Ask ask) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (FeatureSetPlan.Member member : Views.SET.members()) {
      Object key =
          switch (member.alias()) {
            case "item" -> ask.item();
            case "user" -> ask.user();
            default -> ask.friend();
          };
      addMember(member, key, ask, values);
    }
    return values;
  }

  private void addMember(
      FeatureSetPlan.Member member, Object key, Ask ask, Map<String, Object> values) {
    GroupPlan group = Views.PLAN.group(member.group());
    List<String> features = member.outputs().stream().map(FeatureSetPlan.Output::feature).toList();
    WindowAssembler assembler = new WindowAssembler(group, features);
    FeatureRow row = new FeatureRow(assembler.rowType());
    if (key != null) {
      long watermark = group == Views.ITEM ? ask.itemWatermark() : ask.userWatermark();
      byte[] bytes = KeyCodec.encode(group.keyTypes(), List.of(key));
      assembler.assemble(
          new WindowAssembler.Request(ask.time(), watermark, ask.allowPartial()),
          source(bytes, ask),
          row);
    }
    for (int i = 0; i < features.size(); i++) {
      String json = ValueJson.toJson(assembler.rowType().type(i), row.values().getValue(i));
      values.put(member.outputs().get(i).column(), Json.parse(json));
    }
  }

  private BlockSource source(byte[] key, Ask ask) {
    return new BlockSource() {
      @Override
      public SealedRanges sealed(String packId) {
        return log.sealed(packId, ask.revision());
      }

      @Override
      public long completeFrom(String packId, long hi) {
        return ask.completeFrom();
      }

      @Override
      public void scan(String packId, long size, long from, long to, Visitor visitor) {
        for (long start = from; start < to; start += size) {
          byte[] rep = log.visible(packId, key, size, start, ask.revision());
          if (rep != null) {
            visitor.block(start, new ByteReader(rep));
          }
        }
      }
    };
  }
}

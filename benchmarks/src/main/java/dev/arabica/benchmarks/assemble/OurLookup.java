package dev.arabica.benchmarks.assemble;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Tiles;
import dev.arabica.benchmarks.ours.FiveAggregates;
import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.assemble.BlockSource;
import dev.arabica.core.assemble.FeatureRow;
import dev.arabica.core.assemble.WindowAssembler;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ours: the window assembler over blocks in memory, into a row that is used again. Every request is
 * of another time.
 */
final class OurLookup extends Lookup {
  private final Blocks blocks;
  private final WindowAssembler assembler;
  private final FeatureRow out;
  private final WindowAssembler.Request[] requests;

  OurLookup(Tiles tiles) {
    super(tiles);
    FiveAggregates five = FiveAggregates.ofIntegers();
    blocks = new Blocks(tiles, five);
    GroupPlan group = group(five);
    assembler =
        new WindowAssembler(group, group.features().stream().map(GroupPlan.Feature::name).toList());
    out = new FeatureRow(assembler.rowType());
    requests = new WindowAssembler.Request[tiles.keys()];
    for (int key = 0; key < requests.length; key++) {
      requests[key] = request(Tiles.start(Tiles.BLOCKS) + key);
    }
  }

  private static WindowAssembler.Request request(long time) {
    return new WindowAssembler.Request(time, Window.NO_WATERMARK, false);
  }

  private static GroupPlan group(FiveAggregates five) {
    List<GroupPlan.Feature> features = new ArrayList<>();
    for (int window = 0; window < Tiles.windows(); window++) {
      long length = Tiles.blocksOf(window) * Tiles.BLOCK_SIZE;
      for (int aggregate = 0; aggregate < FiveAggregates.size(); aggregate++) {
        features.add(
            new GroupPlan.Feature(
                "feature_" + window + "_" + aggregate,
                0,
                aggregate,
                length,
                Tiles.BLOCK_SIZE,
                Window.Anchor.REQUEST,
                Optional.empty(),
                five.type(aggregate)));
      }
    }
    return new GroupPlan(
        "group",
        "source",
        List.of(),
        Optional.empty(),
        Ladder.DEFAULT,
        List.of(five.pack()),
        features);
  }

  @Override
  public long lookUp(int key) {
    blocks.key = key;
    assembler.assemble(requests[key], blocks, out);
    Row values = out.values();
    long sum = 0;
    for (int i = 0; i < Tiles.windows() * FiveAggregates.size(); i++) {
      sum += values.getLong(i);
    }
    return sum;
  }

  @Override
  public List<Answer> answers() {
    Row values = out.values();
    List<Answer> answers = new ArrayList<>();
    for (int at = 0; at < values.type().size(); at += FiveAggregates.size()) {
      answers.add(
          new Answer(
              values.getLong(at),
              values.getLong(at + 1),
              values.getLong(at + 2),
              values.getLong(at + 3),
              values.getLong(at + 4)));
    }
    return answers;
  }

  /** The stored blocks of all keys; read are those of one. */
  private static final class Blocks implements BlockSource {
    private final byte[][] bytes;
    private final ByteReader in = new ByteReader(new byte[0]);
    private int key;

    Blocks(Tiles tiles, FiveAggregates five) {
      CompositeAggregator aggregator = CompositeAggregator.bind(five.pack(), five.rowType());
      bytes = new byte[tiles.blocks()][];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = aggregator.encode(five.rep(aggregator, tiles.events(i)));
      }
    }

    @Override
    public SealedRanges sealed(String packId) {
      return SealedRanges.NONE;
    }

    @Override
    public long completeFrom(String packId, long hi) {
      return Long.MIN_VALUE;
    }

    @Override
    public void scan(String packId, long size, long from, long to, Visitor visitor) {
      int at = key * Tiles.BLOCKS + (int) ((from - Tiles.start(0)) / size);
      for (long start = from; start < to; start += size) {
        byte[] block = bytes[at++];
        visitor.block(start, in.reset(block, 0, block.length));
      }
    }
  }
}

package dev.arabica.benchmarks.codec;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Tiles;
import dev.arabica.benchmarks.ours.FiveAggregates;
import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;

/** Ours, with its checksum; a rep is read into one that is used again, as the assembler does. */
final class OurCodec extends Codec {
  private final FiveAggregates five = FiveAggregates.ofIntegers();
  private final CompositeAggregator aggregator =
      CompositeAggregator.bind(five.pack(), five.rowType());
  private final Rep[] reps;
  private final ByteWriter out = new ByteWriter();
  private final ByteReader in = new ByteReader(new byte[0]);
  private final Rep decoded = aggregator.identity();

  OurCodec(Tiles tiles) {
    super(tiles.blocks());
    reps = new Rep[tiles.blocks()];
    for (int i = 0; i < reps.length; i++) {
      reps[i] = five.rep(aggregator, tiles.events(i));
    }
  }

  @Override
  int encode(int pack) {
    aggregator.encode(reps[pack], out.reset());
    return out.size();
  }

  @Override
  byte[] written() {
    return out.toByteArray();
  }

  @Override
  long decode(byte[] bytes) {
    decoded.clear();
    aggregator.combineEncoded(decoded, in.reset(bytes, 0, bytes.length));
    return decoded.get(0);
  }

  @Override
  Answer answer() {
    return five.answer(aggregator, decoded);
  }
}

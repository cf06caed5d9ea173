package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/** The number of events. Exact, invertible. */
record Count(int count) implements Aggregator {
  Count(Layout layout) {
    this(layout.word());
  }

  @Override
  public void add(Rep rep, Input input) {
    rep.add(count, 1);
  }

  @Override
  public void combine(Rep target, Rep other) {
    target.add(count, other.get(count));
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    target.add(count, other.readCount());
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.get(count) == 0;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    out.setLong(column, rep.get(count));
    return FeatureStatus.OK;
  }

  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(rep.get(count));
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/** The number of events. Exact, invertible. */
final class Count implements Aggregator<Count.Rep> {
  static final class Rep {
    long count;
  }

  @Override
  public Rep identity() {
    return new Rep();
  }

  @Override
  public void add(Rep rep, Input input) {
    rep.count++;
  }

  @Override
  public void combine(Rep target, Rep other) {
    target.count += other.count;
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.count == 0;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    out.setLong(column, rep.count);
    return FeatureStatus.OK;
  }

  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(rep.count);
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = new Rep();
    rep.count = in.readVarint();
    if (rep.count < 0) {
      throw new CorruptBytesException("a negative count");
    }
    return rep;
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * How many different values: the sorted set of their canonical bytes up to a bound, beyond that the
 * sketch of {@link ApproxDistinct}. Which of the two depends only on the set of values, so grouping
 * and order change no bit.
 */
final class DistinctCount extends StructureAggregator<DistinctCount.Rep> {
  private static final int EXACT = 0;
  private static final int SKETCHED = 1;

  private final Type type;
  private final int bound;
  private final ApproxDistinct sketch;

  /**
   * @param bound up to how many values the count is exact
   */
  DistinctCount(Layout layout, Type type, int bound) {
    super(layout);
    this.type = type;
    this.bound = bound;
    this.sketch = new ApproxDistinct(new Layout(), type);
  }

  /** The values, or null once there are too many, and then the sketch. */
  static final class Rep {
    TreeSet<byte[]> values = new TreeSet<>(Arrays::compareUnsigned);
    ApproxDistinct.Rep sketch;
  }

  @Override
  protected Rep identity() {
    return new Rep();
  }

  @Override
  protected void add(Rep rep, Input input) {
    add(rep, ValueCodec.toBytes(type, input.boxed(type)));
  }

  private void add(Rep rep, byte[] value) {
    if (rep.values == null) {
      sketch.addBytes(rep.sketch, value);
    } else if (rep.values.add(value) && rep.values.size() > bound) {
      sketch(rep);
    }
  }

  private void sketch(Rep rep) {
    rep.sketch = sketch.identity();
    rep.values.forEach(value -> sketch.addBytes(rep.sketch, value));
    rep.values = null;
  }

  @Override
  protected void combine(Rep target, Rep other) {
    if (other.values != null) {
      other.values.forEach(value -> add(target, value));
      return;
    }
    if (target.values != null) {
      sketch(target);
    }
    sketch.combine(target.sketch, other.sketch);
  }

  @Override
  protected boolean isEmpty(Rep rep) {
    return rep.values != null && rep.values.isEmpty();
  }

  @Override
  protected FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (rep.values == null) {
      return sketch.finish(rep.sketch, window, out, column);
    }
    out.setLong(column, rep.values.size());
    return FeatureStatus.OK;
  }

  /** Which form; the number of values and each; or the sketch. */
  @Override
  protected void encode(Rep rep, ByteWriter out) {
    out.writeByte(rep.values == null ? SKETCHED : EXACT);
    if (rep.values == null) {
      sketch.encode(rep.sketch, out);
      return;
    }
    out.writeVarint(rep.values.size());
    rep.values.forEach(out::writeBytes);
  }

  @Override
  protected Rep decode(ByteReader in) {
    Rep rep = new Rep();
    int form = in.readByte();
    if (form == SKETCHED) {
      rep.values = null;
      rep.sketch = sketch.decode(in);
      return rep;
    }
    int count = in.readCount(1);
    if (form != EXACT || count > bound) {
      throw new CorruptBytesException("a distinct count of unknown form");
    }
    for (int i = 0; i < count; i++) {
      byte[] value = in.readBytes();
      Entry.decoded(value, type);
      if (i > 0 && Arrays.compareUnsigned(rep.values.last(), value) >= 0) {
        throw new CorruptBytesException("values out of order");
      }
      rep.values.add(value);
    }
    return rep;
  }
}

package example;

import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Input;
import dev.arabica.core.agg.Layout;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/** The bits that are set in any of the values; null without a value. */
final class BitOr implements Aggregator {
  private final int seen;
  private final int bits;

  BitOr(Layout layout) {
    seen = layout.word();
    bits = layout.word();
  }

  @Override
  public void add(Rep rep, Input input) {
    take(rep, 1, input.longValue());
  }

  @Override
  public void combine(Rep target, Rep other) {
    take(target, other.get(seen), other.get(bits));
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    int isSeen = other.readByte();
    if (isSeen > 1) {
      throw new CorruptBytesException("a presence byte that is neither 0 nor 1");
    }
    take(target, isSeen, isSeen == 0 ? 0 : other.readLong());
  }

  private void take(Rep rep, long isSeen, long value) {
    rep.set(seen, rep.get(seen) | isSeen);
    rep.set(bits, rep.get(bits) | value);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.get(seen) == 0;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (isEmpty(rep)) {
      out.setNull(column);
    } else {
      out.setLong(column, rep.get(bits));
    }
    return FeatureStatus.OK;
  }

  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeByte((int) rep.get(seen));
    if (!isEmpty(rep)) {
      out.writeLong(rep.get(bits));
    }
  }
}

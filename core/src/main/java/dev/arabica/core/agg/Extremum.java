package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;

/**
 * The least or greatest value. Exact, not invertible: what leaves a window cannot be subtracted.
 */
final class Extremum implements Aggregator<Extremum.Rep> {
  private final Type type;
  private final boolean greatest;

  private Extremum(Type type, boolean greatest) {
    this.type = type;
    this.greatest = greatest;
  }

  static Extremum of(Type type, boolean greatest) {
    return new Extremum(type, greatest);
  }

  /** One of the three value fields is used, by the type's storage. */
  static final class Rep {
    boolean present;
    long longValue;
    double doubleValue;
    Object refValue;
  }

  @Override
  public Rep identity() {
    return new Rep();
  }

  @Override
  public void add(Rep rep, Input input) {
    take(rep, input.longValue(), input.doubleValue(), input.refValue());
  }

  @Override
  public void combine(Rep target, Rep other) {
    if (other.present) {
      take(target, other.longValue, other.doubleValue, other.refValue);
    }
  }

  private void take(Rep rep, long longValue, double doubleValue, Object refValue) {
    int order =
        !rep.present
            ? 1
            : switch (type.storage()) {
              case LONG -> Long.compare(longValue, rep.longValue);
              case DOUBLE -> Double.compare(doubleValue, rep.doubleValue);
              case REF -> Values.compare(type, refValue, rep.refValue);
            };
    if (!rep.present || (greatest ? order > 0 : order < 0)) {
      rep.present = true;
      rep.longValue = longValue;
      rep.doubleValue = doubleValue;
      rep.refValue = refValue;
    }
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return !rep.present;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (!rep.present) {
      out.setNull(column);
      return FeatureStatus.OK;
    }
    switch (type.storage()) {
      case LONG -> out.setLong(column, rep.longValue);
      case DOUBLE -> out.setDouble(column, rep.doubleValue);
      case REF -> out.setRef(column, rep.refValue);
    }
    return FeatureStatus.OK;
  }

  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeByte(rep.present ? 1 : 0);
    if (rep.present) {
      switch (type.storage()) {
        case LONG -> out.writeSignedVarint(rep.longValue);
        case DOUBLE -> out.writeDouble(rep.doubleValue);
        case REF -> ValueCodec.write(out, type, rep.refValue);
      }
    }
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = new Rep();
    int presence = in.readByte();
    if (presence > 1) {
      throw new CorruptBytesException("a presence byte that is neither 0 nor 1");
    }
    rep.present = presence == 1;
    if (rep.present) {
      switch (type.storage()) {
        case LONG -> rep.longValue = in.readSignedVarint();
        case DOUBLE -> rep.doubleValue = in.readDouble();
        case REF -> rep.refValue = ValueCodec.read(in, type);
      }
      if (Double.isNaN(rep.doubleValue)) {
        throw new CorruptBytesException("NaN where none is ever stored");
      }
    }
    return rep;
  }
}

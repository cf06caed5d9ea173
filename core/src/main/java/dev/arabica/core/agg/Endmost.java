package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.Arrays;

/**
 * The value of the newest event, which is {@code last}, or of the oldest, {@code first}: in the
 * total order (event time, event id), exact ties by the value's bytes. Exact, not invertible.
 */
abstract class Endmost implements Aggregator {
  static Endmost of(Layout layout, Type type, boolean newest) {
    return type.storage() == Type.Storage.REF
        ? new OfRefs(layout, type, newest)
        : new OfWords(layout, type, newest);
  }

  final Type type;
  private final boolean newest;
  private final int present;
  private final int time;
  private final int idHigh;
  private final int idLow;

  private Endmost(Layout layout, Type type, boolean newest) {
    this.type = type;
    this.newest = newest;
    this.present = layout.word();
    this.time = layout.word();
    this.idHigh = layout.word();
    this.idLow = layout.word();
  }

  @Override
  public final boolean isEmpty(Rep rep) {
    return rep.get(present) == 0;
  }

  /** How an event stands to the one that is kept: positive if it replaces it. */
  final int order(Rep rep, long otherTime, long otherHigh, long otherLow) {
    if (isEmpty(rep)) {
      return 1;
    }
    int order = Long.compare(otherTime, rep.get(time));
    order = order != 0 ? order : Long.compareUnsigned(otherHigh, rep.get(idHigh));
    order = order != 0 ? order : Long.compareUnsigned(otherLow, rep.get(idLow));
    return newest ? order : -order;
  }

  /** Whether one of two values of the same event replaces the other. */
  final boolean winsTie(byte[] other, byte[] kept) {
    int order = Arrays.compareUnsigned(other, kept);
    return newest ? order > 0 : order < 0;
  }

  final void keep(Rep rep, long otherTime, long otherHigh, long otherLow) {
    rep.set(present, 1);
    rep.set(time, otherTime);
    rep.set(idHigh, otherHigh);
    rep.set(idLow, otherLow);
  }

  @Override
  public final void combine(Rep target, Rep other) {
    if (!isEmpty(other)) {
      combine(target, other.get(time), other.get(idHigh), other.get(idLow), other);
    }
  }

  abstract void combine(Rep target, long otherTime, long otherHigh, long otherLow, Rep other);

  /** Whether there is one; if so its time, its id and its value. */
  @Override
  public final void encode(Rep rep, ByteWriter out) {
    out.writeByte((int) rep.get(present));
    if (!isEmpty(rep)) {
      out.writeLong(rep.get(time));
      out.writeLong(rep.get(idHigh));
      out.writeLong(rep.get(idLow));
      encodeValue(rep, out);
    }
  }

  abstract void encodeValue(Rep rep, ByteWriter out);

  @Override
  public final void combineEncoded(Rep target, ByteReader other) {
    if (Extremum.readPresence(other)) {
      combineEncoded(target, other.readLong(), other.readLong(), other.readLong(), other);
    }
  }

  abstract void combineEncoded(
      Rep target, long otherTime, long otherHigh, long otherLow, ByteReader other);

  @Override
  public final FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (isEmpty(rep)) {
      out.setNull(column);
    } else {
      finishValue(rep, out, column);
    }
    return FeatureStatus.OK;
  }

  abstract void finishValue(Rep rep, Row out, int column);

  /** Values that fit a word. */
  private static final class OfWords extends Endmost {
    private final boolean isDouble;
    private final int value;

    OfWords(Layout layout, Type type, boolean newest) {
      super(layout, type, newest);
      this.isDouble = type.storage() == Type.Storage.DOUBLE;
      this.value = layout.word();
    }

    @Override
    public void add(Rep rep, Input input) {
      long candidate =
          isDouble ? Double.doubleToRawLongBits(input.doubleValue()) : input.longValue();
      take(rep, input.eventTime(), input.idHigh(), input.idLow(), candidate);
    }

    @Override
    void combine(Rep target, long otherTime, long otherHigh, long otherLow, Rep other) {
      take(target, otherTime, otherHigh, otherLow, other.get(value));
    }

    @Override
    void combineEncoded(
        Rep target, long otherTime, long otherHigh, long otherLow, ByteReader other) {
      take(target, otherTime, otherHigh, otherLow, readValue(other));
    }

    private long readValue(ByteReader in) {
      if (!isDouble) {
        return ValueCodec.readWord(in, type);
      }
      long bits = in.readLong();
      if (Double.isNaN(Double.longBitsToDouble(bits))) {
        throw new CorruptBytesException("NaN where none is ever stored");
      }
      return bits;
    }

    private void take(Rep rep, long otherTime, long otherHigh, long otherLow, long candidate) {
      int order = order(rep, otherTime, otherHigh, otherLow);
      if (order > 0 || (order == 0 && winsTie(bytes(candidate), bytes(rep.get(value))))) {
        keep(rep, otherTime, otherHigh, otherLow);
        rep.set(value, candidate);
      }
    }

    private byte[] bytes(long candidate) {
      ByteWriter bytes = new ByteWriter(16);
      write(candidate, bytes);
      return bytes.toByteArray();
    }

    private void write(long candidate, ByteWriter out) {
      if (isDouble) {
        out.writeLong(candidate);
      } else {
        ValueCodec.writeWord(out, type, candidate);
      }
    }

    @Override
    void encodeValue(Rep rep, ByteWriter out) {
      write(rep.get(value), out);
    }

    @Override
    void finishValue(Rep rep, Row out, int column) {
      if (isDouble) {
        out.setDouble(column, rep.getDouble(value));
      } else {
        out.setLong(column, rep.get(value));
      }
    }
  }

  /** Values by their canonical bytes, which are never changed in place. */
  private static final class OfRefs extends Endmost {
    private final int value;

    OfRefs(Layout layout, Type type, boolean newest) {
      super(layout, type, newest);
      this.value = layout.ref();
    }

    @Override
    public void add(Rep rep, Input input) {
      int order = order(rep, input.eventTime(), input.idHigh(), input.idLow());
      if (order >= 0) {
        byte[] candidate = ValueCodec.toBytes(type, input.refValue());
        take(rep, order, input.eventTime(), input.idHigh(), input.idLow(), candidate);
      }
    }

    private byte[] kept(Rep rep) {
      return (byte[]) rep.ref(value);
    }

    private void take(
        Rep rep, int order, long otherTime, long otherHigh, long otherLow, byte[] candidate) {
      if (order > 0 || (order == 0 && winsTie(candidate, kept(rep)))) {
        keep(rep, otherTime, otherHigh, otherLow);
        rep.setRef(value, candidate);
      }
    }

    @Override
    void combine(Rep target, long otherTime, long otherHigh, long otherLow, Rep other) {
      int order = order(target, otherTime, otherHigh, otherLow);
      take(target, order, otherTime, otherHigh, otherLow, kept(other));
    }

    @Override
    void combineEncoded(
        Rep target, long otherTime, long otherHigh, long otherLow, ByteReader other) {
      int order = order(target, otherTime, otherHigh, otherLow);
      if (order < 0) {
        other.skip(other.readCount(1));
        return;
      }
      byte[] candidate = other.readBytes();
      Entry.decoded(candidate, type);
      take(target, order, otherTime, otherHigh, otherLow, candidate);
    }

    @Override
    void encodeValue(Rep rep, ByteWriter out) {
      out.writeBytes(kept(rep));
    }

    @Override
    void finishValue(Rep rep, Row out, int column) {
      out.setRef(column, Entry.decoded(kept(rep), type));
    }
  }
}

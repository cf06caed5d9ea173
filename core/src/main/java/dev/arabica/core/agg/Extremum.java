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
abstract class Extremum implements Aggregator {
  static Extremum of(Layout layout, Type type, boolean greatest) {
    return switch (type.storage()) {
      case LONG -> new OfWords(layout, type, greatest);
      case DOUBLE -> new OfDoubles(layout, greatest);
      case REF -> new OfRefs(layout, type, greatest);
    };
  }

  final boolean greatest;

  private Extremum(boolean greatest) {
    this.greatest = greatest;
  }

  final boolean wins(int order) {
    return greatest ? order > 0 : order < 0;
  }

  /** Whether a value follows. */
  static boolean readPresence(ByteReader in) {
    int presence = in.readByte();
    if (presence > 1) {
      throw new CorruptBytesException("a presence byte that is neither 0 nor 1");
    }
    return presence == 1;
  }

  private static final class OfWords extends Extremum {
    private final Type type;
    private final int present;
    private final int value;

    OfWords(Layout layout, Type type, boolean greatest) {
      super(greatest);
      this.type = type;
      this.present = layout.word();
      this.value = layout.word();
    }

    @Override
    public void add(Rep rep, Input input) {
      take(rep, input.longValue());
    }

    @Override
    public void combine(Rep target, Rep other) {
      if (!isEmpty(other)) {
        take(target, other.get(value));
      }
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      if (readPresence(other)) {
        take(target, ValueCodec.readWord(other, type));
      }
    }

    private void take(Rep rep, long candidate) {
      long kept = rep.get(value);
      if (isEmpty(rep)) {
        rep.set(present, 1);
        rep.set(value, candidate);
      } else {
        rep.set(value, greatest ? Math.max(kept, candidate) : Math.min(kept, candidate));
      }
    }

    @Override
    public boolean isEmpty(Rep rep) {
      return rep.get(present) == 0;
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      if (isEmpty(rep)) {
        out.setNull(column);
      } else {
        out.setLong(column, rep.get(value));
      }
      return FeatureStatus.OK;
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      out.writeByte((int) rep.get(present));
      if (!isEmpty(rep)) {
        ValueCodec.writeWord(out, type, rep.get(value));
      }
    }
  }

  private static final class OfDoubles extends Extremum {
    private final int present;
    private final int value;

    OfDoubles(Layout layout, boolean greatest) {
      super(greatest);
      this.present = layout.word();
      this.value = layout.word();
    }

    @Override
    public void add(Rep rep, Input input) {
      take(rep, input.doubleValue());
    }

    @Override
    public void combine(Rep target, Rep other) {
      if (!isEmpty(other)) {
        take(target, other.getDouble(value));
      }
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      if (readPresence(other)) {
        take(target, readNumber(other));
      }
    }

    private static double readNumber(ByteReader in) {
      double number = in.readDouble();
      if (Double.isNaN(number)) {
        throw new CorruptBytesException("NaN where none is ever stored");
      }
      return number;
    }

    private void take(Rep rep, double candidate) {
      if (isEmpty(rep) || wins(Double.compare(candidate, rep.getDouble(value)))) {
        rep.set(present, 1);
        rep.setDouble(value, candidate);
      }
    }

    @Override
    public boolean isEmpty(Rep rep) {
      return rep.get(present) == 0;
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      if (isEmpty(rep)) {
        out.setNull(column);
      } else {
        out.setDouble(column, rep.getDouble(value));
      }
      return FeatureStatus.OK;
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      out.writeByte((int) rep.get(present));
      if (!isEmpty(rep)) {
        out.writeDouble(rep.getDouble(value));
      }
    }
  }

  /** Values that are immutable objects; the place holds the value itself. */
  private static final class OfRefs extends Extremum {
    private final Type type;
    private final int value;

    OfRefs(Layout layout, Type type, boolean greatest) {
      super(greatest);
      this.type = type;
      this.value = layout.ref();
    }

    @Override
    public void add(Rep rep, Input input) {
      take(rep, input.refValue());
    }

    @Override
    public void combine(Rep target, Rep other) {
      if (!isEmpty(other)) {
        take(target, other.ref(value));
      }
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      if (readPresence(other)) {
        take(target, ValueCodec.read(other, type));
      }
    }

    private void take(Rep rep, Object candidate) {
      if (isEmpty(rep) || wins(Values.compare(type, candidate, rep.ref(value)))) {
        rep.setRef(value, candidate);
      }
    }

    @Override
    public boolean isEmpty(Rep rep) {
      return rep.ref(value) == null;
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      out.setRef(column, rep.ref(value));
      return FeatureStatus.OK;
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      out.writeByte(isEmpty(rep) ? 0 : 1);
      if (!isEmpty(rep)) {
        ValueCodec.write(out, type, rep.ref(value));
      }
    }
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;

/**
 * The least or greatest value. Exact, not invertible: what leaves a window cannot be subtracted.
 */
final class Extremum {
  private Extremum() {}

  static Aggregator of(Layout layout, Type type, boolean greatest) {
    return type.storage() == Type.Storage.REF
        ? new OfRefs(type, greatest, layout.ref())
        : new OfWords(type, greatest, layout.word(), layout.word());
  }

  /**
   * Values that fit a word. They are kept so that the wanted one is the greatest without a sign,
   * and zero is as good as nothing.
   */
  private record OfWords(Type type, boolean greatest, int present, int value)
      implements Aggregator {
    private boolean isDouble() {
      return type.storage() == Type.Storage.DOUBLE;
    }

    private long flipped(long word) {
      return word ^ (greatest ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    @Override
    public void add(Rep rep, Input input) {
      take(rep, flipped(isDouble() ? Ordered.toLong(input.doubleValue()) : input.longValue()));
    }

    @Override
    public void combine(Rep target, Rep other) {
      if (!isEmpty(other)) {
        take(target, other.get(value));
      }
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      if (Presence.read(other)) {
        take(
            target,
            flipped(
                isDouble()
                    ? Ordered.toLong(ValueCodec.readNumber(other))
                    : ValueCodec.readWord(other, type)));
      }
    }

    private void take(Rep rep, long candidate) {
      long kept = rep.get(value);
      rep.set(present, 1);
      rep.set(value, Long.compareUnsigned(candidate, kept) > 0 ? candidate : kept);
    }

    @Override
    public boolean isEmpty(Rep rep) {
      return rep.get(present) == 0;
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      long word = flipped(rep.get(value));
      if (isEmpty(rep)) {
        out.setNull(column);
      } else if (isDouble()) {
        out.setDouble(column, Ordered.toDouble(word));
      } else {
        out.setLong(column, word);
      }
      return FeatureStatus.OK;
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      long word = flipped(rep.get(value));
      Presence.write(out, !isEmpty(rep));
      if (isEmpty(rep)) {
        return;
      }
      if (isDouble()) {
        out.writeDouble(Ordered.toDouble(word));
      } else {
        ValueCodec.writeWord(out, type, word);
      }
    }
  }

  /** Values that are immutable objects; the place holds the value itself. */
  private record OfRefs(Type type, boolean greatest, int value) implements Aggregator {
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
      if (Presence.read(other)) {
        take(target, ValueCodec.read(other, type));
      }
    }

    private void take(Rep rep, Object candidate) {
      if (isEmpty(rep) || wins(Values.compare(type, candidate, rep.ref(value)))) {
        rep.setRef(value, candidate);
      }
    }

    private boolean wins(int order) {
      return greatest ? order > 0 : order < 0;
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
      Presence.write(out, !isEmpty(rep));
      if (!isEmpty(rep)) {
        ValueCodec.write(out, type, rep.ref(value));
      }
    }
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.Arrays;

/**
 * The value of the newest event, which is {@code last}, or of the oldest, {@code first}: in the
 * total order (event time, event id), exact ties by the value's bytes. Exact, not invertible.
 */
final class Endmost {
  private Endmost() {}

  static Aggregator of(Layout layout, Type type, boolean newest) {
    Place place = new Place(newest, layout.word(), layout.words(3));
    return type.storage() == Type.Storage.REF
        ? new OfRefs(place, type, layout.ref())
        : new OfWords(place, type, layout.word());
  }

  /**
   * Which event is kept: whether there is one, its time and its id. These are kept so that the
   * wanted event is the greatest without a sign.
   */
  private record Place(boolean newest, int present, int time) {
    boolean isEmpty(Rep rep) {
      return rep.get(present) == 0;
    }

    /** What time and id are kept as; its own inverse. */
    long flippedTime(long micros) {
      return micros ^ (newest ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    long flippedId(long half) {
      return newest ? half : ~half;
    }

    /** Positive if an event, flipped, replaces the one that is kept, 0 if it is the same. */
    int compare(Rep rep, long otherTime, long otherHigh, long otherLow) {
      int order = Long.compareUnsigned(otherTime, rep.get(time));
      return order != 0 ? order : compareIds(rep, otherHigh, otherLow);
    }

    private int compareIds(Rep rep, long otherHigh, long otherLow) {
      if (isEmpty(rep)) {
        return 1;
      }
      int order = Long.compareUnsigned(otherHigh, rep.get(time + 1));
      return order != 0 ? order : Long.compareUnsigned(otherLow, rep.get(time + 2));
    }

    /** Whether one value of the same event replaces the other. */
    boolean winsTie(byte[] other, byte[] kept) {
      int order = Arrays.compareUnsigned(other, kept);
      return newest ? order > 0 : order < 0;
    }

    void keep(Rep rep, long otherTime, long otherHigh, long otherLow) {
      rep.set(present, 1);
      rep.set(time, otherTime);
      rep.set(time + 1, otherHigh);
      rep.set(time + 2, otherLow);
    }

    /** Whether there is one; if so its time and its id. */
    void encode(Rep rep, ByteWriter out) {
      Presence.write(out, !isEmpty(rep));
      if (!isEmpty(rep)) {
        out.writeLong(flippedTime(rep.get(time)));
        out.writeLong(flippedId(rep.get(time + 1)));
        out.writeLong(flippedId(rep.get(time + 2)));
      }
    }
  }

  /** Values that fit a word. */
  private record OfWords(Place place, Type type, int value) implements Aggregator {
    private boolean isDouble() {
      return type.storage() == Type.Storage.DOUBLE;
    }

    @Override
    public void add(Rep rep, Input input) {
      take(
          rep,
          place.flippedTime(input.eventTime()),
          place.flippedId(input.idHigh()),
          place.flippedId(input.idLow()),
          isDouble() ? Double.doubleToRawLongBits(input.doubleValue()) : input.longValue());
    }

    @Override
    public void combine(Rep target, Rep other) {
      if (!isEmpty(other)) {
        int time = place.time;
        take(target, other.get(time), other.get(time + 1), other.get(time + 2), other.get(value));
      }
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      if (Presence.read(other)) {
        take(
            target,
            place.flippedTime(other.readLong()),
            place.flippedId(other.readLong()),
            place.flippedId(other.readLong()),
            isDouble()
                ? Double.doubleToRawLongBits(ValueCodec.readNumber(other))
                : ValueCodec.readWord(other, type));
      }
    }

    private void take(Rep rep, long time, long idHigh, long idLow, long candidate) {
      int order = place.compare(rep, time, idHigh, idLow);
      if (order > 0 || (order == 0 && winsTie(candidate, rep.get(value)))) {
        place.keep(rep, time, idHigh, idLow);
        rep.set(value, candidate);
      }
    }

    private boolean winsTie(long other, long kept) {
      return place.winsTie(bytes(other), bytes(kept));
    }

    private byte[] bytes(long word) {
      ByteWriter bytes = new ByteWriter(16);
      write(word, bytes);
      return bytes.toByteArray();
    }

    private void write(long word, ByteWriter out) {
      if (isDouble()) {
        out.writeLong(word);
      } else {
        ValueCodec.writeWord(out, type, word);
      }
    }

    @Override
    public boolean isEmpty(Rep rep) {
      return place.isEmpty(rep);
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      place.encode(rep, out);
      if (!isEmpty(rep)) {
        write(rep.get(value), out);
      }
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      if (isEmpty(rep)) {
        out.setNull(column);
      } else if (isDouble()) {
        out.setDouble(column, rep.getDouble(value));
      } else {
        out.setLong(column, rep.get(value));
      }
      return FeatureStatus.OK;
    }
  }

  /** Values by their canonical bytes, which are never changed in place. */
  private record OfRefs(Place place, Type type, int value) implements Aggregator {
    @Override
    public void add(Rep rep, Input input) {
      long time = place.flippedTime(input.eventTime());
      long idHigh = place.flippedId(input.idHigh());
      long idLow = place.flippedId(input.idLow());
      int order = place.compare(rep, time, idHigh, idLow);
      if (order >= 0) {
        take(rep, order, time, idHigh, idLow, ValueCodec.toBytes(type, input.refValue()));
      }
    }

    @Override
    public void combine(Rep target, Rep other) {
      if (!isEmpty(other)) {
        long time = other.get(place.time);
        long idHigh = other.get(place.time + 1);
        long idLow = other.get(place.time + 2);
        int order = place.compare(target, time, idHigh, idLow);
        take(target, order, time, idHigh, idLow, kept(other));
      }
    }

    @Override
    public void combineEncoded(Rep target, ByteReader other) {
      if (!Presence.read(other)) {
        return;
      }
      long time = place.flippedTime(other.readLong());
      long idHigh = place.flippedId(other.readLong());
      long idLow = place.flippedId(other.readLong());
      int order = place.compare(target, time, idHigh, idLow);
      if (order < 0) {
        other.skip(other.readCount(1));
        return;
      }
      byte[] candidate = other.readBytes();
      Entry.decoded(candidate, type);
      take(target, order, time, idHigh, idLow, candidate);
    }

    private byte[] kept(Rep rep) {
      return (byte[]) rep.ref(value);
    }

    private void take(Rep rep, int order, long time, long idHigh, long idLow, byte[] candidate) {
      if (order > 0 || (order == 0 && place.winsTie(candidate, kept(rep)))) {
        place.keep(rep, time, idHigh, idLow);
        rep.setRef(value, candidate);
      }
    }

    @Override
    public boolean isEmpty(Rep rep) {
      return place.isEmpty(rep);
    }

    @Override
    public void encode(Rep rep, ByteWriter out) {
      place.encode(rep, out);
      if (!isEmpty(rep)) {
        out.writeBytes(kept(rep));
      }
    }

    @Override
    public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
      out.setRef(column, isEmpty(rep) ? null : Entry.decoded(kept(rep), type));
      return FeatureStatus.OK;
    }
  }
}

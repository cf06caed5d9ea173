package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The newest {@code n} values, newest first, in the total order (event time, event id), exact ties
 * by the value's bytes; or the newest alone, which is {@code last}. Exact, not invertible.
 */
final class LastN implements Aggregator<LastN.Rep> {
  private final Type type;
  private final int bound;
  private final boolean single;

  LastN(Type type, int bound, boolean single) {
    this.type = type;
    this.bound = bound;
    this.single = single;
  }

  /** One value at its place in the order; immutable, so that reps may share it. */
  record Entry(long eventTime, long idHigh, long idLow, byte[] value) {
    /** Positive if this is newer. */
    int compare(Entry other) {
      int order = Long.compare(eventTime, other.eventTime);
      order = order != 0 ? order : Long.compareUnsigned(idHigh, other.idHigh);
      order = order != 0 ? order : Long.compareUnsigned(idLow, other.idLow);
      return order != 0 ? order : Arrays.compareUnsigned(value, other.value);
    }
  }

  /** Entries newest first, at most {@code bound}. */
  static final class Rep {
    List<Entry> entries = new ArrayList<>(2);
  }

  @Override
  public Rep identity() {
    return new Rep();
  }

  @Override
  public void add(Rep rep, Input input) {
    List<Entry> entries = rep.entries;
    if (entries.size() == bound && input.eventTime() < entries.get(bound - 1).eventTime) {
      return;
    }
    Entry entry =
        new Entry(
            input.eventTime(),
            input.idHigh(),
            input.idLow(),
            ValueCodec.toBytes(type, boxed(input)));
    int at = 0;
    while (at < entries.size() && entries.get(at).compare(entry) > 0) {
      at++;
    }
    if (at < bound) {
      entries.add(at, entry);
      if (entries.size() > bound) {
        entries.remove(bound);
      }
    }
  }

  @Override
  public void combine(Rep target, Rep other) {
    if (other.entries.isEmpty()) {
      return;
    }
    List<Entry> a = target.entries;
    List<Entry> b = other.entries;
    List<Entry> both = new ArrayList<>(Math.min(bound, a.size() + b.size()));
    int i = 0;
    int j = 0;
    while (both.size() < bound && (i < a.size() || j < b.size())) {
      boolean fromA = j == b.size() || (i < a.size() && a.get(i).compare(b.get(j)) >= 0);
      both.add(fromA ? a.get(i++) : b.get(j++));
    }
    target.entries = both;
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.entries.isEmpty();
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (!single) {
      List<Object> values = new ArrayList<>(rep.entries.size());
      rep.entries.forEach(entry -> values.add(value(entry)));
      out.setRef(column, Collections.unmodifiableList(values));
    } else if (rep.entries.isEmpty()) {
      out.setNull(column);
    } else {
      out.setValue(column, value(rep.entries.get(0)));
    }
    return FeatureStatus.OK;
  }

  /**
   * The number of entries, then each entry: time, id, the value as a length-prefixed string of
   * bytes.
   */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(rep.entries.size());
    for (Entry entry : rep.entries) {
      out.writeLong(entry.eventTime);
      out.writeLong(entry.idHigh);
      out.writeLong(entry.idLow);
      out.writeBytes(entry.value);
    }
  }

  @Override
  public Rep decode(ByteReader in) {
    int count = in.readCount(25);
    if (count > bound) {
      throw new CorruptBytesException(count + " entries where at most " + bound + " are kept");
    }
    Rep rep = new Rep();
    for (int i = 0; i < count; i++) {
      Entry entry = new Entry(in.readLong(), in.readLong(), in.readLong(), in.readBytes());
      if (i > 0 && rep.entries.get(i - 1).compare(entry) < 0) {
        throw new CorruptBytesException("entries out of order");
      }
      value(entry);
      rep.entries.add(entry);
    }
    return rep;
  }

  private Object value(Entry entry) {
    ByteReader in = new ByteReader(entry.value);
    Object value = ValueCodec.read(in, type);
    in.expectEnd();
    return value;
  }

  private Object boxed(Input input) {
    return switch (type.storage()) {
      case LONG ->
          type == Type.BOOL ? (Object) (input.longValue() != 0) : (Object) input.longValue();
      case DOUBLE -> input.doubleValue();
      case REF -> input.refValue();
    };
  }
}

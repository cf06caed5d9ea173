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
 * The newest {@code n} values, newest first, or the oldest, oldest first, in the total order (event
 * time, event id), exact ties by the value's bytes; or the newest or oldest alone, which is {@code
 * last} or {@code first}. Exact, not invertible.
 */
final class OrderedN implements Aggregator<OrderedN.Rep> {
  private final Type type;
  private final boolean newestFirst;
  private final int bound;
  private final boolean single;

  private OrderedN(Type type, boolean newestFirst, int bound, boolean single) {
    this.type = type;
    this.newestFirst = newestFirst;
    this.bound = bound;
    this.single = single;
  }

  static OrderedN one(Type type, boolean newestFirst) {
    return new OrderedN(type, newestFirst, 1, true);
  }

  static OrderedN list(Type type, boolean newestFirst, int bound) {
    return new OrderedN(type, newestFirst, bound, false);
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

  /** At most {@code bound} entries, in the order of the result. */
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
    if (entries.size() == bound && isBehind(input.eventTime(), entries.get(bound - 1).eventTime)) {
      return;
    }
    Entry entry =
        new Entry(
            input.eventTime(),
            input.idHigh(),
            input.idLow(),
            ValueCodec.toBytes(type, boxed(input)));
    int at = 0;
    while (at < entries.size() && precedence(entries.get(at), entry) > 0) {
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
      boolean fromA = j == b.size() || (i < a.size() && precedence(a.get(i), b.get(j)) >= 0);
      both.add(fromA ? a.get(i++) : b.get(j++));
    }
    target.entries = both;
  }

  /** Whether a time alone says that an event comes after another. */
  private boolean isBehind(long time, long other) {
    return newestFirst ? time < other : time > other;
  }

  /** Positive if {@code a} comes before {@code b}. */
  private int precedence(Entry a, Entry b) {
    return newestFirst ? a.compare(b) : b.compare(a);
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
      if (i > 0 && precedence(rep.entries.get(i - 1), entry) < 0) {
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

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
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
    if (entries.size() == bound
        && isBehind(input.eventTime(), entries.get(bound - 1).eventTime())) {
      return;
    }
    Bounded.insert(entries, Entry.of(input, type), bound, this::order);
  }

  @Override
  public void combine(Rep target, Rep other) {
    if (!other.entries.isEmpty()) {
      target.entries = Bounded.merged(target.entries, other.entries, bound, this::order);
    }
  }

  /** Whether a time alone says that an event comes after another. */
  private boolean isBehind(long time, long other) {
    return newestFirst ? time < other : time > other;
  }

  /** Negative if {@code a} comes before {@code b}. */
  private int order(Entry a, Entry b) {
    return newestFirst ? b.compare(a) : a.compare(b);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.entries.isEmpty();
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (!single) {
      List<Object> values = new ArrayList<>(rep.entries.size());
      rep.entries.forEach(entry -> values.add(entry.value(type)));
      out.setRef(column, Collections.unmodifiableList(values));
    } else if (rep.entries.isEmpty()) {
      out.setNull(column);
    } else {
      out.setValue(column, rep.entries.get(0).value(type));
    }
    return FeatureStatus.OK;
  }

  /** The number of entries, then each entry. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(rep.entries.size());
    rep.entries.forEach(entry -> entry.encode(out));
  }

  @Override
  public Rep decode(ByteReader in) {
    int count = in.readCount(Entry.LEAST_BYTES);
    if (count > bound) {
      throw new CorruptBytesException(count + " entries where at most " + bound + " are kept");
    }
    Rep rep = new Rep();
    for (int i = 0; i < count; i++) {
      Entry entry = Entry.decode(in, type);
      if (i > 0 && order(rep.entries.get(i - 1), entry) > 0) {
        throw new CorruptBytesException("entries out of order");
      }
      rep.entries.add(entry);
    }
    return rep;
  }
}

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
 * time, event id), exact ties by the value's bytes. Exact, not invertible.
 *
 * @param bound {@code n}
 */
record OrderedN(Type type, boolean newestFirst, int bound) implements Structure<OrderedN.State> {

  /** At most {@code bound} entries, in the order of the result. */
  static final class State {
    List<Entry> entries = new ArrayList<>(2);
  }

  @Override
  public State identity() {
    return new State();
  }

  @Override
  public void add(State state, Input input) {
    List<Entry> entries = state.entries;
    if (entries.size() == bound
        && isBehind(input.eventTime(), entries.get(bound - 1).eventTime())) {
      return;
    }
    Bounded.insert(entries, Entry.of(input, type), bound, this::order);
  }

  @Override
  public void combine(State target, State other) {
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
  public boolean isEmpty(State state) {
    return state.entries.isEmpty();
  }

  @Override
  public FeatureStatus finish(State state, Window window, Row out, int column) {
    List<Object> values = new ArrayList<>(state.entries.size());
    state.entries.forEach(entry -> values.add(entry.value(type)));
    out.setRef(column, Collections.unmodifiableList(values));
    return FeatureStatus.OK;
  }

  /** The number of entries, then each entry. */
  @Override
  public void encode(State state, ByteWriter out) {
    out.writeVarint(state.entries.size());
    state.entries.forEach(entry -> entry.encode(out));
  }

  @Override
  public State decode(ByteReader in) {
    int count = in.readCount(Entry.LEAST_BYTES);
    if (count > bound) {
      throw new CorruptBytesException(count + " entries where at most " + bound + " are kept");
    }
    State state = new State();
    for (int i = 0; i < count; i++) {
      Entry entry = Entry.decode(in, type);
      if (i > 0 && order(state.entries.get(i - 1), entry) > 0) {
        throw new CorruptBytesException("entries out of order");
      }
      state.entries.add(entry);
    }
    return state;
  }
}

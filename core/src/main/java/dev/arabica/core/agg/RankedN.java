package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The {@code n} inputs of the greatest rank, greatest first, or of the least, least first; of equal
 * ranks the newest first. Exact, not invertible.
 *
 * @param rankType of what the inputs are ranked by: {@link Input#by}
 * @param bound {@code n}
 */
record RankedN(Type type, Type rankType, boolean greatest, int bound)
    implements Structure<RankedN.State> {

  /** An input with its rank, boxed. */
  record Ranked(Object rank, Entry entry) {}

  /** At most {@code bound} inputs, in the order of the result. */
  static final class State {
    List<Ranked> ranked = new ArrayList<>(2);
  }

  @Override
  public State identity() {
    return new State();
  }

  @Override
  public void add(State state, Input input) {
    Object rank = input.by().boxed(rankType);
    List<Ranked> ranked = state.ranked;
    if (ranked.size() == bound && compareRanks(rank, ranked.get(bound - 1).rank) < 0) {
      return;
    }
    Bounded.insert(ranked, new Ranked(rank, Entry.of(input, type)), bound, this::order);
  }

  @Override
  public void combine(State target, State other) {
    if (!other.ranked.isEmpty()) {
      target.ranked = Bounded.merged(target.ranked, other.ranked, bound, this::order);
    }
  }

  /** Negative if {@code a} comes before {@code b}. */
  private int order(Ranked a, Ranked b) {
    int order = compareRanks(a.rank, b.rank);
    return order != 0 ? -order : -a.entry.compare(b.entry);
  }

  /** Positive if {@code a} comes before {@code b}. */
  private int compareRanks(Object a, Object b) {
    int order = Values.compare(rankType, a, b);
    return greatest ? order : -order;
  }

  @Override
  public boolean isEmpty(State state) {
    return state.ranked.isEmpty();
  }

  @Override
  public FeatureStatus finish(State state, Window window, Row out, int column) {
    List<Object> values = new ArrayList<>(state.ranked.size());
    state.ranked.forEach(ranked -> values.add(ranked.entry.value(type)));
    out.setRef(column, Collections.unmodifiableList(values));
    return FeatureStatus.OK;
  }

  /** The number of inputs, then the rank and the entry of each. */
  @Override
  public void encode(State state, ByteWriter out) {
    out.writeVarint(state.ranked.size());
    for (Ranked ranked : state.ranked) {
      ValueCodec.write(out, rankType, ranked.rank);
      ranked.entry.encode(out);
    }
  }

  @Override
  public State decode(ByteReader in) {
    int count = in.readCount(Entry.LEAST_BYTES + 1);
    if (count > bound) {
      throw new CorruptBytesException(count + " inputs where at most " + bound + " are kept");
    }
    State state = new State();
    for (int i = 0; i < count; i++) {
      Object rank = ValueCodec.read(in, rankType);
      if (rank == null || rank.equals(Double.NaN)) {
        throw new CorruptBytesException("a rank of " + rank + " where none is ever stored");
      }
      Ranked ranked = new Ranked(rank, Entry.decode(in, type));
      if (i > 0 && order(state.ranked.get(i - 1), ranked) > 0) {
        throw new CorruptBytesException("inputs out of order");
      }
      state.ranked.add(ranked);
    }
    return state;
  }
}

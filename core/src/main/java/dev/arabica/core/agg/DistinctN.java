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
 * Of each key the newest input, and of these the newest {@code n}, newest first. Exact, not
 * invertible: what is among the newest of all is among the newest of its part, so that a part may
 * forget the rest.
 *
 * @param keyType of what the inputs are told apart by: {@link Input#by}
 * @param bound {@code n}
 */
record DistinctN(Type type, Type keyType, int bound) implements Structure<DistinctN.State> {

  /** An input with the canonical bytes of its key. */
  record Keyed(byte[] key, Entry entry) {
    /** Negative if this is newer. */
    int newestFirst(Keyed other) {
      int order = other.entry.compare(entry);
      return order != 0 ? order : Arrays.compareUnsigned(other.key, key);
    }
  }

  /** At most {@code bound} inputs of different keys, newest first. */
  static final class State {
    final List<Keyed> keyed = new ArrayList<>(2);
  }

  @Override
  public State identity() {
    return new State();
  }

  @Override
  public void add(State state, Input input) {
    byte[] key = ValueCodec.toBytes(keyType, input.by().boxed(keyType));
    insert(state.keyed, new Keyed(key, Entry.of(input, type)));
  }

  @Override
  public void combine(State target, State other) {
    other.keyed.forEach(keyed -> insert(target.keyed, keyed));
  }

  private void insert(List<Keyed> kept, Keyed candidate) {
    if (kept.size() == bound && candidate.newestFirst(kept.get(bound - 1)) > 0) {
      return;
    }
    int same = indexOf(kept, candidate.key);
    if (same >= 0 && candidate.newestFirst(kept.get(same)) > 0) {
      return;
    }
    if (same >= 0) {
      kept.remove(same);
    }
    Bounded.insert(kept, candidate, bound, Keyed::newestFirst);
  }

  private static int indexOf(List<Keyed> kept, byte[] key) {
    for (int i = 0; i < kept.size(); i++) {
      if (Arrays.equals(kept.get(i).key, key)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean isEmpty(State state) {
    return state.keyed.isEmpty();
  }

  @Override
  public FeatureStatus finish(State state, Window window, Row out, int column) {
    List<Object> values = new ArrayList<>(state.keyed.size());
    state.keyed.forEach(keyed -> values.add(keyed.entry.value(type)));
    out.setRef(column, Collections.unmodifiableList(values));
    return FeatureStatus.OK;
  }

  /** The number of inputs, then the key and the entry of each. */
  @Override
  public void encode(State state, ByteWriter out) {
    out.writeVarint(state.keyed.size());
    for (Keyed keyed : state.keyed) {
      out.writeBytes(keyed.key);
      keyed.entry.encode(out);
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
      byte[] key = in.readBytes();
      Entry.decoded(key, keyType);
      Keyed keyed = new Keyed(key, Entry.decode(in, type));
      if (i > 0 && state.keyed.get(i - 1).newestFirst(keyed) >= 0) {
        throw new CorruptBytesException("inputs out of order");
      }
      if (indexOf(state.keyed, key) >= 0) {
        throw new CorruptBytesException("two inputs of one key");
      }
      state.keyed.add(keyed);
    }
    return state;
  }
}

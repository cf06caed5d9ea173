package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;

/**
 * How many different values: the set of their canonical bytes up to a bound, beyond that the sketch
 * of {@link ApproxDistinct}. Which of the two depends only on the set of values, so grouping and
 * order change no bit.
 *
 * @param value what is in work; reused
 * @param bound up to how many values the count is exact
 */
record DistinctCount(HashedValue value, int bound, ApproxDistinct sketch)
    implements Structure<DistinctCount.State> {
  private static final int EXACT = 0;
  private static final int SKETCHED = 1;

  DistinctCount(Type type, int bound) {
    this(new HashedValue(type), bound, new ApproxDistinct(type));
  }

  /** The values, or null once there are too many, and then the sketch. */
  static final class State {
    private ByteStrings values = new ByteStrings();
    private ApproxDistinct.State sketch;
  }

  @Override
  public State identity() {
    return new State();
  }

  @Override
  public void add(State state, Input input) {
    add(state, value.of(input));
  }

  private void add(State state, HashedValue added) {
    if (state.values == null) {
      state.sketch.add(added.hash());
      return;
    }
    added.addTo(state.values);
    if (state.values.size() > bound) {
      sketch(state);
    }
  }

  private void sketch(State state) {
    state.sketch = sketch.identity();
    addHashes(state.sketch, state.values);
    state.values = null;
  }

  private static void addHashes(ApproxDistinct.State sketch, ByteStrings values) {
    for (int number = 0; number < values.size(); number++) {
      sketch.add(values.hash(number));
    }
  }

  @Override
  public void combine(State target, State other) {
    if (other.values == null) {
      sketched(target);
      sketch.combine(target.sketch, other.sketch);
    } else if (target.values == null) {
      addHashes(target.sketch, other.values);
    } else {
      addAll(target, other.values);
    }
  }

  private void addAll(State target, ByteStrings values) {
    target.values.reserve(values.size());
    for (int number = 0; number < values.size(); number++) {
      target.values.add(values, number);
    }
    if (target.values.size() > bound) {
      sketch(target);
    }
  }

  private void sketched(State state) {
    if (state.values != null) {
      sketch(state);
    }
  }

  @Override
  public boolean isEmpty(State state) {
    return state.values != null && state.values.size() == 0;
  }

  @Override
  public FeatureStatus finish(State state, Window window, Row out, int column) {
    if (state.values == null) {
      return sketch.finish(state.sketch, window, out, column);
    }
    out.setLong(column, state.values.size());
    return FeatureStatus.OK;
  }

  /** Which form; the number of values and each, in the order of their hashes; or the sketch. */
  @Override
  public void encode(State state, ByteWriter out) {
    out.writeByte(state.values == null ? SKETCHED : EXACT);
    if (state.values == null) {
      sketch.encode(state.sketch, out);
      return;
    }
    out.writeVarint(state.values.size());
    for (int number : state.values.byHash()) {
      state.values.write(number, out);
    }
  }

  @Override
  public State decode(ByteReader in) {
    State state = identity();
    combineEncoded(state, in);
    return state;
  }

  @Override
  public void combineEncoded(State target, ByteReader other) {
    int form = other.readByte();
    if (form == SKETCHED) {
      sketched(target);
      sketch.combineEncoded(target.sketch, other);
      return;
    }
    int count = other.readCount(1);
    if (form != EXACT || count > bound) {
      throw new CorruptBytesException("a distinct count of unknown form");
    }
    if (target.values != null) {
      target.values.reserve(count);
    }
    for (int i = 0; i < count; i++) {
      add(target, value.read(other, i > 0));
    }
  }
}

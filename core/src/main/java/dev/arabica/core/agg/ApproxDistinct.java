package dev.arabica.core.agg;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;

/**
 * How many different values: the set of their 64-bit hashes up to {@link #EXACT}, beyond that an
 * UltraLogLog of 2^12 registers (Ertl, "UltraLogLog: A Practical and More Space-Efficient
 * Alternative to HyperLogLog for Approximate Distinct Counting", 2023; standard error about 1.2%).
 * The hash is XXH3 of the 64 bits of a whole number, a time or a bool, of all else of its canonical
 * bytes. Registers are maxima and the set is a set, and the form depends only on how many hashes
 * there are, so grouping and order change no bit.
 *
 * @param isWord whether values are words, and so hashed as such
 * @param value what is in work; reused, as is {@code encoded}
 */
record ApproxDistinct(Type type, boolean isWord, HashedValue value, UltraLogLog encoded)
    implements Structure<ApproxDistinct.State> {
  static final int EXACT = 256;
  static final int PRECISION = 12;

  ApproxDistinct(Type type) {
    this(
        type,
        type.storage() == Type.Storage.LONG,
        new HashedValue(type),
        UltraLogLog.wrap(new byte[1 << PRECISION]));
  }

  /** The hashes, or null once there are too many, and then the sketch. */
  static final class State {
    private Hashes hashes = new Hashes();
    private UltraLogLog sketch;

    void add(long hash) {
      if (sketch != null) {
        sketch.add(hash);
        return;
      }
      hashes.add(hash);
      if (hashes.size() > EXACT) {
        sketch();
      }
    }

    private void sketch() {
      sketch = UltraLogLog.create(PRECISION);
      hashes.forEach(sketch::add);
      hashes = null;
    }

    void add(Hashes other) {
      if (sketch != null) {
        other.forEach(sketch::add);
        return;
      }
      hashes.add(other);
      if (hashes.size() > EXACT) {
        sketch();
      }
    }

    void reserve(int more) {
      if (sketch == null) {
        hashes.reserve(more);
      }
    }

    private void add(UltraLogLog other) {
      if (sketch != null) {
        sketch.add(other);
        return;
      }
      sketch = other.copy();
      hashes.forEach(sketch::add);
      hashes = null;
    }
  }

  @Override
  public State identity() {
    return new State();
  }

  @Override
  public void add(State state, Input input) {
    state.add(hash(input));
  }

  private long hash(Input input) {
    if (isWord) {
      return HashedValue.hashOf(input.longValue());
    }
    return type == Type.STRING ? value.hashOf((String) input.refValue()) : value.of(input).hash();
  }

  @Override
  public void combine(State target, State other) {
    if (other.sketch == null) {
      target.add(other.hashes);
    } else {
      target.add(other.sketch);
    }
  }

  @Override
  public boolean isEmpty(State state) {
    return state.sketch == null && state.hashes.size() == 0;
  }

  @Override
  public FeatureStatus finish(State state, Window window, Row out, int column) {
    out.setLong(
        column,
        state.sketch == null
            ? state.hashes.size()
            : Math.round(state.sketch.getDistinctCountEstimate()));
    return FeatureStatus.OK;
  }

  /** The number of hashes and the hashes; or a number past {@link #EXACT} and the registers. */
  @Override
  public void encode(State state, ByteWriter out) {
    if (state.sketch != null) {
      out.writeVarint(EXACT + 1);
      out.writeRaw(state.sketch.getState());
      return;
    }
    out.writeVarint(state.hashes.size());
    for (long hash : state.hashes.sorted()) {
      out.writeLong(hash);
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
    long size = other.readVarint();
    if (size == EXACT + 1) {
      byte[] registers = encoded.getState();
      other.readRaw(registers);
      Registers.expectPossible(registers);
      target.add(encoded);
      return;
    }
    if (size < 0 || size > EXACT) {
      throw new CorruptBytesException("a distinct count of " + size + " hashes");
    }
    target.reserve((int) size);
    long last = 0;
    for (int i = 0; i < size; i++) {
      long hash = other.readLong();
      if (i > 0 && Long.compareUnsigned(hash, last) <= 0) {
        throw new CorruptBytesException("hashes out of order");
      }
      target.add(hash);
      last = hash;
    }
  }
}

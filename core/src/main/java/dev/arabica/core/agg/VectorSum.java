package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The sum or the average of vectors, component by component: fixed-point numbers in units of the
 * least float, wide enough for 2^63 of the greatest. Exact; only {@link #finish} rounds, once, to a
 * float. A vector with a NaN is left out as a whole.
 *
 * @param dimension how many components a vector has
 * @param average whether the value is the average, and not the sum
 */
record VectorSum(int dimension, boolean average) implements Structure<VectorSum.State> {
  /** The exponent of the least float. */
  private static final int UNIT = -149;

  /** 277 bits that a float can have, 63 for how many there are, a sign. */
  private static final int WORDS = 6;

  /** What a component is written in at least: its length and a byte. */
  private static final int LEAST_BYTES = 2;

  /** More digits than a sum of floats, and what is half way between two of them, can have. */
  private static final MathContext ENOUGH = new MathContext(300);

  /** Each component has {@link #WORDS} words, the least significant first, two's complement. */
  static final class State {
    long count;
    long[] words;

    /** How many infinities each component has met: positive, then negative; null for none. */
    long[] infinities;
  }

  @Override
  public State identity() {
    return new State();
  }

  @Override
  public void add(State state, Input input) {
    float[] vector = (float[]) input.refValue();
    prepare(state);
    state.count++;
    for (int i = 0; i < dimension; i++) {
      if (Float.isInfinite(vector[i])) {
        prepareInfinities(state);
        state.infinities[2 * i + (vector[i] > 0 ? 0 : 1)]++;
      } else {
        add(state.words, i * WORDS, vector[i]);
      }
    }
  }

  private void prepare(State state) {
    if (state.words == null) {
      state.words = new long[dimension * WORDS];
    }
  }

  private void prepareInfinities(State state) {
    if (state.infinities == null) {
      state.infinities = new long[dimension * 2];
    }
  }

  /** Adds the 24 bits of a float at their place, and the carry or the borrow above it. */
  private static void add(long[] words, int from, float value) {
    int bits = Float.floatToRawIntBits(value);
    int exponent = bits >>> 23 & 0xff;
    long mantissa = bits & 0x7fffff | (exponent == 0 ? 0 : 0x800000);
    int shift = Math.max(0, exponent - 1);
    int at = from + (shift >>> 6);
    long low = mantissa << (shift & 63);
    long high = (shift & 63) == 0 ? 0 : mantissa >>> (64 - (shift & 63));
    boolean negative = bits < 0;
    long carry = 0;
    for (int i = at; i < from + WORDS; i++) {
      long part = i == at ? low : i == at + 1 ? high : 0;
      if (i > at + 1 && carry == 0) {
        return;
      }
      long before = words[i];
      if (negative) {
        words[i] = before - part - carry;
        boolean borrows =
            carry == 0
                ? Long.compareUnsigned(before, part) < 0
                : Long.compareUnsigned(before, part) <= 0;
        carry = borrows ? 1 : 0;
      } else {
        words[i] = before + part + carry;
        boolean carries =
            carry == 0
                ? Long.compareUnsigned(words[i], before) < 0
                : Long.compareUnsigned(words[i], before) <= 0;
        carry = carries ? 1 : 0;
      }
    }
  }

  @Override
  public void combine(State target, State other) {
    if (other.count == 0) {
      return;
    }
    prepare(target);
    target.count += other.count;
    for (int i = 0; i < dimension; i++) {
      addWords(target.words, other.words, i * WORDS);
    }
    if (other.infinities != null) {
      prepareInfinities(target);
      for (int i = 0; i < other.infinities.length; i++) {
        target.infinities[i] += other.infinities[i];
      }
    }
  }

  private static void addWords(long[] target, long[] other, int from) {
    long carry = 0;
    for (int i = from; i < from + WORDS; i++) {
      long before = target[i];
      target[i] = before + other[i] + carry;
      boolean carries =
          carry == 0
              ? Long.compareUnsigned(target[i], before) < 0
              : Long.compareUnsigned(target[i], before) <= 0;
      carry = carries ? 1 : 0;
    }
  }

  @Override
  public boolean isEmpty(State state) {
    return state.count == 0;
  }

  @Override
  public FeatureStatus finish(State state, Window window, Row out, int column) {
    out.setNull(column);
    if (state.count == 0) {
      return FeatureStatus.OK;
    }
    float[] result = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      result[i] = component(state, i);
      if (Float.isNaN(result[i])) {
        return FeatureStatus.OVERFLOW;
      }
    }
    out.setRef(column, result);
    return FeatureStatus.OK;
  }

  /** NaN where it is none: infinities of both signs, or a sum that fits no float. */
  private float component(State state, int i) {
    long positive = state.infinities == null ? 0 : state.infinities[2 * i];
    long negative = state.infinities == null ? 0 : state.infinities[2 * i + 1];
    if (positive > 0 || negative > 0) {
      boolean both = positive > 0 && negative > 0;
      return both ? Float.NaN : positive > 0 ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
    }
    BigDecimal sum =
        new BigDecimal(sum(state, i)).divide(new BigDecimal(BigInteger.ONE.shiftLeft(-UNIT)));
    float value =
        average
            ? sum.divide(BigDecimal.valueOf(state.count), ENOUGH).floatValue()
            : sum.floatValue();
    return Float.isInfinite(value) ? Float.NaN : value + 0.0f;
  }

  /** In units of the least float. */
  private static BigInteger sum(State state, int component) {
    byte[] bytes = new byte[WORDS * 8];
    for (int i = 0; i < bytes.length; i++) {
      long word = state.words[component * WORDS + i / 8];
      bytes[bytes.length - 1 - i] = (byte) (word >>> i % 8 * 8);
    }
    return new BigInteger(bytes);
  }

  /** The count; then each component; then whether there are infinities, and how many. */
  @Override
  public void encode(State state, ByteWriter out) {
    out.writeVarint(state.count);
    if (state.count == 0) {
      return;
    }
    for (int i = 0; i < dimension; i++) {
      byte[] sum = sum(state, i).toByteArray();
      out.writeBytes(sum);
    }
    Presence.write(out, state.infinities != null);
    if (state.infinities != null) {
      for (long count : state.infinities) {
        out.writeVarint(count);
      }
    }
  }

  @Override
  public State decode(ByteReader in) {
    State state = new State();
    state.count = in.readCount();
    if (state.count == 0) {
      return state;
    }
    if (in.remaining() / LEAST_BYTES < dimension) {
      throw new CorruptBytesException("a sum of vectors cut short");
    }
    prepare(state);
    for (int i = 0; i < dimension; i++) {
      decodeComponent(state, i, in.readBytes());
    }
    if (Presence.read(in)) {
      decodeInfinities(state, in);
    }
    return state;
  }

  private static void decodeComponent(State state, int component, byte[] bytes) {
    if (bytes.length == 0
        || bytes.length > WORDS * 8
        || new BigInteger(bytes).toByteArray().length != bytes.length) {
      throw new CorruptBytesException("a sum that is not in its canonical form");
    }
    long sign = bytes[0] < 0 ? -1 : 0;
    for (int word = 0; word < WORDS; word++) {
      long value = 0;
      for (int i = 7; i >= 0; i--) {
        int at = bytes.length - 1 - word * 8 - i;
        value = value << 8 | (at >= 0 ? bytes[at] & 0xff : sign & 0xff);
      }
      state.words[component * WORDS + word] = value;
    }
  }

  private void decodeInfinities(State state, ByteReader in) {
    prepareInfinities(state);
    boolean any = false;
    for (int i = 0; i < state.infinities.length; i += 2) {
      long positive = in.readCount();
      long negative = in.readCount();
      if (positive > state.count - negative) {
        throw new CorruptBytesException("more infinities than vectors");
      }
      state.infinities[i] = positive;
      state.infinities[i + 1] = negative;
      any |= positive + negative > 0;
    }
    if (!any) {
      throw new CorruptBytesException("infinities where there are none");
    }
  }
}

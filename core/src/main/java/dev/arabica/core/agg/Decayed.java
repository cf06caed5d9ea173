package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Values that lose half of their weight with every half-life, down to the end of the window: {@code
 * sum of x * 2^(-(hi - t) / half_life)}.
 *
 * <p>A value is weighed once, as it comes, by {@code 2^(t / half_life)}: a power of two and a
 * factor between 1 and 2 that is rounded to a double. From then on the sum is exact, whatever its
 * size, so that grouping and order change no bit; only {@link #finish} rounds again. The result is
 * within 4 ulps of the magnitudes' sum. Reps are as long as the time they span has half-lives, in
 * bits.
 *
 * @param type of the values, or null to count
 * @param halfLife microseconds
 */
record Decayed(Type type, long halfLife) implements Structure<Decayed.State> {
  /** The bits that a rounded factor between 1 and 2 has after the point. */
  private static final int FACTOR_BITS = 52;

  /** More than the distance of any admitted event from the epoch, in microseconds: 142 years. */
  private static final long MOST_MICROS = 1L << 52;

  /** More bits than a sum of values of any type has on either side of the point. */
  private static final int MOST_BITS = 1_200;

  /**
   * The most bits of what is combined from bytes, 1 MB: more than the longest window, of 10 years,
   * takes by the shortest half-life, of a minute. Only damage puts sums further apart, which would
   * cost as much memory as lies between them.
   */
  private static final int MOST_BITS_TOGETHER = 1 << 23;

  /** The sum is {@code mantissa * 2^exponent}; canonical where the mantissa is odd or zero. */
  static final class State {
    long count;
    long positiveInfinities;
    long negativeInfinities;
    BigInteger mantissa = BigInteger.ZERO;
    int exponent;

    /** How many bits the sum of both has, or one more. */
    long bitsWith(State other) {
      if (mantissa.signum() == 0 || other.mantissa.signum() == 0) {
        return 0;
      }
      return Math.max(end(), other.end()) - Math.min(exponent, other.exponent);
    }

    private long end() {
      return (long) exponent + mantissa.bitLength();
    }

    void plus(BigInteger otherMantissa, int otherExponent) {
      int least = Math.min(exponent, otherExponent);
      mantissa =
          mantissa.shiftLeft(exponent - least).add(otherMantissa.shiftLeft(otherExponent - least));
      exponent = least;
      normalise();
    }

    private void normalise() {
      int zeros = Math.max(0, mantissa.getLowestSetBit());
      mantissa = mantissa.shiftRight(zeros);
      exponent = mantissa.signum() == 0 ? 0 : exponent + zeros;
    }
  }

  @Override
  public State identity() {
    return new State();
  }

  @Override
  public void add(State state, Input input) {
    state.count++;
    if (type != null && type.isFloat() && Double.isInfinite(input.doubleValue())) {
      state.positiveInfinities += input.doubleValue() > 0 ? 1 : 0;
      state.negativeInfinities += input.doubleValue() > 0 ? 0 : 1;
      return;
    }
    int halvings = Math.toIntExact(Math.floorDiv(input.eventTime(), halfLife));
    BigInteger factor =
        BigInteger.valueOf((long) Math.scalb(factor(input.eventTime()), FACTOR_BITS));
    int exponent = halvings - FACTOR_BITS;
    if (type == null) {
      state.plus(factor, exponent);
    } else if (type.isFloat()) {
      double value = input.doubleValue();
      int unit = Math.max(Double.MIN_EXPONENT, Math.getExponent(value)) - FACTOR_BITS;
      BigInteger mantissa = BigInteger.valueOf((long) Math.scalb(value, -unit));
      state.plus(mantissa.multiply(factor), exponent + unit);
    } else {
      state.plus(whole(input).multiply(factor), exponent);
    }
  }

  private BigInteger whole(Input input) {
    return type.storage() == Type.Storage.LONG
        ? BigInteger.valueOf(input.longValue())
        : ((BigDecimal) input.refValue()).unscaledValue();
  }

  /** {@code 2^f} where {@code f} is the part of a half-life since the last whole one. */
  private double factor(long time) {
    // StrictMath: the same on every machine.
    return StrictMath.pow(2, (double) Math.floorMod(time, halfLife) / halfLife);
  }

  @Override
  public void combine(State target, State other) {
    target.count += other.count;
    target.positiveInfinities += other.positiveInfinities;
    target.negativeInfinities += other.negativeInfinities;
    target.plus(other.mantissa, other.exponent);
  }

  @Override
  public boolean isEmpty(State state) {
    return state.count == 0;
  }

  @Override
  public FeatureStatus finish(State state, Window window, Row out, int column) {
    double value =
        state.positiveInfinities + state.negativeInfinities > 0
            ? infinity(state)
            : value(state, window);
    boolean overflows =
        state.positiveInfinities + state.negativeInfinities > 0
            ? Double.isNaN(value)
            : Double.isInfinite(value);
    if (overflows) {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    out.setDouble(column, value);
    return FeatureStatus.OK;
  }

  /** NaN where there are both. */
  private static double infinity(State state) {
    if (state.positiveInfinities > 0 && state.negativeInfinities > 0) {
      return Double.NaN;
    }
    return state.positiveInfinities > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
  }

  private double value(State state, Window window) {
    int halvings = Math.toIntExact(Math.floorDiv(window.hi(), halfLife));
    BigInteger divisor =
        BigInteger.valueOf((long) Math.scalb(factor(window.hi()), FACTOR_BITS)).multiply(unit());
    return ExactRounding.quotient(state.mantissa, state.exponent - halvings + FACTOR_BITS, divisor);
  }

  /** How many units of the values make 1. */
  private BigInteger unit() {
    return type instanceof Type.DecimalType decimal
        ? BigInteger.TEN.pow(decimal.scale())
        : BigInteger.ONE;
  }

  /** The counts, then (unless there is nothing) the exponent and the mantissa. */
  @Override
  public void encode(State state, ByteWriter out) {
    out.writeVarint(state.count);
    if (state.count > 0) {
      out.writeVarint(state.positiveInfinities);
      out.writeVarint(state.negativeInfinities);
      out.writeSignedVarint(state.exponent);
      out.writeBytes(state.mantissa.toByteArray());
    }
  }

  @Override
  public State decode(ByteReader in) {
    State state = new State();
    state.count = in.readCount();
    if (state.count == 0) {
      return state;
    }
    state.positiveInfinities = in.readCount();
    state.negativeInfinities = in.readCount();
    long exponent = in.readSignedVarint();
    state.exponent = (int) exponent;
    state.mantissa = DecimalSum.readInteger(in, Integer.MAX_VALUE);
    boolean canonical =
        state.mantissa.signum() == 0
            ? exponent == 0
            : state.mantissa.testBit(0) && isReached(exponent, state.mantissa.bitLength());
    if (!canonical) {
      throw new CorruptBytesException("a decayed sum that is not in its canonical form");
    }
    if (!isPossible(state)) {
      throw new CorruptBytesException("a decayed sum that no events have");
    }
    return state;
  }

  /** Whether events can have such a sum; that of others could be as long as memory is. */
  private boolean isReached(long exponent, int bits) {
    long most = MOST_MICROS / halfLife + MOST_BITS;
    return exponent >= -most && exponent <= most - bits;
  }

  private boolean isPossible(State state) {
    long mostPositive = state.count - state.negativeInfinities;
    boolean isNothing = state.mantissa.signum() == 0;
    if (type != null && type.isFloat()) {
      return state.positiveInfinities < mostPositive
          || state.positiveInfinities == mostPositive && isNothing;
    }
    boolean noInfinities = state.positiveInfinities == 0 && state.negativeInfinities == 0;
    return noInfinities && (type != null || state.mantissa.signum() > 0);
  }

  @Override
  public void combineEncoded(State target, ByteReader other) {
    State read = decode(other);
    if (target.bitsWith(read) > MOST_BITS_TOGETHER) {
      throw new CorruptBytesException("decayed sums of times that no window has");
    }
    combine(target, read);
  }
}

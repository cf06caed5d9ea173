package dev.arabica.core.agg;

import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Quantiles with a relative error: counts of values in buckets whose bounds grow by a constant
 * factor (Masson, Rim and Lee, "DDSketch: A Fast and Fully-Mergeable Quantile Sketch with
 * Relative-Error Guarantees", VLDB 2019). No bucket is ever collapsed, so counts only add up, and
 * grouping and order change no bit. The buckets are told by the bits of a number, not by a
 * logarithm, which is not the same on every machine.
 *
 * <p>The value of the quantile {@code q} of {@code n} values is the one at rank {@code floor(q * (n
 * - 1))}, to within the error of its magnitude; magnitudes below about 1e-303 count as 0, and
 * infinities are exact.
 */
record Quantiles(
    Type.Storage storage,
    List<BigDecimal> quantiles,
    double error,
    boolean single,
    CubicallyInterpolatedMapping buckets,
    int leastIndex,
    int mostIndex)
    implements Structure<Quantiles.State> {
  /** What every magnitude is scaled by, so that the greatest double has a bucket too. */
  private static final double SCALE = 0x1p-8;

  /** The least scaled magnitude that has a bucket, whatever the error. */
  private static final double LEAST_MAGNITUDE = 4 * Double.MIN_NORMAL;

  /**
   * @param quantiles each from 0 to 1
   * @param error relative, between 0 and 1
   * @param single whether the value is that of the only quantile, and not a list
   */
  static Quantiles of(Type type, List<Double> quantiles, double error, boolean single) {
    CubicallyInterpolatedMapping buckets = buckets(error);
    return new Quantiles(
        type.storage(),
        quantiles.stream().map(BigDecimal::valueOf).toList(),
        error,
        single,
        buckets,
        buckets.index(LEAST_MAGNITUDE),
        buckets.index(Double.MAX_VALUE * SCALE));
  }

  /** As the mapping itself reckons the factor of its bounds, but the same on every machine. */
  private static CubicallyInterpolatedMapping buckets(double error) {
    double correction = 10 * StrictMath.log(2) / 7;
    return new CubicallyInterpolatedMapping(
        StrictMath.pow((1 + error) / (1 - error), correction), 0);
  }

  static final class State {
    long infinitelyLow;
    final Bins negative = new Bins();
    long zeros;
    final Bins positive = new Bins();
    long infinitelyHigh;

    long count() {
      return infinitelyLow + negative.total() + zeros + positive.total() + infinitelyHigh;
    }
  }

  @Override
  public State identity() {
    return new State();
  }

  @Override
  public void add(State state, Input input) {
    double value =
        switch (storage) {
          case LONG -> input.longValue();
          case DOUBLE -> input.doubleValue();
          case REF -> ((BigDecimal) input.refValue()).doubleValue();
        };
    double magnitude = Math.abs(value) * SCALE;
    if (Double.isInfinite(value)) {
      state.infinitelyHigh += value > 0 ? 1 : 0;
      state.infinitelyLow += value > 0 ? 0 : 1;
    } else if (magnitude < LEAST_MAGNITUDE) {
      state.zeros++;
    } else {
      (value > 0 ? state.positive : state.negative).add(buckets.index(magnitude), 1);
    }
  }

  @Override
  public void combine(State target, State other) {
    target.infinitelyLow += other.infinitelyLow;
    target.negative.add(other.negative);
    target.zeros += other.zeros;
    target.positive.add(other.positive);
    target.infinitelyHigh += other.infinitelyHigh;
  }

  @Override
  public boolean isEmpty(State state) {
    return state.count() == 0;
  }

  @Override
  public FeatureStatus finish(State state, Window window, Row out, int column) {
    if (isEmpty(state)) {
      out.setNull(column);
    } else if (single) {
      out.setDouble(column, value(state, quantiles.get(0)));
    } else {
      out.setRef(
          column,
          Collections.unmodifiableList(
              quantiles.stream().map(q -> (Object) value(state, q)).collect(Collectors.toList())));
    }
    return FeatureStatus.OK;
  }

  private Double value(State state, BigDecimal quantile) {
    // As the decimal that it was written as: 0.29 of 101 values is number 29, and not 28.
    long rank =
        quantile
            .multiply(BigDecimal.valueOf(state.count() - 1))
            .setScale(0, RoundingMode.FLOOR)
            .longValueExact();
    if (rank < state.infinitelyLow) {
      return Double.NEGATIVE_INFINITY;
    }
    rank -= state.infinitelyLow;
    long negative = state.negative.total();
    if (rank < negative) {
      return -magnitude(state.negative.indexAt(negative - 1 - rank));
    }
    rank -= negative;
    if (rank < state.zeros) {
      return 0.0;
    }
    rank -= state.zeros;
    return rank < state.positive.total()
        ? magnitude(state.positive.indexAt(rank))
        : Double.POSITIVE_INFINITY;
  }

  /** The middle of a bucket, but no more than the greatest double. */
  private double magnitude(int index) {
    return Math.min(Double.MAX_VALUE, buckets.lowerBound(index) * (1 + error) / SCALE);
  }

  /** From the lowest to the highest: a count, buckets, a count, buckets, a count. */
  @Override
  public void encode(State state, ByteWriter out) {
    out.writeVarint(state.infinitelyLow);
    state.negative.encode(out);
    out.writeVarint(state.zeros);
    state.positive.encode(out);
    out.writeVarint(state.infinitelyHigh);
  }

  @Override
  public State decode(ByteReader in) {
    State state = new State();
    combineEncoded(state, in);
    return state;
  }

  @Override
  public void combineEncoded(State target, ByteReader other) {
    target.infinitelyLow += other.readCount();
    target.negative.addEncoded(other, leastIndex, mostIndex);
    target.zeros += other.readCount();
    target.positive.addEncoded(other, leastIndex, mostIndex);
    target.infinitelyHigh += other.readCount();
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.type.Row;
import java.math.BigInteger;

/**
 * What is made of a count and two power sums: the variance or its square root, of a sample or of a
 * population. Computed as a fraction of integers, so that nothing cancels, and rounded once.
 */
enum Spread {
  VARIANCE(true, false),
  STDDEV(true, true),
  VAR_POP(false, false),
  STDDEV_POP(false, true);

  private final boolean sample;
  private final boolean root;

  Spread(boolean sample, boolean root) {
    this.sample = sample;
    this.root = root;
  }

  /** Whether so few values have none. */
  boolean isUndefined(long count) {
    return count < (sample ? 2 : 1);
  }

  /**
   * Writes the value, or null if there are too few.
   *
   * @param sum of the values, in units of {@code 2^unit}
   * @param squares the sum of their squares, in units of {@code 2^(2 unit)}
   */
  FeatureStatus finish(
      long count, BigInteger sum, BigInteger squares, int unit, Row out, int column) {
    return finish(count, sum, squares, unit, BigInteger.ONE, out, column);
  }

  /**
   * As above, of values that are a fraction of such units.
   *
   * @param divisor how many units of the squares make one
   */
  FeatureStatus finish(
      long count,
      BigInteger sum,
      BigInteger squares,
      int unit,
      BigInteger divisor,
      Row out,
      int column) {
    if (isUndefined(count)) {
      out.setNull(column);
      return FeatureStatus.OK;
    }
    BigInteger n = BigInteger.valueOf(count);
    BigInteger deviation = n.multiply(squares).subtract(sum.multiply(sum));
    if (deviation.signum() < 0) {
      throw new CorruptBytesException("a sum and a sum of squares that no values have");
    }
    BigInteger by = n.multiply(sample ? n.subtract(BigInteger.ONE) : n).multiply(divisor);
    double value =
        root
            ? ExactRounding.squareRoot(deviation, 2 * unit, by)
            : ExactRounding.quotient(deviation, 2 * unit, by);
    if (Double.isInfinite(value)) {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    out.setDouble(column, value);
    return FeatureStatus.OK;
  }
}

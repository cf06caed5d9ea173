package dev.arabica.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Sums, averages and variances as if there were no rounding until the end. */
final class ExactNumbers {
  private ExactNumbers() {}

  /** A finite number as it is. */
  static BigDecimal exact(Object number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return number instanceof Long whole ? new BigDecimal(whole) : new BigDecimal((Double) number);
  }

  /**
   * The double nearest to {@code sum / count}, ties to the even one: of a good guess and its
   * neighbours, the one whose distance, computed exactly, is least. The quotient is in the range of
   * double.
   */
  static double quotient(BigDecimal sum, long count) {
    BigDecimal divisor = BigDecimal.valueOf(count);
    double guess = sum.divide(divisor, MathContext.DECIMAL128).doubleValue();
    double best = guess;
    for (double candidate : new double[] {Math.nextDown(guess), Math.nextUp(guess)}) {
      if (Double.isFinite(candidate) && isNearer(candidate, best, sum, divisor)) {
        best = candidate;
      }
    }
    return best + 0.0;
  }

  private static boolean isNearer(
      double candidate, double best, BigDecimal sum, BigDecimal divisor) {
    if (Double.isInfinite(best)) {
      return true;
    }
    int order = distance(candidate, sum, divisor).compareTo(distance(best, sum, divisor));
    return order < 0 || order == 0 && Double.doubleToLongBits(candidate) % 2 == 0;
  }

  /** How far {@code value * divisor} is from the sum. */
  private static BigDecimal distance(double value, BigDecimal sum, BigDecimal divisor) {
    return new BigDecimal(value).multiply(divisor).subtract(sum).abs();
  }

  /**
   * The variance of at least one number, of at least two if they are a sample, or its square root:
   * the squared distances from the mean, all multiplied by their count so that nothing is rounded.
   * Infinite when no double is near it.
   */
  static double spread(List<BigDecimal> values, boolean sample, boolean root) {
    BigDecimal count = BigDecimal.valueOf(values.size());
    BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal squares = BigDecimal.ZERO;
    for (BigDecimal value : values) {
      squares = squares.add(value.multiply(count).subtract(sum).pow(2));
    }
    BigDecimal freedom = sample ? count.subtract(BigDecimal.ONE) : count;
    BigDecimal divisor = count.multiply(count).multiply(freedom);
    return new NearestDouble(squares, divisor, root).find();
  }
}

package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.List;

/** Sums, averages and variances of boxed numbers of one type: exact, and rounded once. */
final class NaiveNumbers {
  /** The most digits that a decimal can have. */
  private static final int DECIMAL_DIGITS = 38;

  private NaiveNumbers() {}

  /** Whole numbers give a whole number, decimals a decimal of their scale, floats a float. */
  static FeatureValue sum(Type type, List<Object> values) {
    if (type.isFloat()) {
      return floatSum(values);
    }
    BigDecimal sum = total(values);
    return type.isInteger() ? whole(sum) : decimal(sum);
  }

  /** A float, whatever the values are; none of no values. */
  static FeatureValue average(List<Object> values) {
    if (values.isEmpty()) {
      return FeatureValue.ok(null);
    }
    return hasInfinity(values)
        ? infiniteSum(values)
        : FeatureValue.ok(ExactNumbers.quotient(total(values), values.size()));
  }

  /** Too few values have no variance; an infinity has no distance from any mean. */
  static FeatureValue spread(List<Object> values, boolean sample, boolean root) {
    if (values.size() < (sample ? 2 : 1)) {
      return FeatureValue.ok(null);
    }
    if (hasInfinity(values)) {
      return FeatureValue.none(FeatureStatus.OVERFLOW);
    }
    List<BigDecimal> exact = values.stream().map(ExactNumbers::exact).toList();
    return finite(ExactNumbers.spread(exact, sample, root));
  }

  /** A result that is beyond the range of its type is none. */
  static FeatureValue finite(double value) {
    return Double.isInfinite(value)
        ? FeatureValue.none(FeatureStatus.OVERFLOW)
        : FeatureValue.ok(value);
  }

  private static FeatureValue whole(BigDecimal sum) {
    return sum.toBigIntegerExact().bitLength() < Long.SIZE
        ? FeatureValue.ok(sum.longValueExact())
        : FeatureValue.none(FeatureStatus.OVERFLOW);
  }

  private static FeatureValue decimal(BigDecimal sum) {
    return sum.precision() <= DECIMAL_DIGITS
        ? FeatureValue.ok(sum)
        : FeatureValue.none(FeatureStatus.OVERFLOW);
  }

  private static FeatureValue floatSum(List<Object> values) {
    return hasInfinity(values) ? infiniteSum(values) : finite(total(values).doubleValue());
  }

  private static BigDecimal total(List<Object> values) {
    return values.stream().map(ExactNumbers::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static boolean hasInfinity(List<Object> values) {
    return values.stream().anyMatch(value -> value instanceof Double d && d.isInfinite());
  }

  /** One kind of infinity swallows all finite numbers; both kinds have no sum. */
  static FeatureValue infiniteSum(List<Object> values) {
    boolean positive = values.contains(Double.POSITIVE_INFINITY);
    boolean negative = values.contains(Double.NEGATIVE_INFINITY);
    if (positive && negative) {
      return FeatureValue.none(FeatureStatus.OVERFLOW);
    }
    return FeatureValue.ok(positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
  }
}

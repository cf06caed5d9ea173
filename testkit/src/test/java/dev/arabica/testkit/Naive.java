package dev.arabica.testkit;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;

/** Naive arithmetic to judge aggregates by. */
final class Naive {
  private Naive() {}

  static Comparator<Object> order(Type type) {
    return (a, b) -> Values.compare(type, a, b);
  }

  static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  static BigInteger intSum(List<AggregatorLaws.Sample> samples) {
    return samples.stream()
        .map(s -> BigInteger.valueOf((Long) s.value()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Of floats of which none is infinite. */
  static BigDecimal decimalSum(List<AggregatorLaws.Sample> samples) {
    return samples.stream()
        .map(s -> new BigDecimal((Double) s.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of the infinities among floats, which is NaN where there are both; 0 without any. */
  static double infinity(List<AggregatorLaws.Sample> samples) {
    return samples.stream()
        .mapToDouble(s -> (Double) s.value())
        .filter(Double::isInfinite)
        .distinct()
        .reduce(0, Double::sum);
  }

  /** Divided with far more digits than a double has, then rounded. */
  static double quotient(BigDecimal sum, int count) {
    return sum.divide(BigDecimal.valueOf(count), new MathContext(1_200)).doubleValue() + 0.0;
  }
}

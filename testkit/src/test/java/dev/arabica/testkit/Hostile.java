package dev.arabica.testkit;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;

/** Values that have broken aggregates before, and naive arithmetic to judge them by. */
final class Hostile {
  private Hostile() {}

  static final List<Object> LONGS =
      List.of(
          0L,
          1L,
          -1L,
          7L,
          1L << 53,
          (1L << 53) + 1,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          Long.MAX_VALUE - 1);
  static final List<Object> SMALL_LONGS = List.of(0L, 1L, -1L, 3L, 10L, -12345L, (1L << 53) - 1);
  static final List<Object> DOUBLES =
      List.of(
          0.0,
          1.0,
          -1.0,
          0.1,
          1e16,
          -1e16,
          1e308,
          -1e308,
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          Double.MIN_VALUE,
          -Double.MIN_VALUE,
          0x1.fffffffffffffp-1023,
          Double.MIN_NORMAL,
          0x1p-30,
          3.5);
  static final List<Object> INFINITE =
      List.of(1.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -2.5);
  static final List<Object> STRINGS =
      List.of("", "a", "b", "Ω", "\uD83D\uDE00", "\uFFFD", "aa", "A", "\u0000");

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

  static BigDecimal decimalSum(List<AggregatorLaws.Sample> samples) {
    return samples.stream()
        .map(s -> new BigDecimal((Double) s.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Divided with far more digits than a double has, then rounded. */
  static double quotient(BigDecimal sum, int count) {
    return sum.divide(BigDecimal.valueOf(count), new MathContext(1_200)).doubleValue() + 0.0;
  }
}

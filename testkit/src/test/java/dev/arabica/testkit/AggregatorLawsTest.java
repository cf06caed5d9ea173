package dev.arabica.testkit;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** Every aggregate against its laws and a naive scan. */
class AggregatorLawsTest {
  private static final List<Object> LONGS =
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
  private static final List<Object> SMALL_LONGS =
      List.of(0L, 1L, -1L, 3L, 10L, -12345L, (1L << 53) - 1);
  private static final List<Object> DOUBLES =
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
  private static final List<Object> INFINITE =
      List.of(1.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -2.5);
  private static final List<Object> STRINGS =
      List.of("", "a", "b", "Ω", "\uD83D\uDE00", "\uFFFD", "aa", "A", "\u0000");

  abstract static class Laws extends AggregatorLaws {
    private final List<Object> values;

    Laws(AggregateFunction function, Type input, List<Object> values) {
      this(function, input, values, Map.of());
    }

    Laws(
        AggregateFunction function, Type input, List<Object> values, Map<String, Long> parameters) {
      super(function, input, parameters);
      this.values = values;
    }

    @Override
    protected List<Object> values() {
      return values;
    }
  }

  @Nested
  class Count extends Laws {
    Count() {
      super(AggregateFunction.COUNT, Type.INT64, LONGS);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of((long) samples.size());
    }
  }

  @Nested
  class IntSum extends Laws {
    IntSum() {
      super(AggregateFunction.SUM, Type.INT64, LONGS);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      BigInteger sum = intSum(samples);
      return sum.bitLength() > 63 ? Outcome.OVERFLOW : Outcome.of(sum.longValueExact());
    }
  }

  @Nested
  class IntAverage extends Laws {
    IntAverage() {
      super(AggregateFunction.AVG, Type.INT64, LONGS);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(quotient(new BigDecimal(intSum(samples)), samples.size()));
    }
  }

  @Nested
  class SmallIntAverage extends Laws {
    SmallIntAverage() {
      super(AggregateFunction.AVG, Type.INT32, SMALL_LONGS);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(quotient(new BigDecimal(intSum(samples)), samples.size()));
    }
  }

  @Nested
  class FloatSum extends Laws {
    FloatSum() {
      super(AggregateFunction.SUM, Type.FLOAT64, DOUBLES);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      double sum = decimalSum(samples).doubleValue();
      return Double.isInfinite(sum) ? Outcome.OVERFLOW : Outcome.of(sum + 0.0);
    }
  }

  @Nested
  class FloatAverage extends Laws {
    FloatAverage() {
      super(AggregateFunction.AVG, Type.FLOAT64, DOUBLES);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(quotient(decimalSum(samples), samples.size()));
    }
  }

  @Nested
  class InfiniteSum extends Laws {
    InfiniteSum() {
      super(AggregateFunction.SUM, Type.FLOAT64, INFINITE);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      // IEEE addition of these few exact values is exact, and keeps infinities.
      double sum = samples.stream().mapToDouble(s -> (Double) s.value()).sum();
      return Double.isNaN(sum) ? Outcome.OVERFLOW : Outcome.of(sum + 0.0);
    }
  }

  @Nested
  class Min extends Laws {
    Min() {
      super(AggregateFunction.MIN, Type.INT64, LONGS);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(samples.stream().map(Sample::value).min(order(Type.INT64)).orElseThrow());
    }
  }

  @Nested
  class FloatMax extends Laws {
    FloatMax() {
      super(
          AggregateFunction.MAX,
          Type.FLOAT64,
          Stream.concat(DOUBLES.stream(), INFINITE.stream()).toList());
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(samples.stream().map(Sample::value).max(order(Type.FLOAT64)).orElseThrow());
    }
  }

  @Nested
  class StringMax extends Laws {
    StringMax() {
      super(AggregateFunction.MAX, Type.STRING, STRINGS);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      Comparator<Object> byBytes =
          (a, b) -> Arrays.compareUnsigned(utf8((String) a), utf8((String) b));
      return Outcome.of(samples.stream().map(Sample::value).max(byBytes).orElseThrow());
    }
  }

  @Nested
  class Last extends Laws {
    Last() {
      super(AggregateFunction.LAST, Type.STRING, STRINGS);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(samples.stream().max(Sample::compareOrder).orElseThrow().value());
    }
  }

  @Nested
  class LastNOfStructs extends Laws {
    LastNOfStructs() {
      super(
          AggregateFunction.LAST_N,
          new Type.StructType(
              List.of(
                  new Type.Field("id", Type.STRING, true),
                  new Type.Field("score", Type.FLOAT64, true))),
          List.of(
              Arrays.asList("a", 1.5),
              Arrays.asList(null, null),
              Arrays.asList("", -0.25),
              Arrays.asList("z", null)),
          Map.of("n", 7L));
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      Comparator<Sample> newestFirst = (a, b) -> b.compareOrder(a);
      return Outcome.of(samples.stream().sorted(newestFirst).limit(7).map(Sample::value).toList());
    }
  }

  @Nested
  class ApproxDistinctOfFew extends Laws {
    ApproxDistinctOfFew() {
      super(AggregateFunction.APPROX_DISTINCT, Type.STRING, STRINGS);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(samples.stream().map(Sample::value).distinct().count());
    }
  }

  @Nested
  class ApproxDistinctOfMany extends Laws {
    ApproxDistinctOfMany() {
      super(
          AggregateFunction.APPROX_DISTINCT,
          Type.INT64,
          LongStream.range(0, 4_000).mapToObj(i -> (Object) (i * 0x9E3779B97F4A7C15L)).toList());
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      Set<Object> distinct =
          samples.stream().map(Sample::value).collect(Collectors.toCollection(TreeSet::new));
      if (distinct.size() <= 256) {
        return Outcome.of((long) distinct.size());
      }
      UltraLogLog sketch = UltraLogLog.create(12);
      distinct.forEach(
          value ->
              sketch.add(Hashing.xxh3_64().hashBytesToLong(ValueCodec.toBytes(Type.INT64, value))));
      return Outcome.of(Math.round(sketch.getDistinctCountEstimate()));
    }

    @Override
    protected List<Sample> samples(Random random) {
      List<Sample> samples = super.samples(random);
      for (int i = random.nextInt(4); i > 0; i--) {
        samples.addAll(super.samples(random));
      }
      return samples;
    }
  }

  private static Comparator<Object> order(Type type) {
    return (a, b) -> Values.compare(type, a, b);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static BigInteger intSum(List<AggregatorLaws.Sample> samples) {
    return samples.stream()
        .map(s -> BigInteger.valueOf((Long) s.value()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static BigDecimal decimalSum(List<AggregatorLaws.Sample> samples) {
    return samples.stream()
        .map(s -> new BigDecimal((Double) s.value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Divided with far more digits than a double has, then rounded. */
  private static double quotient(BigDecimal sum, int count) {
    return sum.divide(BigDecimal.valueOf(count), new MathContext(1_200)).doubleValue() + 0.0;
  }
}

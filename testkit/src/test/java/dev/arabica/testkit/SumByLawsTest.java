package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The laws of sum_by, whose sums may overflow. */
class SumByLawsTest extends CategoryLaws {
  SumByLawsTest() {
    super(AggregateFunction.SUM_BY, Type.INT64, Type.INT64);
  }

  @Override
  protected List<Object> values() {
    return List.of(1L, -5L, Long.MAX_VALUE, Long.MIN_VALUE);
  }

  @Override
  protected List<Object> bys() {
    return List.of(0L, -1L, 7L, 8L, 9L);
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Map<String, Object> sums = new TreeMap<>();
    for (Map.Entry<String, List<Sample>> entry : byEntry(samples).entrySet()) {
      BigInteger sum =
          entry.getValue().stream()
              .map(sample -> BigInteger.valueOf((Long) sample.value()))
              .reduce(BigInteger.ZERO, BigInteger::add);
      if (sum.bitLength() >= Long.SIZE) {
        return Outcome.OVERFLOW;
      }
      sums.put(entry.getKey(), sum.longValueExact());
    }
    return Outcome.of(sums);
  }
}

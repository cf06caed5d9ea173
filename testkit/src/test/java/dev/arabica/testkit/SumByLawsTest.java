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

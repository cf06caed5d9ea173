package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** The laws of intSum. */
class IntSumLawsTest extends AggregatorLaws {
  IntSumLawsTest() {
    super(AggregateFunction.SUM, Type.INT64, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    BigInteger sum = Naive.intSum(samples);
    return sum.bitLength() > 63 ? Outcome.OVERFLOW : Outcome.of(sum.longValueExact());
  }
}

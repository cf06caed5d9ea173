package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/** The laws of floatSum. */
class FloatSumLawsTest extends AggregatorLaws {
  FloatSumLawsTest() {
    super(AggregateFunction.SUM, Type.FLOAT64, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    double infinity = Naive.infinity(samples);
    if (infinity != 0) {
      return Double.isNaN(infinity) ? Outcome.OVERFLOW : Outcome.of(infinity);
    }
    double sum = Naive.decimalSum(samples).doubleValue();
    return Double.isInfinite(sum) ? Outcome.OVERFLOW : Outcome.of(sum + 0.0);
  }
}

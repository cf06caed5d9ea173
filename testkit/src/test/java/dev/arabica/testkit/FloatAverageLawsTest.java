package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/** The laws of floatAverage. */
class FloatAverageLawsTest extends AggregatorLaws {
  FloatAverageLawsTest() {
    super(AggregateFunction.AVG, Type.FLOAT64, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    double infinity = Naive.infinity(samples);
    if (infinity != 0) {
      return Double.isNaN(infinity) ? Outcome.OVERFLOW : Outcome.of(infinity);
    }
    return Outcome.of(Naive.quotient(Naive.decimalSum(samples), samples.size()));
  }
}

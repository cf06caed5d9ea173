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
  protected List<Object> values() {
    return Hostile.DOUBLES;
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    double sum = Hostile.decimalSum(samples).doubleValue();
    return Double.isInfinite(sum) ? Outcome.OVERFLOW : Outcome.of(sum + 0.0);
  }
}

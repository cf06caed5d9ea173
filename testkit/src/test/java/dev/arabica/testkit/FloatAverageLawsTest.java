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
  protected List<Object> values() {
    return Hostile.DOUBLES;
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(Hostile.quotient(Hostile.decimalSum(samples), samples.size()));
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/** The laws of infiniteSum. */
class InfiniteSumLawsTest extends AggregatorLaws {
  InfiniteSumLawsTest() {
    super(AggregateFunction.SUM, Type.FLOAT64, Map.of());
  }

  @Override
  protected List<Object> values() {
    return Hostile.INFINITE;
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    // IEEE addition of these few exact values is exact, and keeps infinities.
    double sum = samples.stream().mapToDouble(s -> (Double) s.value()).sum();
    return Double.isNaN(sum) ? Outcome.OVERFLOW : Outcome.of(sum + 0.0);
  }
}

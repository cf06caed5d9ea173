package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/** The laws of floatMax. */
class FloatMaxLawsTest extends AggregatorLaws {
  FloatMaxLawsTest() {
    super(AggregateFunction.MAX, Type.FLOAT64, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(
        samples.stream().map(Sample::value).max(Naive.order(Type.FLOAT64)).orElseThrow());
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The laws of floatMax. */
class FloatMaxLawsTest extends AggregatorLaws {
  FloatMaxLawsTest() {
    super(AggregateFunction.MAX, Type.FLOAT64, Map.of());
  }

  @Override
  protected List<Object> values() {
    return Stream.concat(Hostile.DOUBLES.stream(), Hostile.INFINITE.stream()).toList();
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(
        samples.stream().map(Sample::value).max(Hostile.order(Type.FLOAT64)).orElseThrow());
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/** The laws of min. */
class MinLawsTest extends AggregatorLaws {
  MinLawsTest() {
    super(AggregateFunction.MIN, Type.INT64, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(
        samples.stream().map(Sample::value).min(Naive.order(Type.INT64)).orElseThrow());
  }
}

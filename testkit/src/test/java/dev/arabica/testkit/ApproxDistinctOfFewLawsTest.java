package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/** The laws of approxDistinctOfFew. */
class ApproxDistinctOfFewLawsTest extends AggregatorLaws {
  ApproxDistinctOfFewLawsTest() {
    super(AggregateFunction.APPROX_DISTINCT, Type.STRING, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(samples.stream().map(Sample::value).distinct().count());
  }
}

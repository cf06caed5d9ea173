package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/** The laws of distinct_count of texts, where the bound is below that of its sketch. */
class DistinctCountOfFewLawsTest extends AggregatorLaws {
  DistinctCountOfFewLawsTest() {
    super(AggregateFunction.DISTINCT_COUNT, Type.STRING, Map.of("exact", 4L));
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(samples.stream().map(Sample::value).distinct().count());
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The laws of bottom_n: ranked by whole numbers, equal ranks the newest first. */
class BottomNLawsTest extends AggregatorLaws {
  BottomNLawsTest() {
    super(AggregateFunction.BOTTOM_N, Type.INT64, Type.INT64, Map.of("n", 3L));
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Comparator<Sample> leastFirst = Comparator.comparing(sample -> (Long) sample.by());
    return Outcome.of(
        samples.stream()
            .sorted(leastFirst.thenComparing((a, b) -> b.compareOrder(a)))
            .limit(3)
            .map(Sample::value)
            .toList());
  }
}

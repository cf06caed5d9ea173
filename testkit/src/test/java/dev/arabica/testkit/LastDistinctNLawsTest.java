package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The laws of last_distinct_n: of each key the newest, newest first. */
class LastDistinctNLawsTest extends AggregatorLaws {
  LastDistinctNLawsTest() {
    super(AggregateFunction.LAST_DISTINCT_N, Type.FLOAT64, Type.STRING, Map.of("n", 4L));
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Set<Object> seen = new HashSet<>();
    Comparator<Sample> newestFirst = (a, b) -> b.compareOrder(a);
    return Outcome.of(
        samples.stream()
            .sorted(newestFirst)
            .filter(sample -> seen.add(sample.by()))
            .limit(4)
            .map(Sample::value)
            .toList());
  }
}

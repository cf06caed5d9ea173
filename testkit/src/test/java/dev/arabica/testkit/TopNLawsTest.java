package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The laws of top_n: ranked by floats, equal ranks the newest first. */
class TopNLawsTest extends AggregatorLaws {
  TopNLawsTest() {
    super(AggregateFunction.TOP_N, Type.STRING, Type.FLOAT64, Map.of("n", 5L));
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Comparator<Sample> greatestFirst = (a, b) -> Double.compare((Double) b.by(), (Double) a.by());
    return Outcome.of(
        samples.stream()
            .sorted(greatestFirst.thenComparing((a, b) -> b.compareOrder(a)))
            .limit(5)
            .map(Sample::value)
            .toList());
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The laws of top_k of texts, where it is exact. */
class TopKOfFewLawsTest extends AggregatorLaws {
  private static final long K = 3;

  TopKOfFewLawsTest() {
    super(AggregateFunction.TOP_K, Type.STRING, Map.of("k", K));
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Map<Object, Long> counts =
        samples.stream().collect(Collectors.groupingBy(Sample::value, Collectors.counting()));
    Comparator<Object> oftenFirst = Comparator.comparing(value -> -counts.get(value));
    return Outcome.of(
        counts.keySet().stream()
            .sorted(oftenFirst.thenComparing((a, b) -> Values.compare(Type.STRING, a, b)))
            .limit(K)
            .map(value -> List.of(value, counts.get(value)))
            .toList());
  }
}

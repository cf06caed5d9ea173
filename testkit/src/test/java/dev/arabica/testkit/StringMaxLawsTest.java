package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The laws of max over strings. */
class StringMaxLawsTest extends AggregatorLaws {
  StringMaxLawsTest() {
    super(AggregateFunction.MAX, Type.STRING, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Comparator<Object> byBytes =
        (a, b) -> Arrays.compareUnsigned(Naive.utf8((String) a), Naive.utf8((String) b));
    return Outcome.of(samples.stream().map(Sample::value).max(byBytes).orElseThrow());
  }
}

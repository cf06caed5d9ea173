package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The laws of first_n. */
class FirstNLawsTest extends AggregatorLaws {
  FirstNLawsTest() {
    super(AggregateFunction.FIRST_N, Type.STRING, Map.of("n", 5L));
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Comparator<Sample> oldestFirst = Sample::compareOrder;
    return Outcome.of(samples.stream().sorted(oldestFirst).limit(5).map(Sample::value).toList());
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The laws of first. */
class FirstLawsTest extends AggregatorLaws {
  FirstLawsTest() {
    super(AggregateFunction.FIRST, Type.FLOAT64, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Comparator<Sample> order = Sample::compareOrder;
    return Outcome.of(samples.stream().min(order).orElseThrow().value());
  }
}

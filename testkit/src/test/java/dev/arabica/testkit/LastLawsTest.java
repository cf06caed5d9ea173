package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/** The laws of last. */
class LastLawsTest extends AggregatorLaws {
  LastLawsTest() {
    super(AggregateFunction.LAST, Type.STRING, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(samples.stream().max(Sample::compareOrder).orElseThrow().value());
  }
}

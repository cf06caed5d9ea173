package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;

/** The laws of count. */
class CountLawsTest extends AggregatorLaws {
  CountLawsTest() {
    super(AggregateFunction.COUNT, Type.INT64, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of((long) samples.size());
  }
}

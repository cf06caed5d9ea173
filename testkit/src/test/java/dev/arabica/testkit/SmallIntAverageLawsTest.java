package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The laws of smallIntAverage. */
class SmallIntAverageLawsTest extends AggregatorLaws {
  SmallIntAverageLawsTest() {
    super(AggregateFunction.AVG, Type.INT32, Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(Naive.quotient(new BigDecimal(Naive.intSum(samples)), samples.size()));
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import java.util.Map;

/** The laws of approx_distinct, on both sides of its bound. */
class ApproxDistinctOfManyLawsTest extends DistinctLaws {
  ApproxDistinctOfManyLawsTest() {
    super(AggregateFunction.APPROX_DISTINCT, Map.of(), 256);
  }
}

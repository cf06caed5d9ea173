package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import java.util.Map;

/** The laws of distinct_count, on both sides of its bound. */
class DistinctCountLawsTest extends DistinctLaws {
  private static final long EXACT = 500;

  DistinctCountLawsTest() {
    super(AggregateFunction.DISTINCT_COUNT, Map.of("exact", EXACT), EXACT);
  }
}

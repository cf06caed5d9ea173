package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The laws of count_by, one of whose categories is called as the rest is. */
class CountByLawsTest extends CategoryLaws {
  CountByLawsTest() {
    super(AggregateFunction.COUNT_BY, Type.STRING, null);
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Map<String, Object> counts = new TreeMap<>();
    byEntry(samples).forEach((name, values) -> counts.put(name, (long) values.size()));
    return Outcome.of(counts);
  }
}

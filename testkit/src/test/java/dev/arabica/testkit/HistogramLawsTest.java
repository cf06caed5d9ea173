package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The laws of histogram over whole numbers, with edges that are none and edges beyond them. */
class HistogramLawsTest extends AggregatorLaws {
  private static final List<Double> EDGES = List.of(-1e30, -0.5, 0.0, 9.007199254740993e15, 1e30);

  HistogramLawsTest() {
    super(AggregateFunction.HISTOGRAM, Type.INT64, Map.of("edges", EDGES));
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    List<Object> bins = new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L, 0L));
    for (Sample sample : samples) {
      BigDecimal value = BigDecimal.valueOf((Long) sample.value());
      int bin = (int) EDGES.stream().filter(e -> new BigDecimal(e).compareTo(value) <= 0).count();
      bins.set(bin, (Long) bins.get(bin) + 1);
    }
    return Outcome.of(bins);
  }

  @Override
  protected String emptyValue() {
    return "[0,0,0,0,0,0]";
  }
}

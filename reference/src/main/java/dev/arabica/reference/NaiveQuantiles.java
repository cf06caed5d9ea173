package dev.arabica.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How values are distributed: the exact answer, which a sketch comes close to. */
final class NaiveQuantiles {
  private NaiveQuantiles() {}

  /**
   * The value at rank {@code floor(q * (n - 1))}, counted from 0, as a float; null of no values.
   * The quantile is the decimal that it is written as, so that 0.29 of 101 values is number 29.
   */
  static Double at(double q, List<Object> values) {
    if (values.isEmpty()) {
      return null;
    }
    List<Object> sorted = new ArrayList<>(values);
    sorted.sort(Order::compare);
    BigDecimal rank = BigDecimal.valueOf(q).multiply(BigDecimal.valueOf(values.size() - 1L));
    Number found = (Number) sorted.get(rank.setScale(0, RoundingMode.FLOOR).intValueExact());
    return found.doubleValue();
  }

  /** One for each quantile; null of no values. */
  static List<Object> at(List<Double> quantiles, List<Object> values) {
    if (values.isEmpty()) {
      return null;
    }
    return quantiles.stream().map(q -> (Object) at(q, values)).toList();
  }

  /**
   * How many values are below the first edge, from each edge to the next, and at or above the last.
   */
  static List<Object> histogram(List<Double> edges, List<Object> values) {
    List<Object> bins = new ArrayList<>();
    for (int bin = 0; bin <= edges.size(); bin++) {
      long count = 0;
      for (Object value : values) {
        boolean aboveFrom = bin == 0 || compare(value, edges.get(bin - 1)) >= 0;
        boolean belowTo = bin == edges.size() || compare(value, edges.get(bin)) < 0;
        count += aboveFrom && belowTo ? 1 : 0;
      }
      bins.add(count);
    }
    return Collections.unmodifiableList(bins);
  }

  /** A number beside an edge, neither of them rounded to meet the other. */
  private static int compare(Object value, double edge) {
    boolean finite = Double.isFinite(((Number) value).doubleValue()) && Double.isFinite(edge);
    return finite
        ? ExactNumbers.exact(value).compareTo(new BigDecimal(edge))
        : Double.compare(((Number) value).doubleValue(), edge);
  }
}

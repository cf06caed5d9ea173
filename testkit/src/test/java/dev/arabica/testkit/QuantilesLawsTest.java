package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The laws of approx_quantiles. */
class QuantilesLawsTest extends AggregatorLaws {
  private static final List<Double> QUANTILES = List.of(0.0, 0.25, 0.5, 0.99, 1.0);
  private static final double ERROR = 0.01;

  /** What the arithmetic of the buckets rounds off itself. */
  private static final double ROUNDING = 1.0001;

  /** Below this every magnitude may count as 0. */
  private static final double LEAST_MAGNITUDE = 1e-303;

  QuantilesLawsTest() {
    super(AggregateFunction.APPROX_QUANTILES, Type.FLOAT64, Map.of("q", QUANTILES, "error", ERROR));
  }

  @Override
  protected List<Object> values() {
    return List.of(
        0.0,
        1.0,
        -1.0,
        3.75,
        -1e-9,
        1e300,
        Double.MAX_VALUE,
        -1e300,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE);
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    double[] sorted = samples.stream().mapToDouble(s -> (Double) s.value()).sorted().toArray();
    return Outcome.of(
        QUANTILES.stream().map(q -> sorted[(int) Math.floor(q * (sorted.length - 1))]).toList());
  }

  @Override
  protected boolean isWithinBound(Outcome expected, Outcome found) {
    if (found.value() == null || expected.value() == null) {
      return found.equals(expected);
    }
    List<?> exact = (List<?>) expected.value();
    List<?> estimates = (List<?>) found.value();
    return estimates.size() == QUANTILES.size()
        && IntStream.range(0, QUANTILES.size())
            .allMatch(i -> isClose((Double) estimates.get(i), (Double) exact.get(i)));
  }

  private static boolean isClose(double found, double exact) {
    return found == exact
        || Math.abs(found - exact) <= ERROR * ROUNDING * Math.abs(exact) + LEAST_MAGNITUDE;
  }

  @Override
  protected List<Sample> manySamples(int round, Random random) {
    return Shape.values()[round].samples(random, number -> number);
  }
}

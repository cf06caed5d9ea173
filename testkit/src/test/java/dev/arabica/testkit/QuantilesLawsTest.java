package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** The laws of approx_quantiles, and its bound. */
class QuantilesLawsTest extends AggregatorLaws {
  private static final List<Double> QUANTILES = List.of(0.0, 0.25, 0.5, 1.0);
  private static final double ERROR = 0.01;
  private static final CubicallyInterpolatedMapping BUCKETS =
      new CubicallyInterpolatedMapping(ERROR);

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
    List<Object> expected =
        QUANTILES.stream()
            .map(q -> (Object) bucketOf(sorted[(int) Math.floor(q * (sorted.length - 1))]))
            .toList();
    for (int i = 0; i < expected.size(); i++) {
      assertWithin(
          (Double) expected.get(i), sorted[(int) (QUANTILES.get(i) * (sorted.length - 1))]);
    }
    return Outcome.of(expected);
  }

  private static double bucketOf(double value) {
    double magnitude = Math.abs(value) / 256;
    if (magnitude < BUCKETS.minIndexableValue()) {
      return 0.0;
    }
    return Double.isInfinite(value)
        ? value
        : Math.signum(value)
            * Math.min(Double.MAX_VALUE, BUCKETS.value(BUCKETS.index(magnitude)) * 256);
  }

  private static void assertWithin(double found, double exact) {
    DoubleStream.of(exact)
        .filter(Double::isFinite)
        .forEach(
            value ->
                assertThat(found)
                    .isCloseTo(value, within(ERROR * 1.0001 * Math.abs(value) + 1e-303)));
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** The laws of what counts different values: exactly up to a bound, then with a standard error. */
abstract class DistinctLaws extends AggregatorLaws {
  private static final double STANDARD_ERROR = 0.012;

  /** What hardly any estimate is off by: one in a million, were they all to be tried. */
  private static final double DEVIATIONS = 5;

  private final long exact;

  /**
   * @param exact up to how many values no error is allowed
   */
  DistinctLaws(AggregateFunction function, Map<String, ?> parameters, long exact) {
    super(function, Type.INT64, parameters);
    this.exact = exact;
  }

  @Override
  protected List<Object> values() {
    return LongStream.range(0, 2_000).mapToObj(i -> (Object) (i * 0x9E3779B97F4A7C15L)).toList();
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(samples.stream().map(Sample::value).distinct().count());
  }

  @Override
  protected boolean isWithinBound(Outcome expected, Outcome found) {
    long count = (Long) expected.value();
    double error = count <= exact ? 0 : DEVIATIONS * STANDARD_ERROR * count;
    return found.status() == expected.status() && Math.abs((Long) found.value() - count) <= error;
  }

  @Override
  protected List<Sample> samples(Random random) {
    List<Sample> samples = super.samples(random);
    for (int i = random.nextInt(4); i > 0; i--) {
      samples.addAll(super.samples(random));
    }
    return samples;
  }

  @Override
  protected List<Sample> manySamples(int round, Random random) {
    return Shape.values()[round].samples(random, Shape::whole);
  }
}

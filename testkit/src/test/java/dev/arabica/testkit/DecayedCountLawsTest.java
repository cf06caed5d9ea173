package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The laws of decayed_count: the window of the kit ends at a second. */
class DecayedCountLawsTest extends AggregatorLaws {
  private static final double HALF_LIFE = 10_000;
  private static final long END = 1_000_000;
  private static final double ERROR = 1e-12;

  DecayedCountLawsTest() {
    super(AggregateFunction.DECAYED_COUNT, null, Map.of("half_life", (long) HALF_LIFE));
  }

  /** Only how many there are and when they were counts. */
  @Override
  protected List<Object> values() {
    return Arrays.asList((Object) null);
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(
        samples.stream()
            .mapToDouble(sample -> Math.pow(2, (sample.eventTime() - END) / HALF_LIFE))
            .sum());
  }

  @Override
  protected boolean isWithinBound(Outcome expected, Outcome found) {
    double exact = (Double) expected.value();
    return Math.abs((Double) found.value() - exact) <= ERROR * exact;
  }

  /** Over a hundred half-lives, so that the newest outweigh the oldest 2^100 times. */
  @Override
  protected List<Sample> manySamples(int round, Random random) {
    return IntStream.range(0, 6_000)
        .mapToObj(i -> new Sample(random.nextInt((int) END), random.nextLong(), i, null, null))
        .toList();
  }
}

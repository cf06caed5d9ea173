package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** The laws of decayed_sum: the window of the kit ends at a second, samples are in its first. */
class DecayedSumLawsTest extends AggregatorLaws {
  private static final long HALF_LIFE = 1_000_000;
  private static final long END = 1_000_000;

  DecayedSumLawsTest() {
    super(AggregateFunction.DECAYED_SUM, Type.FLOAT64, Map.of("half_life", HALF_LIFE));
  }

  @Override
  protected List<Object> values() {
    return List.of(1.0, -1.0, 1e-300, 1e16, -1e16, 0.1, Double.MIN_VALUE, 0.0);
  }

  /** To the bit: each weight rounds once, the rest is exact, the end divides and rounds once. */
  @Override
  protected Outcome expected(List<Sample> samples) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Sample sample : samples) {
      BigDecimal weight =
          new BigDecimal(StrictMath.pow(2, (double) sample.eventTime() / HALF_LIFE));
      sum = sum.add(new BigDecimal((Double) sample.value()).multiply(weight));
    }
    return Outcome.of(
        sum.divide(BigDecimal.valueOf(1L << (END / HALF_LIFE)), new MathContext(2_000))
            .doubleValue());
  }
}

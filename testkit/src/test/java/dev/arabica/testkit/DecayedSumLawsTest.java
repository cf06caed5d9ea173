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

  /** To the bit: each weight rounds once, the rest is exact, the end divides and rounds once. */
  @Override
  protected Outcome expected(List<Sample> samples) {
    double infinity = Naive.infinity(samples);
    if (infinity != 0) {
      return Double.isNaN(infinity) ? Outcome.OVERFLOW : Outcome.of(infinity);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (Sample sample : samples) {
      sum = sum.add(new BigDecimal((Double) sample.value()).multiply(weight(sample.eventTime())));
    }
    double decayed =
        sum.divide(BigDecimal.valueOf(1L << (END / HALF_LIFE)), new MathContext(2_000))
            .doubleValue();
    return Double.isInfinite(decayed) ? Outcome.OVERFLOW : Outcome.of(decayed + 0.0);
  }

  /** A power of two, and one between 1 and 2 that is rounded. */
  private static BigDecimal weight(long time) {
    double factor = StrictMath.pow(2, (double) Math.floorMod(time, HALF_LIFE) / HALF_LIFE);
    return new BigDecimal(Math.scalb(factor, (int) Math.floorDiv(time, HALF_LIFE)));
  }
}

package dev.arabica.reference;

import java.math.BigDecimal;
import java.util.List;

/** Values that lose half of their weight with every half-life. */
final class NaiveDecay {
  private NaiveDecay() {}

  static FeatureValue count(Inputs inputs, long halfLife) {
    return NaiveNumbers.finite(weight(inputs, halfLife, false));
  }

  static FeatureValue sum(Inputs inputs, long halfLife) {
    List<Object> values = inputs.values();
    return NaiveNumbers.hasInfinity(values)
        ? NaiveNumbers.infiniteSum(values)
        : NaiveNumbers.finite(weight(inputs, halfLife, true));
  }

  /** The sum of {@code x * 2^(-(until - t) / half_life)}; only the powers and the end round. */
  private static double weight(Inputs inputs, long halfLife, boolean ofValues) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Inputs.Input input : inputs.list()) {
      double halvings = (double) (inputs.until() - input.time()) / halfLife;
      BigDecimal weight = new BigDecimal(Math.pow(2, -halvings));
      sum = sum.add(ofValues ? ExactNumbers.exact(input.value()).multiply(weight) : weight);
    }
    return sum.doubleValue();
  }
}

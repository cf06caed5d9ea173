package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Sums and averages of vectors, component by component: exact, and rounded once. */
final class NaiveVectors {
  /** More digits than a sum of floats, and what is half way between two of them, can have. */
  private static final MathContext ENOUGH = new MathContext(300);

  private NaiveVectors() {}

  static FeatureValue sum(List<Object> vectors) {
    return of(vectors, false);
  }

  static FeatureValue average(List<Object> vectors) {
    return of(vectors, true);
  }

  private static FeatureValue of(List<Object> vectors, boolean average) {
    if (vectors.isEmpty()) {
      return FeatureValue.ok(null);
    }
    float[] result = new float[((float[]) vectors.get(0)).length];
    for (int i = 0; i < result.length; i++) {
      Float component = component(vectors, i, average);
      if (component == null) {
        return FeatureValue.none(FeatureStatus.OVERFLOW);
      }
      result[i] = component;
    }
    return FeatureValue.ok(result);
  }

  /** Null if it does not fit. */
  private static Float component(List<Object> vectors, int position, boolean average) {
    List<Object> values = new ArrayList<>();
    vectors.forEach(vector -> values.add((double) ((float[]) vector)[position]));
    if (NaiveNumbers.hasInfinity(values)) {
      Double infinity = (Double) NaiveNumbers.infiniteSum(values).value();
      return infinity == null ? null : infinity.floatValue();
    }
    BigDecimal sum =
        values.stream().map(ExactNumbers::exact).reduce(BigDecimal.ZERO, BigDecimal::add);
    float found = sum.divide(BigDecimal.valueOf(average ? values.size() : 1), ENOUGH).floatValue();
    return Float.isInfinite(found) ? null : (Float) (found + 0.0f);
  }
}

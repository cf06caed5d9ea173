package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The laws of vector_avg: denormal floats, the greatest ones, infinities. */
class VectorAverageLawsTest extends AggregatorLaws {
  VectorAverageLawsTest() {
    super(AggregateFunction.VECTOR_AVG, new Type.VectorType(3), Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    List<Object> averages = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      averages.add(average(samples, i));
    }
    return averages.contains(Float.NaN) ? Outcome.OVERFLOW : Outcome.of(averages);
  }

  private static float average(List<Sample> samples, int component) {
    BigDecimal sum = BigDecimal.ZERO;
    float infinity = 0;
    for (Sample sample : samples) {
      float value = ((float[]) sample.value())[component];
      if (Float.isInfinite(value)) {
        infinity += value;
      } else {
        sum = sum.add(new BigDecimal(value));
      }
    }
    if (infinity != 0) {
      return infinity;
    }
    return sum.divide(BigDecimal.valueOf(samples.size()), new MathContext(400)).floatValue() + 0f;
  }
}

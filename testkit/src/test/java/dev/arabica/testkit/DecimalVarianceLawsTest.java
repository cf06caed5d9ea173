package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** The laws of var_pop over decimals. */
class DecimalVarianceLawsTest extends AggregatorLaws {
  DecimalVarianceLawsTest() {
    super(AggregateFunction.VAR_POP, new Type.DecimalType(20, 3), Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    BigDecimal n = BigDecimal.valueOf(samples.size());
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (Sample sample : samples) {
      BigDecimal value = (BigDecimal) sample.value();
      sum = sum.add(value);
      squares = squares.add(value.multiply(value));
    }
    BigDecimal deviation = n.multiply(squares).subtract(sum.multiply(sum));
    return Outcome.of(deviation.divide(n.multiply(n), new MathContext(120)).doubleValue());
  }
}

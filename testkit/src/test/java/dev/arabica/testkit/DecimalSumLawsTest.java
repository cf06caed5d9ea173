package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The laws of sum over decimals, up to more digits than a decimal has. */
class DecimalSumLawsTest extends AggregatorLaws {
  DecimalSumLawsTest() {
    super(AggregateFunction.SUM, new Type.DecimalType(38, 2), Map.of());
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    BigDecimal sum =
        samples.stream()
            .map(sample -> (BigDecimal) sample.value())
            .reduce(new BigDecimal("0.00"), BigDecimal::add);
    return sum.precision() > 38 ? Outcome.OVERFLOW : Outcome.of(sum);
  }

  @Override
  protected String emptyValue() {
    return "0.00";
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;

/** The laws of the variances and standard deviations. */
class VarianceLawsTest {
  /** Enough to tell which way a quotient of such sums rounds. */
  private static final MathContext DIGITS = new MathContext(1_400);

  /** Enough for a root that is at most one double off. */
  private static final MathContext FEW_DIGITS = new MathContext(40);

  abstract static class Laws extends AggregatorLaws {
    private final AggregateFunction function;
    private final List<Object> values;

    Laws(AggregateFunction function, Type type) {
      this(function, type, Hostile.values(type));
    }

    Laws(AggregateFunction function, Type type, List<Object> values) {
      super(function, type, Map.of());
      this.function = function;
      this.values = values;
    }

    @Override
    protected List<Object> values() {
      return values;
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      boolean sample =
          function == AggregateFunction.VARIANCE || function == AggregateFunction.STDDEV;
      if (sample && samples.size() < 2) {
        return Outcome.of(null);
      }
      if (samples.stream().anyMatch(s -> s.value() instanceof Double d && d.isInfinite())) {
        return Outcome.OVERFLOW;
      }
      double value = round(variance(samples, sample));
      return Double.isInfinite(value) ? Outcome.OVERFLOW : Outcome.of(value);
    }

    private double round(BigDecimal variance) {
      return function.symbol().startsWith("std") ? root(variance) : variance.doubleValue();
    }

    /** The double whose halfway marks to its neighbours have squares on both sides of a number. */
    private static double root(BigDecimal square) {
      double root = square.sqrt(FEW_DIGITS).doubleValue();
      if (root == 0 || root >= Double.MAX_VALUE) {
        return root;
      }
      if (square.compareTo(squareBetween(root, Math.nextUp(root))) > 0) {
        return Math.nextUp(root);
      }
      return square.compareTo(squareBetween(root, Math.nextDown(root))) < 0
          ? Math.nextDown(root)
          : root;
    }

    private static BigDecimal squareBetween(double a, double b) {
      return new BigDecimal(a).add(new BigDecimal(b)).divide(BigDecimal.valueOf(2)).pow(2);
    }

    /** By way of the power sums, which nothing rounds. */
    private static BigDecimal variance(List<Sample> samples, boolean sample) {
      BigDecimal n = BigDecimal.valueOf(samples.size());
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal squares = BigDecimal.ZERO;
      Map<Object, Long> equal =
          samples.stream().collect(Collectors.groupingBy(Sample::value, Collectors.counting()));
      for (Map.Entry<Object, Long> value : equal.entrySet()) {
        BigDecimal x = exact(value.getKey());
        BigDecimal times = BigDecimal.valueOf(value.getValue());
        sum = sum.add(times.multiply(x));
        squares = squares.add(times.multiply(x).multiply(x));
      }
      BigDecimal divisor = n.multiply(sample ? n.subtract(BigDecimal.ONE) : n);
      return n.multiply(squares).subtract(sum.multiply(sum)).divide(divisor, DIGITS);
    }

    private static BigDecimal exact(Object value) {
      return value instanceof Double d ? new BigDecimal(d) : BigDecimal.valueOf((Long) value);
    }
  }

  @Nested
  class OfInts extends Laws {
    OfInts() {
      super(AggregateFunction.VARIANCE, Type.INT64);
    }
  }

  @Nested
  class OfSmallInts extends Laws {
    OfSmallInts() {
      super(AggregateFunction.VAR_POP, Type.INT32);
    }
  }

  @Nested
  class DeviationOfInts extends Laws {
    DeviationOfInts() {
      super(AggregateFunction.STDDEV, Type.INT64);
    }
  }

  @Nested
  class DeviationOfAPopulationOfSmallInts extends Laws {
    DeviationOfAPopulationOfSmallInts() {
      super(AggregateFunction.STDDEV_POP, Type.INT32);
    }
  }

  @Nested
  class OfFloats extends Laws {
    OfFloats() {
      super(AggregateFunction.VARIANCE, Type.FLOAT64);
    }
  }

  @Nested
  class OfFloatsThatCancel extends Laws {
    OfFloatsThatCancel() {
      super(AggregateFunction.VARIANCE, Type.FLOAT64, List.of(1e9 + 0.1, 1e9 + 0.2, 1e9 + 0.3));
    }
  }

  @Nested
  class OfTinyFloats extends Laws {
    OfTinyFloats() {
      super(
          AggregateFunction.VAR_POP,
          Type.FLOAT64,
          List.of(0x1p-537, 0x1.8p-538, -0x1.fffffffffffffp-512, Double.MIN_VALUE, 0.0));
    }
  }

  @Nested
  class DeviationOfTinyFloats extends Laws {
    DeviationOfTinyFloats() {
      super(
          AggregateFunction.STDDEV,
          Type.FLOAT64,
          List.of(Double.MIN_VALUE, Double.MIN_NORMAL, 0x0.123456789abcdp-1022, 0.0));
    }
  }

  @Nested
  class DeviationOfHugeFloats extends Laws {
    DeviationOfHugeFloats() {
      super(
          AggregateFunction.STDDEV,
          Type.FLOAT64,
          List.of(Double.MAX_VALUE, -Double.MAX_VALUE, 1e308, -1e307, 1.0));
    }
  }

  @Nested
  class DeviationOfAPopulationOfFloats extends Laws {
    DeviationOfAPopulationOfFloats() {
      super(AggregateFunction.STDDEV_POP, Type.FLOAT64);
    }
  }
}

package dev.arabica.core.expr;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.DecimalType;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** One value of all elements of a list, nulls left out. */
final class ListTotals {
  private ListTotals() {}

  static Evaluator bind(Expr.Call call, Evaluator list) {
    return new StrictEvaluator(call.type(), new Evaluator[] {list}, body(call, element(list)));
  }

  private static Type element(Evaluator list) {
    return ((Type.ListType) list.type()).element();
  }

  private static StrictEvaluator.Body body(Expr.Call call, Type element) {
    return switch (call.function()) {
      case LIST_SUM -> sum(call.type(), element);
      case LIST_AVG -> average(element);
      case LIST_MIN -> (a, out) -> putExtreme(element, CollectionCalls.list(a[0]), -1, out);
      case LIST_MAX -> (a, out) -> putExtreme(element, CollectionCalls.list(a[0]), 1, out);
      default -> throw CallEvaluators.misplaced(call);
    };
  }

  private static StrictEvaluator.Body sum(Type type, Type element) {
    if (element instanceof DecimalType) {
      return (a, out) ->
          out.putRef(Decimals.fit(decimalSum(CollectionCalls.list(a[0])), (DecimalType) type));
    }
    if (element.isFloat()) {
      return (a, out) -> out.putDouble(floatSum(CollectionCalls.list(a[0])));
    }
    return (a, out) -> {
      BigInteger sum = wholeSum(CollectionCalls.list(a[0]));
      return sum.bitLength() < Long.SIZE && out.putLong(sum.longValue());
    };
  }

  private static StrictEvaluator.Body average(Type element) {
    return (a, out) -> {
      List<?> values = CollectionCalls.list(a[0]);
      int count = 0;
      for (Object value : values) {
        count += value == null ? 0 : 1;
      }
      return count > 0 && out.putDouble(sumAsFloat(element, values) / count);
    };
  }

  private static double sumAsFloat(Type element, List<?> values) {
    if (element instanceof DecimalType) {
      return decimalSum(values).doubleValue();
    }
    return element.isFloat() ? floatSum(values) : wholeSum(values).doubleValue();
  }

  private static double floatSum(List<?> values) {
    double sum = 0;
    for (Object value : values) {
      sum += value == null ? 0 : (Double) value;
    }
    return sum;
  }

  /** Exact on the way, so that only the sum has to fit. */
  private static BigInteger wholeSum(List<?> values) {
    BigInteger beyond = BigInteger.ZERO;
    long sum = 0;
    for (Object value : values) {
      if (value == null) {
        continue;
      }
      long next = sum + (Long) value;
      if (((sum ^ next) & ((Long) value ^ next)) < 0) {
        beyond = beyond.add(BigInteger.valueOf(sum));
        next = (Long) value;
      }
      sum = next;
    }
    return beyond.add(BigInteger.valueOf(sum));
  }

  private static BigDecimal decimalSum(List<?> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object value : values) {
      sum = value == null ? sum : sum.add((BigDecimal) value);
    }
    return sum;
  }

  private static boolean putExtreme(Type element, List<?> values, int direction, Evaluator out) {
    Object best = null;
    for (Object value : values) {
      if (value instanceof Double number && Double.isNaN(number)) {
        return false;
      }
      boolean better =
          value != null && (best == null || Values.compare(element, value, best) * direction > 0);
      best = better ? value : best;
    }
    return out.putBoxed(best);
  }
}

package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The functions that are null when an argument is, over boxed values that are not. */
final class Functions {
  private Functions() {}

  static Object apply(Expr.Call call, List<Object> args) {
    Object a = args.get(0);
    Object b = args.size() > 1 ? args.get(1) : null;
    Type type = call.type();
    return switch (call.function()) {
      case ADD, SUBTRACT, MULTIPLY, MODULO -> arithmetic(call.function(), a, b, type);
      case DIVIDE, SAFE_DIV ->
          Numbers.real(b) == 0 ? null : Numbers.number(Numbers.real(a) / Numbers.real(b));
      case NEGATE, ABS -> signed(call.function(), a, type);
      case SIGN -> Double.valueOf(Double.NaN).equals(a) ? null : (long) Order.compare(a, zero(a));
      case CLAMP -> clamp(widened(args, type));
      case LEAST, GREATEST -> extreme(call.function(), widened(args, type));
      case FLOOR -> rounded(a, 0, RoundingMode.FLOOR, type);
      case CEIL -> rounded(a, 0, RoundingMode.CEILING, type);
      case ROUND -> rounded(a, b == null ? 0 : (Long) b, RoundingMode.HALF_UP, type);
      case SQRT -> Numbers.finite(Math.sqrt(Numbers.real(a)));
      case POW -> Numbers.finite(StrictMath.pow(Numbers.real(a), Numbers.real(b)));
      case EXP -> Numbers.finite(StrictMath.exp(Numbers.real(a)));
      case LN -> Numbers.finite(StrictMath.log(Numbers.real(a)));
      case LOG1P -> Numbers.finite(StrictMath.log1p(Numbers.real(a)));
      case LOG2 -> log2(Numbers.real(a));
      case LOG10 -> Numbers.finite(StrictMath.log10(Numbers.real(a)));
      case IS_NAN -> Double.isNaN(Numbers.real(a));
      case EQUAL -> Order.compare(a, b) == 0;
      case NOT_EQUAL -> Order.compare(a, b) != 0;
      case LESS -> Order.compare(a, b) < 0;
      case LESS_EQUAL -> Order.compare(a, b) <= 0;
      case GREATER -> Order.compare(a, b) > 0;
      case GREATER_EQUAL -> Order.compare(a, b) >= 0;
      case NOT -> !((Boolean) a);
      case TO_FLOAT, TO_INT, TO_DECIMAL, TO_STRING, LOWER, UPPER, TRIM, CONCAT, SUBSTRING ->
          TextFunctions.apply(call, args);
      case CONTAINS, STARTS_WITH, ENDS_WITH, REPLACE, SPLIT, JOIN ->
          TextFunctions.apply(call, args);
      case HOUR_OF_DAY, MINUTE_OF_HOUR, DAY_OF_WEEK, DAY_OF_MONTH, MONTH, YEAR, DATE_OF ->
          TimeFunctions.field(call.function(), call.args().get(0).type(), (Long) a);
      case TO_DATE -> TimeFunctions.date((String) a);
      case TO_TIMESTAMP -> TimeFunctions.instant(a);
      case TRUNCATE, DAYS_BETWEEN, ADD_DAYS, MILLIS, SECONDS, MINUTES, HOURS, DAYS ->
          TimeFunctions.arithmetic(call.function(), (Long) a, (Long) b);
      case FROM_MILLIS, TO_MILLIS, TO_SECONDS ->
          TimeFunctions.arithmetic(call.function(), (Long) a, null);
      case ELEMENT, SLICE, LENGTH, INDEX_OF, REVERSE, SORT, DISTINCT, MAP_KEYS, MAP_VALUES ->
          ListFunctions.apply(call, args);
      case LIST_SUM, LIST_AVG, LIST_MIN, LIST_MAX -> ListFunctions.apply(call, args);
      case DOT, NORM, COSINE, ONE_HOT, BUCKETIZE, HASH64, HASH_BUCKET ->
          ModelFunctions.apply(call, args);
      case AND, OR, IS_NULL, COALESCE, IF, NULL_IF, IN, LIST ->
          throw new IllegalArgumentException(
              "`" + call.function().symbol() + "` looks at nulls itself");
    };
  }

  private static Object zero(Object number) {
    return number instanceof Double ? (Object) 0.0 : (Object) 0L;
  }

  /** None of them, or all: a number that does not fit the common type makes the result null. */
  private static List<Object> widened(List<Object> args, Type type) {
    List<Object> wide = new ArrayList<>();
    args.forEach(arg -> wide.add(Numbers.as(type, arg)));
    return wide.contains(null) ? null : wide;
  }

  private static Object arithmetic(Function function, Object a, Object b, Type type) {
    if (a instanceof Double || b instanceof Double) {
      return real(function, Numbers.real(a), Numbers.real(b));
    }
    BigDecimal x = ExactNumbers.exact(a);
    BigDecimal y = ExactNumbers.exact(b);
    if (function == Function.MODULO && y.signum() == 0) {
      return null;
    }
    BigDecimal result =
        switch (function) {
          case ADD -> x.add(y);
          case SUBTRACT -> x.subtract(y);
          case MULTIPLY -> x.multiply(y);
          default -> x.subtract(x.divideToIntegralValue(y).multiply(y));
        };
    return exact(result, type);
  }

  private static Object real(Function function, double a, double b) {
    return switch (function) {
      case ADD -> Numbers.number(a + b);
      case SUBTRACT -> Numbers.number(a - b);
      case MULTIPLY -> Numbers.number(a * b);
      default -> b == 0 ? null : Numbers.number(a % b);
    };
  }

  private static Object signed(Function function, Object a, Type type) {
    if (a instanceof Double x) {
      return Numbers.number(function == Function.NEGATE ? -x : Math.abs(x));
    }
    BigDecimal x = ExactNumbers.exact(a);
    return exact(function == Function.NEGATE || x.signum() < 0 ? x.negate() : x, type);
  }

  private static Object exact(BigDecimal value, Type type) {
    return type instanceof Type.DecimalType decimal
        ? Numbers.decimal(decimal, value)
        : Numbers.whole(value);
  }

  private static Object clamp(List<Object> args) {
    if (args == null || hasNaN(args) || Order.compare(args.get(1), args.get(2)) > 0) {
      return null;
    }
    return args.stream().sorted(Order::compare).toList().get(1);
  }

  private static Object extreme(Function function, List<Object> args) {
    if (args == null || hasNaN(args)) {
      return null;
    }
    Comparator<Object> order = Order::compare;
    return function == Function.LEAST
        ? args.stream().min(order).orElseThrow()
        : args.stream().max(order).orElseThrow();
  }

  static boolean hasNaN(List<?> values) {
    return values.stream().anyMatch(value -> Double.valueOf(Double.NaN).equals(value));
  }

  /** A float that has no digits of its own stays as it is. */
  private static Object rounded(Object a, long digits, RoundingMode mode, Type type) {
    Object number = Numbers.as(type.isFloat() ? type : Type.INT64, a);
    if (number instanceof Double x && !Double.isFinite(x)) {
      return Numbers.number(x);
    }
    BigDecimal value = ExactNumbers.exact(number).setScale((int) digits, mode);
    return number instanceof Double ? (Object) value.doubleValue() : exact(value, type);
  }

  /** The power of two between 0.707 and 1.414 times the number, and the logarithm of the rest. */
  private static Object log2(double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      return null;
    }
    double rest = value;
    double exponent = 0;
    while (rest > Math.sqrt(2)) {
      rest /= 2;
      exponent++;
    }
    while (rest <= Math.sqrt(2) / 2) {
      rest *= 2;
      exponent--;
    }
    return exponent + StrictMath.log(rest) / StrictMath.log(2);
  }
}

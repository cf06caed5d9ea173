package dev.arabica.core.expr;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** The code behind each {@link Function}. */
final class CallEvaluators {
  private CallEvaluators() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    Type type = call.type();
    return switch (call.function()) {
      case ADD -> arithmetic(type, args, Math::addExact, Double::sum);
      case SUBTRACT -> arithmetic(type, args, Math::subtractExact, (a, b) -> a - b);
      case MULTIPLY -> arithmetic(type, args, Math::multiplyExact, (a, b) -> a * b);
      case MODULO -> modulo(type, args);
      case DIVIDE, SAFE_DIV -> new ArithmeticEvaluators.DivideEvaluator(args);
      case NEGATE -> unary(type, args[0], Math::negateExact, a -> -a);
      case ABS -> unary(type, args[0], Math::absExact, Math::abs);
      case FLOOR -> unary(type, Evaluators.widen(args[0], type), a -> a, Math::floor);
      // StrictMath: the same bits on every JVM.
      case LOG1P -> unary(type, Evaluators.widen(args[0], type), a -> a, StrictMath::log1p);
      case TO_FLOAT -> unary(type, Evaluators.widen(args[0], type), a -> a, a -> a);
      case TO_INT -> new ArithmeticEvaluators.ToIntEvaluator(args[0]);
      case EQUAL -> compare(args, order -> order == 0);
      case NOT_EQUAL -> compare(args, order -> order != 0);
      case LESS -> compare(args, order -> order < 0);
      case LESS_EQUAL -> compare(args, order -> order <= 0);
      case GREATER -> compare(args, order -> order > 0);
      case GREATER_EQUAL -> compare(args, order -> order >= 0);
      case IN -> in(args);
      case AND -> new LogicEvaluators.LogicEvaluator(args, false);
      case OR -> new LogicEvaluators.LogicEvaluator(args, true);
      case NOT -> unary(type, args[0], a -> 1 - a, a -> a);
      case IS_NULL -> new LogicEvaluators.IsNullEvaluator(args[0]);
      case COALESCE -> new LogicEvaluators.CoalesceEvaluator(type, args);
      case IF -> new LogicEvaluators.IfEvaluator(type, args);
      case LENGTH -> new RefEvaluator(type, args, values -> length(values[0]));
      case LOWER ->
          new RefEvaluator(type, args, values -> ((String) values[0]).toLowerCase(Locale.ROOT));
      case UPPER ->
          new RefEvaluator(type, args, values -> ((String) values[0]).toUpperCase(Locale.ROOT));
      case CONTAINS ->
          new RefEvaluator(type, args, values -> ((String) values[0]).contains((String) values[1]));
      case STARTS_WITH ->
          new RefEvaluator(
              type, args, values -> ((String) values[0]).startsWith((String) values[1]));
      case ENDS_WITH ->
          new RefEvaluator(type, args, values -> ((String) values[0]).endsWith((String) values[1]));
      case CONCAT -> new RefEvaluator(type, args, CallEvaluators::concat);
      case TO_STRING -> new RefEvaluator(type, args, values -> values[0].toString());
      case HOUR_OF_DAY -> unary(type, args[0], CallEvaluators::hourOfDay, a -> a);
      case DAY_OF_WEEK -> unary(type, args[0], CallEvaluators::dayOfWeek, a -> a);
      case DATE_OF -> unary(type, args[0], a -> Math.floorDiv(a, Instants.MICROS_PER_DAY), a -> a);
      case MILLIS, FROM_MILLIS -> scale(type, args[0], Instants.MICROS_PER_MILLI);
      case SECONDS -> scale(type, args[0], Instants.MICROS_PER_SECOND);
      case MINUTES -> scale(type, args[0], Instants.MICROS_PER_MINUTE);
      case HOURS -> scale(type, args[0], Instants.MICROS_PER_HOUR);
      case DAYS -> scale(type, args[0], Instants.MICROS_PER_DAY);
      case TO_MILLIS ->
          unary(type, args[0], a -> Math.floorDiv(a, Instants.MICROS_PER_MILLI), a -> a);
    };
  }

  private static Evaluator arithmetic(
      Type type, Evaluator[] args, LongBinaryOperator longs, DoubleBinaryOperator doubles) {
    Evaluator a = Evaluators.widen(args[0], type);
    Evaluator b = Evaluators.widen(args[1], type);
    return type.storage() == Type.Storage.LONG
        ? new ArithmeticEvaluators.LongBinaryEvaluator(type, a, b, longs)
        : new ArithmeticEvaluators.DoubleBinaryEvaluator(type, a, b, doubles);
  }

  private static Evaluator modulo(Type type, Evaluator[] args) {
    // ArithmeticException of a zero divisor is null, as any other result that does not fit.
    return arithmetic(type, args, (a, b) -> a % b, (a, b) -> b == 0 ? Double.NaN : a % b);
  }

  private static Evaluator unary(
      Type type, Evaluator arg, LongUnaryOperator longs, DoubleUnaryOperator doubles) {
    return new ArithmeticEvaluators.UnaryEvaluator(type, arg, longs, doubles);
  }

  private static Evaluator scale(Type type, Evaluator arg, long unit) {
    return unary(type, arg, a -> Math.multiplyExact(a, unit), a -> a);
  }

  private static Evaluator compare(Evaluator[] args, IntPredicate test) {
    Type common = Function.commonType(args[0].type(), args[1].type());
    return new LogicEvaluators.CompareEvaluator(
        common, Evaluators.widen(args[0], common), Evaluators.widen(args[1], common), test);
  }

  private static Evaluator in(Evaluator[] args) {
    Evaluator[] tests = new Evaluator[args.length - 1];
    for (int i = 1; i < args.length; i++) {
      tests[i - 1] = compare(new Evaluator[] {args[0], args[i]}, order -> order == 0);
    }
    return new LogicEvaluators.LogicEvaluator(tests, true);
  }

  private static Object length(Object value) {
    return value instanceof String text
        ? (long) text.codePointCount(0, text.length())
        : (long) ((List<?>) value).size();
  }

  private static Object concat(Object[] values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      text.append(value);
    }
    return text.toString();
  }

  private static long hourOfDay(long micros) {
    return Math.floorMod(micros, Instants.MICROS_PER_DAY) / Instants.MICROS_PER_HOUR;
  }

  private static long dayOfWeek(long micros) {
    return LocalDate.ofEpochDay(Math.floorDiv(micros, Instants.MICROS_PER_DAY))
        .getDayOfWeek()
        .getValue();
  }
}

package dev.arabica.core.expr;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.time.LocalDate;
import java.util.function.LongUnaryOperator;

/** Calendar fields in UTC, and lengths of time. */
final class TimeCalls {
  private TimeCalls() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    Type type = call.type();
    return switch (call.function()) {
      case HOUR_OF_DAY -> unary(type, args[0], TimeCalls::hourOfDay);
      case MINUTE_OF_HOUR -> unary(type, args[0], TimeCalls::minuteOfHour);
      case DAY_OF_WEEK -> dayField(type, args[0], TimeCalls::dayOfWeek);
      case DAY_OF_MONTH -> dayField(type, args[0], TimeCalls::dayOfMonth);
      case MONTH -> dayField(type, args[0], TimeCalls::month);
      case YEAR -> dayField(type, args[0], TimeCalls::year);
      case DATE_OF -> floor(type, args[0], Instants.MICROS_PER_DAY);
      case TRUNCATE -> binary(type, args, TimeCalls::truncate);
      case DAYS_BETWEEN -> binary(type, args, (from, to) -> Math.subtractExact(to, from));
      case ADD_DAYS -> binary(type, args, (day, days) -> Math.toIntExact(Math.addExact(day, days)));
      case MILLIS, FROM_MILLIS -> scale(type, args[0], Instants.MICROS_PER_MILLI);
      case SECONDS -> scale(type, args[0], Instants.MICROS_PER_SECOND);
      case MINUTES -> scale(type, args[0], Instants.MICROS_PER_MINUTE);
      case HOURS -> scale(type, args[0], Instants.MICROS_PER_HOUR);
      case DAYS -> scale(type, args[0], Instants.MICROS_PER_DAY);
      case TO_MILLIS -> floor(type, args[0], Instants.MICROS_PER_MILLI);
      case TO_SECONDS -> floor(type, args[0], Instants.MICROS_PER_SECOND);
      default -> throw CallEvaluators.misplaced(call);
    };
  }

  private static Evaluator unary(Type type, Evaluator arg, LongUnaryOperator operation) {
    return new ArithmeticEvaluators.UnaryEvaluator(type, arg, operation, a -> a);
  }

  private static Evaluator binary(
      Type type, Evaluator[] args, java.util.function.LongBinaryOperator operation) {
    return new ArithmeticEvaluators.LongBinaryEvaluator(type, args[0], args[1], operation);
  }

  private static Evaluator scale(Type type, Evaluator arg, long unit) {
    return unary(type, arg, a -> Math.multiplyExact(a, unit));
  }

  private static Evaluator floor(Type type, Evaluator arg, long unit) {
    return unary(type, arg, a -> Math.floorDiv(a, unit));
  }

  /** A field of the calendar day that a date is, or that an instant falls on. */
  private static Evaluator dayField(Type type, Evaluator arg, LongUnaryOperator field) {
    return arg.type() == Type.DATE
        ? unary(type, arg, field)
        : unary(
            type, arg, micros -> field.applyAsLong(Math.floorDiv(micros, Instants.MICROS_PER_DAY)));
  }

  static long dayOfWeek(long day) {
    // The day 0 was a Thursday.
    return Math.floorMod(day + 3, 7) + 1;
  }

  static long dayOfMonth(long day) {
    return LocalDate.ofEpochDay(day).getDayOfMonth();
  }

  static long month(long day) {
    return LocalDate.ofEpochDay(day).getMonthValue();
  }

  static long year(long day) {
    return LocalDate.ofEpochDay(day).getYear();
  }

  static long hourOfDay(long micros) {
    return Math.floorMod(micros, Instants.MICROS_PER_DAY) / Instants.MICROS_PER_HOUR;
  }

  static long minuteOfHour(long micros) {
    return Math.floorMod(micros, Instants.MICROS_PER_HOUR) / Instants.MICROS_PER_MINUTE;
  }

  private static long truncate(long micros, long duration) {
    if (duration <= 0) {
      throw new ArithmeticException("a duration that is not positive");
    }
    return Math.subtractExact(micros, Math.floorMod(micros, duration));
  }
}

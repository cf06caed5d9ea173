package dev.arabica.core.expr;

import static dev.arabica.core.type.Type.BOOL;
import static dev.arabica.core.type.Type.DATE;
import static dev.arabica.core.type.Type.DURATION;
import static dev.arabica.core.type.Type.FLOAT64;
import static dev.arabica.core.type.Type.INT64;
import static dev.arabica.core.type.Type.NULL;
import static dev.arabica.core.type.Type.STRING;
import static dev.arabica.core.type.Type.TIMESTAMP;

import dev.arabica.core.type.Type;
import java.util.List;

/**
 * The functions and operators of the expression language: one place for name, meaning and typing.
 * Every one of them is null when an argument is null, unless its text says otherwise. A result that
 * does not fit is null.
 */
public enum Function {
  ADD("+", "sum; a timestamp plus a duration is a timestamp", Function::additive),
  SUBTRACT("-", "difference; two timestamps differ by a duration", Function::subtractive),
  MULTIPLY("*", "product", Function::arithmetic),
  DIVIDE("/", "quotient, always float64; null when the divisor is 0", Function::division),
  MODULO(
      "%",
      "remainder with the sign of the dividend; null when the divisor is 0", Function::arithmetic),
  NEGATE("neg", "negation, written as a leading -", Function::sameNumber),
  EQUAL("==", "equality", Function::equality),
  NOT_EQUAL("!=", "inequality", Function::equality),
  LESS("<", "order; strings by their UTF-8 bytes", Function::ordering),
  LESS_EQUAL("<=", "order", Function::ordering),
  GREATER(">", "order", Function::ordering),
  GREATER_EQUAL(">=", "order", Function::ordering),
  AND("and", "false if either is false, even when the other is null", Function::logical),
  OR("or", "true if either is true, even when the other is null", Function::logical),
  NOT("not", "negation of a bool", args -> exactly(args, BOOL) ? BOOL : null),
  IS_NULL(
      "is null",
      "whether the value is null; never null itself",
      args -> args.size() == 1 ? BOOL : null),
  COALESCE("??", "the first value that is not null", Function::common),
  IF(
      "if",
      "if(condition, a, b): a when the condition is true, else b (also when it is null)",
      Function::conditional),
  IN("in", "whether a value equals one of a list", Function::membership),
  ABS("abs", "magnitude", Function::sameNumber),
  LOG1P("log1p", "natural logarithm of 1 + x", args -> numeric(args, 1) ? FLOAT64 : null),
  SAFE_DIV("safe_div", "quotient as float64; null when the divisor is 0", Function::division),
  FLOOR(
      "floor",
      "greatest whole number at or below x, as float64",
      args -> numeric(args, 1) ? FLOAT64 : null),
  TO_FLOAT("to_float", "the number as float64", args -> numeric(args, 1) ? FLOAT64 : null),
  TO_INT(
      "to_int", "the number as int64, cut towards zero", args -> numeric(args, 1) ? INT64 : null),
  TO_STRING(
      "to_string",
      "the value as text",
      args ->
          exactly(args, INT64)
                  || exactly(args, Type.INT32)
                  || exactly(args, BOOL)
                  || exactly(args, STRING)
              ? STRING
              : null),
  LOWER("lower", "lower case, root locale", args -> exactly(args, STRING) ? STRING : null),
  UPPER("upper", "upper case, root locale", args -> exactly(args, STRING) ? STRING : null),
  LENGTH("length", "number of code points of a string, or of elements of a list", Function::length),
  CONTAINS(
      "contains",
      "whether the first string holds the second",
      args -> exactly(args, STRING, STRING) ? BOOL : null),
  STARTS_WITH(
      "starts_with",
      "whether the first string starts with the second",
      args -> exactly(args, STRING, STRING) ? BOOL : null),
  ENDS_WITH(
      "ends_with",
      "whether the first string ends with the second",
      args -> exactly(args, STRING, STRING) ? BOOL : null),
  CONCAT(
      "concat",
      "the strings one after the other",
      args -> !args.isEmpty() && args.stream().allMatch(STRING::equals) ? STRING : null),
  HOUR_OF_DAY(
      "hour_of_day",
      "hour of an instant in UTC, 0 to 23",
      args -> exactly(args, TIMESTAMP) ? INT64 : null),
  DAY_OF_WEEK(
      "day_of_week",
      "day of an instant in UTC, 1 (Monday) to 7",
      args -> exactly(args, TIMESTAMP) ? INT64 : null),
  DATE_OF("date_of", "the UTC date of an instant", args -> exactly(args, TIMESTAMP) ? DATE : null),
  MILLIS("millis", "a duration of so many milliseconds", Function::toDuration),
  SECONDS("seconds", "a duration of so many seconds", Function::toDuration),
  MINUTES("minutes", "a duration of so many minutes", Function::toDuration),
  HOURS("hours", "a duration of so many hours", Function::toDuration),
  DAYS("days", "a duration of so many days of 24 hours", Function::toDuration),
  FROM_MILLIS(
      "from_millis",
      "the instant so many milliseconds after the epoch",
      args -> exactly(args, INT64) || exactly(args, Type.INT32) ? TIMESTAMP : null),
  TO_MILLIS(
      "to_millis",
      "whole milliseconds of a duration, or since the epoch of an instant",
      args -> exactly(args, TIMESTAMP) || exactly(args, DURATION) ? INT64 : null);

  private final String symbol;
  private final String doc;
  private final Typing typing;

  Function(String symbol, String doc, Typing typing) {
    this.symbol = symbol;
    this.doc = doc;
    this.typing = typing;
  }

  /** The name or operator as written in a spec. */
  public String symbol() {
    return symbol;
  }

  /** One line for the reference page. */
  public String doc() {
    return doc;
  }

  /** The type of a call with such arguments, or null if the function does not take them. */
  public Type resultType(List<Type> args) {
    return typing.resultType(args);
  }

  /** The function called by this name, or null; operators have no name. */
  public static Function named(String name) {
    for (Function function : values()) {
      if (function.symbol.equals(name) && function.isNamed()) {
        return function;
      }
    }
    return null;
  }

  /** Whether it is called by name rather than written as an operator. */
  public boolean isNamed() {
    return switch (this) {
      case NEGATE, AND, OR, NOT, IN, IS_NULL -> false;
      default -> Character.isLetter(symbol.charAt(0));
    };
  }

  /** The type that both values can be read as, or null: numbers widen, null fits everything. */
  public static Type commonType(Type a, Type b) {
    if (a.equals(b) || b == NULL) {
      return a;
    }
    if (a == NULL) {
      return b;
    }
    if (a.isNumeric() && b.isNumeric()) {
      return a.isFloat() || b.isFloat() ? FLOAT64 : INT64;
    }
    return null;
  }

  @FunctionalInterface
  private interface Typing {
    Type resultType(List<Type> args);
  }

  private static boolean exactly(List<Type> args, Type... types) {
    return args.equals(List.of(types));
  }

  private static boolean numeric(List<Type> args, int count) {
    return args.size() == count && args.stream().allMatch(Type::isNumeric);
  }

  private static Type arithmetic(List<Type> args) {
    if (!numeric(args, 2)) {
      return null;
    }
    return args.get(0).isFloat() || args.get(1).isFloat() ? FLOAT64 : INT64;
  }

  private static Type additive(List<Type> args) {
    if (exactly(args, TIMESTAMP, DURATION) || exactly(args, DURATION, TIMESTAMP)) {
      return TIMESTAMP;
    }
    return exactly(args, DURATION, DURATION) ? DURATION : arithmetic(args);
  }

  private static Type subtractive(List<Type> args) {
    if (exactly(args, TIMESTAMP, DURATION)) {
      return TIMESTAMP;
    }
    return exactly(args, TIMESTAMP, TIMESTAMP) || exactly(args, DURATION, DURATION)
        ? DURATION
        : arithmetic(args);
  }

  private static Type division(List<Type> args) {
    return numeric(args, 2) ? FLOAT64 : null;
  }

  private static Type sameNumber(List<Type> args) {
    return numeric(args, 1)
        ? args.get(0).isFloat() ? FLOAT64 : INT64
        : exactly(args, DURATION) ? DURATION : null;
  }

  private static Type equality(List<Type> args) {
    if (args.size() != 2) {
      return null;
    }
    Type common = commonType(args.get(0), args.get(1));
    return common instanceof Type.Scalar ? BOOL : null;
  }

  private static Type ordering(List<Type> args) {
    return equality(args) == null || args.contains(BOOL) ? null : BOOL;
  }

  private static Type logical(List<Type> args) {
    return args.size() == 2 && args.stream().allMatch(t -> t == BOOL || t == NULL) ? BOOL : null;
  }

  private static Type common(List<Type> args) {
    Type type = args.isEmpty() ? null : args.get(0);
    for (int i = 1; i < args.size() && type != null; i++) {
      type = commonType(type, args.get(i));
    }
    return type;
  }

  private static Type conditional(List<Type> args) {
    return args.size() == 3 && args.get(0) == BOOL ? commonType(args.get(1), args.get(2)) : null;
  }

  private static Type membership(List<Type> args) {
    return args.size() >= 2 && common(args) instanceof Type.Scalar ? BOOL : null;
  }

  private static Type length(List<Type> args) {
    return args.size() == 1 && (args.get(0) == STRING || args.get(0) instanceof Type.ListType)
        ? INT64
        : null;
  }

  private static Type toDuration(List<Type> args) {
    return args.size() == 1 && args.get(0).isInteger() ? DURATION : null;
  }
}

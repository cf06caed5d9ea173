package dev.arabica.core.expr;

import static dev.arabica.core.type.Type.BOOL;
import static dev.arabica.core.type.Type.DATE;
import static dev.arabica.core.type.Type.DURATION;
import static dev.arabica.core.type.Type.INT64;
import static dev.arabica.core.type.Type.STRING;
import static dev.arabica.core.type.Type.TIMESTAMP;

import dev.arabica.core.type.Type;
import java.util.List;

/**
 * The functions and operators of the expression language: one place for name, meaning and typing.
 * Every one of them is null when an argument is null, unless its text says otherwise. A result that
 * does not fit is null, and so is one that is not a number.
 */
public enum Function {
  ADD(
      "+",
      "sum; a timestamp plus a duration is a timestamp; a decimal keeps the finer scale, and beside"
          + " a float becomes one",
      NumberTyping::additive),
  SUBTRACT("-", "difference; two timestamps differ by a duration", NumberTyping::subtractive),
  MULTIPLY(
      "*",
      "product; of decimals with as many digits after the point as both have",
      NumberTyping::product),
  DIVIDE("/", "quotient, always float64; null when the divisor is 0", NumberTyping::division),
  MODULO(
      "%",
      "remainder with the sign of the dividend; null when the divisor is 0",
      NumberTyping::sumOrRest),
  NEGATE("neg", "negation, written as a leading -", NumberTyping::signed),

  EQUAL("==", "equality", Typing::equality),
  NOT_EQUAL("!=", "inequality", Typing::equality),
  LESS("<", "order; strings by their UTF-8 bytes", Typing::ordering),
  LESS_EQUAL("<=", "order", Typing::ordering),
  GREATER(">", "order", Typing::ordering),
  GREATER_EQUAL(">=", "order", Typing::ordering),
  IN(
      "in",
      "whether a value equals an element of a list; null when it does not, but an element is null",
      Typing::membership),
  AND("and", "false if either is false, even when the other is null", Typing::logical),
  OR("or", "true if either is true, even when the other is null", Typing::logical),
  NOT("not", "negation of a bool", Typing.of(BOOL, BOOL)),
  IS_NULL("is null", "whether the value is null; never null itself", Typing::isNull),
  COALESCE("??", "the first value that is not null", Typing::common),
  IF(
      "if",
      "if(condition, a, b): a when the condition is true, else b (also when it is null); a `case`"
          + " with several branches is one in another",
      Typing::conditional),
  NULL_IF(
      "null_if",
      "null_if(a, b): null when a equals b, else a, also when b is null",
      Typing::nullIf),

  ABS("abs", "magnitude", NumberTyping::signed),
  SIGN("sign", "-1, 0 or 1, as int64", NumberTyping::sign),
  FLOOR(
      "floor",
      "greatest whole number at or below x, as float64; of a decimal a decimal",
      NumberTyping::whole),
  CEIL(
      "ceil",
      "least whole number at or above x, as float64; of a decimal a decimal",
      NumberTyping::whole),
  ROUND(
      "round",
      "round(x) or round(x, digits): to so many digits after the point, a constant from -15 to 15,"
          + " halves away from zero; as float64; of a decimal a decimal",
      NumberTyping::rounded),
  LEAST("least", "the least of the values; null when one is null or NaN", Typing::extreme),
  GREATEST("greatest", "the greatest of the values; null when one is null or NaN", Typing::extreme),
  CLAMP(
      "clamp",
      "clamp(x, low, high): x, but at least low and at most high; null when low is above high",
      NumberTyping::clamp),
  SAFE_DIV("safe_div", "quotient as float64; null when the divisor is 0", NumberTyping::division),
  SQRT("sqrt", "square root; null below 0", NumberTyping::real),
  POW(
      "pow",
      "pow(x, y): x to the power y; null where that is no finite number",
      NumberTyping::division),
  EXP("exp", "e to the power x; null when that is above every float64", NumberTyping::real),
  LN("ln", "natural logarithm; null at and below 0", NumberTyping::real),
  LOG1P("log1p", "natural logarithm of 1 + x; null at and below -1", NumberTyping::real),
  LOG2(
      "log2", "logarithm to base 2, exact for its powers; null at and below 0", NumberTyping::real),
  LOG10("log10", "logarithm to base 10; null at and below 0", NumberTyping::real),
  IS_NAN("is_nan", "whether the number is NaN", NumberTyping::isNan),

  TO_FLOAT(
      "to_float",
      "a number as float64, a bool as 1 or 0, a text such as -1.5e3 as its number; null when the"
          + " text is none",
      NumberTyping::toFloat),
  TO_INT(
      "to_int",
      "a number as int64, cut towards zero, a bool as 1 or 0, a text such as -15 as its number;"
          + " null when the text is none",
      NumberTyping::toInt),
  TO_DECIMAL(
      "to_decimal",
      "to_decimal(x, p, s): a number, or a text such as -1.50, as decimal(p, s), halves away from"
          + " zero; a float counts with its exact value; null when it does not fit",
      NumberTyping::toDecimal),
  TO_STRING(
      "to_string",
      "the value as text: floats by the fewest digits that tell them apart, times in ISO-8601,"
          + " bytes in base64, durations as written in a spec",
      Typing::toText),
  TO_DATE(
      "to_date",
      "the date of a text such as 2025-11-29; null when it is none",
      Typing.of(DATE, STRING)),
  TO_TIMESTAMP(
      "to_timestamp",
      "the instant of an ISO-8601 text with an offset, of the years 1 to 9999; the start of a date,"
          + " UTC; null when the text is none",
      Typing::toTimestamp),

  LOWER("lower", "lower case, root locale", Typing.of(STRING, STRING)),
  UPPER("upper", "upper case, root locale", Typing.of(STRING, STRING)),
  TRIM("trim", "without the spaces, tabs and line ends at either end", Typing.of(STRING, STRING)),
  LENGTH(
      "length",
      "number of code points of a string, of elements of a list, of keys of a map",
      Typing::length),
  CONTAINS(
      "contains", "whether the first string holds the second", Typing.of(BOOL, STRING, STRING)),
  STARTS_WITH(
      "starts_with",
      "whether the first string starts with the second",
      Typing.of(BOOL, STRING, STRING)),
  ENDS_WITH(
      "ends_with",
      "whether the first string ends with the second",
      Typing.of(BOOL, STRING, STRING)),
  CONCAT("concat", "the strings one after the other", Typing::concat),
  SUBSTRING(
      "substring",
      "substring(s, from) or substring(s, from, n): at most n code points from a position, the first"
          + " being 0, -1 the last; null when n is negative",
      Typing::substring),
  REPLACE(
      "replace",
      "replace(s, old, new): with every old text made new, from the left; unchanged when old is"
          + " empty; null when longer than 1,000,000 code points",
      Typing.of(STRING, STRING, STRING, STRING)),
  SPLIT(
      "split",
      "split(s, separator): the list of texts between the separators; null when the separator is"
          + " empty",
      Typing.of(new Type.ListType(STRING), STRING, STRING)),
  JOIN(
      "join",
      "join(list, separator): the strings with the separator between them, nulls left out; null when"
          + " longer than 1,000,000 code points",
      Typing::join),

  HOUR_OF_DAY("hour_of_day", "hour of an instant in UTC, 0 to 23", Typing.of(INT64, TIMESTAMP)),
  MINUTE_OF_HOUR("minute_of_hour", "minute of an instant, 0 to 59", Typing.of(INT64, TIMESTAMP)),
  DAY_OF_WEEK(
      "day_of_week", "day of a date, or of an instant in UTC, 1 (Monday) to 7", Typing::dayField),
  DAY_OF_MONTH("day_of_month", "day of a date, or of an instant in UTC, 1 to 31", Typing::dayField),
  MONTH("month", "month of a date, or of an instant in UTC, 1 to 12", Typing::dayField),
  YEAR("year", "year of a date, or of an instant in UTC", Typing::dayField),
  DATE_OF("date_of", "the UTC date of an instant", Typing.of(DATE, TIMESTAMP)),
  TRUNCATE(
      "truncate",
      "truncate(instant, duration): the last multiple of the duration since the epoch at or before"
          + " the instant; null when the duration is not positive",
      Typing.of(TIMESTAMP, TIMESTAMP, DURATION)),
  DAYS_BETWEEN(
      "days_between",
      "days_between(from, to): days from one date to another, negative when that is earlier",
      Typing.of(INT64, DATE, DATE)),
  ADD_DAYS("add_days", "add_days(date, n): the date n days later", Typing::addDays),
  MILLIS("millis", "a duration of so many milliseconds", Typing::toDuration),
  SECONDS("seconds", "a duration of so many seconds", Typing::toDuration),
  MINUTES("minutes", "a duration of so many minutes", Typing::toDuration),
  HOURS("hours", "a duration of so many hours", Typing::toDuration),
  DAYS("days", "a duration of so many days of 24 hours", Typing::toDuration),
  FROM_MILLIS("from_millis", "the instant so many milliseconds after the epoch", Typing::fromEpoch),
  TO_MILLIS(
      "to_millis",
      "whole milliseconds of a duration, or since the epoch of an instant",
      Typing::fromDuration),
  TO_SECONDS(
      "to_seconds",
      "whole seconds of a duration, or since the epoch of an instant",
      Typing::fromDuration),

  LIST(
      "[a, b]",
      "a list of the values, nulls among them; never null itself",
      CollectionTyping::list),
  ELEMENT(
      "[i]",
      "xs[i]: the element of a list or vector at a position, the first being 0, -1 the last; m[k]:"
          + " the value of a map for a key; null when there is none",
      CollectionTyping::element),
  SLICE(
      "slice",
      "slice(list, from) or slice(list, from, n): at most n elements from a position, the first"
          + " being 0, -1 the last; null when n is negative",
      CollectionTyping::slice),
  INDEX_OF(
      "index_of",
      "the position of the first occurrence of a text in a string, or of a value in a list, from 0;"
          + " null when there is none",
      CollectionTyping::indexOf),
  REVERSE("reverse", "a string or list from its end", CollectionTyping::reverse),
  SORT("sort", "the elements of a list in order, nulls last", CollectionTyping::sort),
  DISTINCT(
      "distinct",
      "the elements of a list, each where it stands first, null as one of them",
      CollectionTyping::distinct),
  LIST_SUM(
      "list_sum",
      "sum of a list of numbers, nulls left out, 0 when there is none; floats are added from left to"
          + " right",
      CollectionTyping::sum),
  LIST_AVG(
      "list_avg",
      "list_sum over the number of elements that are not null, as float64; null when there is none",
      CollectionTyping::average),
  LIST_MIN(
      "list_min",
      "least element of a list, nulls left out; null when there is none, or one is NaN",
      CollectionTyping::extreme),
  LIST_MAX(
      "list_max",
      "greatest element of a list, nulls left out; null when there is none, or one is NaN",
      CollectionTyping::extreme),
  MAP_KEYS("map_keys", "the keys of a map, in order", CollectionTyping::keys),
  MAP_VALUES(
      "map_values", "the values of a map, in the order of their keys", CollectionTyping::values),

  DOT(
      "dot",
      "sum of the products of two vectors of one length, added from left to right as float64",
      CollectionTyping::product),
  NORM(
      "norm", "length of a vector: the square root of its dot with itself", CollectionTyping::norm),
  COSINE(
      "cosine",
      "cosine of the angle of two vectors of one length: dot over the product of their norms; null"
          + " when that product is 0",
      CollectionTyping::product),

  ONE_HOT(
      "one_hot",
      "one_hot(x, [a, b]): a vector with a 1 where x equals the constant, and 0 elsewhere",
      Typing::oneHot),
  BUCKETIZE(
      "bucketize",
      "bucketize(x, [a, b]): how many of the constants are at or below x; null when x is NaN",
      Typing::bucketize),
  HASH64(
      "hash64",
      "the 64-bit XXH3 hash of the value, signed: of the UTF-8 of a string, of bytes as they are, of"
          + " others in their canonical form; never to change",
      Typing::hash),
  HASH_BUCKET(
      "hash_bucket",
      "hash_bucket(x, n): the remainder of hash64(x), as an unsigned number, by n; null when n is"
          + " not positive",
      Typing::hashBucket);

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

  /**
   * The type of a call with such arguments, or null if the function does not take them. Some look
   * at more than types: what must be a constant has to be one.
   */
  public Type typeOf(List<Expr> args) {
    return typing.resultType(new Arguments(args));
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
    return CommonType.of(a, b);
  }
}

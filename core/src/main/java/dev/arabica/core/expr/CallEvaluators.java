package dev.arabica.core.expr;

/** The code behind each {@link Function}. */
final class CallEvaluators {
  private CallEvaluators() {}

  static Evaluator bind(Expr.Call call, Evaluator[] args) {
    return switch (call.function()) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, SAFE_DIV, MODULO, NEGATE, ABS, SIGN, CLAMP ->
          ArithmeticCalls.bind(call, args);
      case FLOOR, CEIL, ROUND, SQRT, POW, EXP, LN, LOG1P, LOG2, LOG10, IS_NAN ->
          MathCalls.bind(call, args);
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, IN, AND, OR, NOT ->
          LogicCalls.bind(call, args);
      case IS_NULL, COALESCE, IF, NULL_IF, LEAST, GREATEST -> LogicCalls.bind(call, args);
      case TO_FLOAT, TO_INT, TO_DECIMAL, TO_STRING, TO_DATE, TO_TIMESTAMP ->
          ConversionCalls.bind(call, args);
      case LOWER, UPPER, TRIM, CONTAINS, STARTS_WITH, ENDS_WITH, CONCAT, SUBSTRING, REPLACE ->
          TextCalls.bind(call, args);
      case SPLIT, JOIN -> TextCalls.bind(call, args);
      case HOUR_OF_DAY, MINUTE_OF_HOUR, DAY_OF_WEEK, DAY_OF_MONTH, MONTH, YEAR, DATE_OF, TRUNCATE ->
          TimeCalls.bind(call, args);
      case DAYS_BETWEEN, ADD_DAYS, MILLIS, SECONDS, MINUTES, HOURS, DAYS ->
          TimeCalls.bind(call, args);
      case FROM_MILLIS, TO_MILLIS, TO_SECONDS -> TimeCalls.bind(call, args);
      case LIST, ELEMENT, SLICE, LENGTH, INDEX_OF, REVERSE, SORT, DISTINCT, MAP_KEYS, MAP_VALUES ->
          CollectionCalls.bind(call, args);
      case LIST_SUM, LIST_AVG, LIST_MIN, LIST_MAX -> ListTotals.bind(call, args[0]);
      case DOT, NORM, COSINE -> VectorCalls.bind(call, args);
      case ONE_HOT, BUCKETIZE, HASH64, HASH_BUCKET -> EncodingCalls.bind(call, args);
    };
  }

  static IllegalArgumentException misplaced(Expr.Call call) {
    return new IllegalArgumentException("`" + call.function().symbol() + "` is bound elsewhere");
  }
}

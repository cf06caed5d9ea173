package dev.arabica.core.agg;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.UnknownNameException;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The aggregates: name, meaning, law, typing and code, in one table. */
public enum AggregateFunction {
  COUNT(
      "count() counts rows, count(x) the rows whose x is not null",
      "0",
      Law.EXACT_INVERTIBLE,
      input -> Type.INT64,
      (input, n) -> new Count()),
  SUM(
      "sum(x): integers in 128 bits, floats exactly; rounded or refused only when finished",
      "0",
      Law.EXACT_INVERTIBLE,
      input -> isNumeric(input) ? input.isFloat() ? Type.FLOAT64 : Type.INT64 : null,
      (input, n) -> input.isFloat() ? new FloatSum(false) : new IntSum(false)),
  AVG(
      "avg(x): the exact sum by the count, rounded once",
      "null",
      Law.EXACT_INVERTIBLE,
      AggregateFunction::real,
      (input, n) -> input.isFloat() ? new FloatSum(true) : new IntSum(true)),
  VARIANCE(
      "variance(x): of a sample (divided by n - 1), from exact sums, rounded once; null below two values; an infinite value is an overflow",
      "null",
      Law.EXACT_INVERTIBLE,
      AggregateFunction::real,
      (input, n) -> spread(input, Spread.VARIANCE)),
  STDDEV(
      "stddev(x): the square root of the variance, rounded once; null below two values",
      "null",
      Law.EXACT_INVERTIBLE,
      AggregateFunction::real,
      (input, n) -> spread(input, Spread.STDDEV)),
  VAR_POP(
      "var_pop(x): the variance of a population (divided by n)",
      "null",
      Law.EXACT_INVERTIBLE,
      AggregateFunction::real,
      (input, n) -> spread(input, Spread.VAR_POP)),
  STDDEV_POP(
      "stddev_pop(x): the square root of var_pop, rounded once",
      "null",
      Law.EXACT_INVERTIBLE,
      AggregateFunction::real,
      (input, n) -> spread(input, Spread.STDDEV_POP)),
  MIN(
      "min(x): the least value; strings by their UTF-8 bytes",
      "null",
      Law.EXACT,
      AggregateFunction::ordered,
      (input, n) -> Extremum.of(input, false)),
  MAX(
      "max(x): the greatest value; strings by their UTF-8 bytes",
      "null",
      Law.EXACT,
      AggregateFunction::ordered,
      (input, n) -> Extremum.of(input, true)),
  FIRST(
      "first(x): the oldest value that is not null, by (event time, event id)",
      "null",
      Law.EXACT,
      AggregateFunction::any,
      (input, n) -> OrderedN.one(input, false)),
  LAST(
      "last(x): the newest value that is not null, by (event time, event id)",
      "null",
      Law.EXACT,
      AggregateFunction::any,
      (input, n) -> OrderedN.one(input, true)),
  FIRST_N(
      "first_n(n, x): the oldest n values that are not null, oldest first",
      "[]",
      Law.EXACT,
      AggregateFunction::listed,
      (input, n) -> OrderedN.list(input, false, n)),
  LAST_N(
      "last_n(n, x): the newest n values that are not null, newest first",
      "[]",
      Law.EXACT,
      AggregateFunction::listed,
      (input, n) -> OrderedN.list(input, true, n)),
  ANY(
      "any(x): whether a value is true",
      "false",
      Law.EXACT,
      AggregateFunction::truth,
      (input, n) -> Quantifier.any()),
  ALL(
      "all(x): whether every value is true",
      "true",
      Law.EXACT,
      AggregateFunction::truth,
      (input, n) -> Quantifier.all()),
  APPROX_DISTINCT(
      "approx_distinct(x): how many different values; exact up to 256, then a sketch with 1.2% standard error",
      "0",
      Law.SKETCH,
      input -> input != null && input.isKey() ? Type.INT64 : null,
      (input, n) -> new ApproxDistinct(input));

  /** What an aggregate promises. In every case grouping and order change no bit. */
  public enum Law {
    /** The value is that of a scan over all events, rounded once. */
    EXACT,
    /** Exact, and a sliding sweep may subtract what leaves the window. */
    EXACT_INVERTIBLE,
    /** The value is within a stated error, after any number of merges. */
    SKETCH;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace("_", ", ");
    }
  }

  /** The greatest {@code n} of a bounded list. */
  public static final int MAX_N = 10_000;

  private static final String N = "n";

  private final String doc;
  private final String emptyValue;
  private final Law law;
  private final UnaryOperator<Type> typing;
  private final Code code;

  /** Makes the aggregator of an input type and, where the function has one, an {@code n}. */
  private interface Code {
    Aggregator<?> create(Type input, int n);
  }

  AggregateFunction(String doc, String emptyValue, Law law, UnaryOperator<Type> typing, Code code) {
    this.doc = doc;
    this.emptyValue = emptyValue;
    this.law = law;
    this.typing = typing;
    this.code = code;
  }

  /** The name as written in a spec. */
  public String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String doc() {
    return doc;
  }

  /** The value of an empty window, as it is written. */
  public String emptyValue() {
    return emptyValue;
  }

  public Law law() {
    return law;
  }

  /** Whether a sliding sweep may subtract what leaves the window. */
  public boolean isInvertible() {
    return law == Law.EXACT_INVERTIBLE;
  }

  /**
   * Whether its value depends on the moment of the request, and not only on the events of the
   * window and its bounds. Where it does not, requests of the same block share their values.
   */
  public boolean usesRequestTime() {
    return false;
  }

  /** The version byte of its reps; part of an aggregate's identity. */
  public int codecVersion() {
    return 1;
  }

  /** The names of its integer parameters, which stand before the input. */
  public List<String> parameters() {
    return this == FIRST_N || this == LAST_N ? List.of(N) : List.of();
  }

  /** Whether it may be called without an input. */
  public boolean inputIsOptional() {
    return this == COUNT;
  }

  /**
   * The type of its value over such an input ({@code null} for none), or null if it does not take
   * that.
   */
  public Type resultType(Type input) {
    return typing.apply(input);
  }

  /** The aggregate of this name, or null. */
  public static AggregateFunction named(String symbol) {
    return Arrays.stream(values()).filter(f -> f.symbol().equals(symbol)).findFirst().orElse(null);
  }

  /**
   * The code of an aggregate of the plan.
   *
   * @throws UnknownNameException if this build does not know the function
   */
  public static Aggregator<?> bind(GroupPlan.Aggregate aggregate) {
    AggregateFunction function = named(aggregate.function());
    if (function == null) {
      throw new UnknownNameException(
          "aggregate",
          aggregate.function(),
          Arrays.stream(values()).map(AggregateFunction::symbol).toList());
    }
    int n = function.parameters().contains(N) ? Math.toIntExact(aggregate.whole(N)) : 0;
    return function.code.create(aggregate.input().map(expr -> expr.type()).orElse(null), n);
  }

  private static Aggregator<?> spread(Type input, Spread spread) {
    return input.isFloat() ? new FloatSpread(spread) : new IntSpread(spread);
  }

  private static boolean isNumeric(Type input) {
    return input != null && input.isNumeric();
  }

  /** A number gives a real number. */
  private static Type real(Type input) {
    return isNumeric(input) ? Type.FLOAT64 : null;
  }

  /** What has an order gives one of its own. */
  private static Type ordered(Type input) {
    boolean ordered =
        isNumeric(input) || input == Type.STRING || input == Type.TIMESTAMP || input == Type.DATE;
    return ordered ? input : null;
  }

  private static Type any(Type input) {
    return input == Type.NULL ? null : input;
  }

  private static Type listed(Type input) {
    return input == null || input == Type.NULL ? null : new Type.ListType(input);
  }

  private static Type truth(Type input) {
    return input == Type.BOOL ? input : null;
  }
}

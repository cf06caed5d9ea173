package dev.arabica.core.agg;

import static dev.arabica.core.agg.Meaning.exact;
import static dev.arabica.core.agg.Meaning.sketch;
import static dev.arabica.core.agg.Meaning.sum;
import static dev.arabica.core.agg.Parameter.categories;
import static dev.arabica.core.agg.Parameter.edges;
import static dev.arabica.core.agg.Parameter.error;
import static dev.arabica.core.agg.Parameter.fraction;
import static dev.arabica.core.agg.Parameter.halfLife;
import static dev.arabica.core.agg.Parameter.input;
import static dev.arabica.core.agg.Parameter.n;
import static dev.arabica.core.agg.Parameter.numbers;
import static dev.arabica.core.agg.Parameter.whole;
import static dev.arabica.core.agg.Signature.byCategory;
import static dev.arabica.core.agg.Signature.of;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.UnsupportedPlanException;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The aggregates: name, meaning, law and typing, in one table. */
public enum AggregateFunction {
  COUNT(
      sum("0", "count() counts rows, count(x) the rows whose x is not null"),
      of(type -> type != Type.NULL, Signature::whole).with(input("x").optional())),
  SUM(
      sum(
          "0",
          "sum(x): integers in 128 bits, decimals and floats exactly; rounded or refused only when finished"),
      of(Signature::isNumber, Signature::sum)),
  AVG(
      sum("null", "avg(x): the exact sum by the count, rounded once"),
      of(Signature::isNumber, Signature::real)),
  VARIANCE(
      sum(
          "null",
          "variance(x): of a sample (divided by n - 1), from exact sums, rounded once; null below two values; an infinite value is an overflow"),
      of(Signature::isNumber, Signature::real)),
  STDDEV(
      sum(
          "null",
          "stddev(x): the square root of the variance, rounded once; null below two values"),
      of(Signature::isNumber, Signature::real)),
  VAR_POP(
      sum("null", "var_pop(x): the variance of a population (divided by n)"),
      of(Signature::isNumber, Signature::real)),
  STDDEV_POP(
      sum("null", "stddev_pop(x): the square root of var_pop, rounded once"),
      of(Signature::isNumber, Signature::real)),
  MIN(
      exact("null", "min(x): the least value; strings by their UTF-8 bytes"),
      of(Signature::isOrdered, Signature::same)),
  MAX(
      exact("null", "max(x): the greatest value; strings by their UTF-8 bytes"),
      of(Signature::isOrdered, Signature::same)),
  FIRST(
      exact("null", "first(x): the oldest value that is not null, by (event time, event id)"),
      of(Signature::isAny, Signature::same)),
  LAST(
      exact("null", "last(x): the newest value that is not null, by (event time, event id)"),
      of(Signature::isAny, Signature::same)),
  FIRST_N(
      exact("[]", "first_n(n, x): the oldest n values that are not null, oldest first"),
      of(Signature::isAny, Signature::list).with(n(), input("x"))),
  LAST_N(
      exact("[]", "last_n(n, x): the newest n values that are not null, newest first"),
      of(Signature::isAny, Signature::list).with(n(), input("x"))),
  LAST_DISTINCT_N(
      exact("[]", "last_distinct_n(n, x, by key): the newest x of each of n keys, newest first"),
      of(Signature::isAny, Signature::list).with(n(), input("x")).by(Signature::isKey)),
  TOP_N(
      exact(
          "[]", "top_n(n, x, by y): the n values with the greatest y, greatest first, ties newest"),
      of(Signature::isAny, Signature::list).with(n(), input("x")).by(Signature::isOrdered)),
  BOTTOM_N(
      exact("[]", "bottom_n(n, x, by y): the n values with the least y, least first, ties newest"),
      of(Signature::isAny, Signature::list).with(n(), input("x")).by(Signature::isOrdered)),
  ANY(exact("false", "any(x): whether a value is true"), of(Signature::isTruth, Signature::same)),
  ALL(
      exact("true", "all(x): whether every value is true"),
      of(Signature::isTruth, Signature::same)),
  DISTINCT_COUNT(
      sketch(
          "0",
          "distinct_count(x, exact 1000): how many different values",
          "exact up to so many, then 1.2% standard error"),
      of(Signature::isKey, Signature::whole)
          .then(whole("exact", 1, 100_000).named().orElse(1_000L))),
  APPROX_DISTINCT(
      sketch(
          "0",
          "approx_distinct(x): how many different values",
          "exact up to 256, then 1.2% standard error"),
      of(Signature::isKey, Signature::whole)),
  APPROX_QUANTILE(
      sketch(
          "null",
          "approx_quantile(x, q, error 0.01): the value at rank floor(q * (n - 1)) of n, from 0",
          "within `error` of the value's magnitude"),
      of(Signature::isNumber, Signature::real).then(fraction("q", 0, 1)).then(error())),
  APPROX_QUANTILES(
      sketch(
          "null",
          "approx_quantiles(x, [q, ...], error 0.01): a list of them",
          "within `error` of each value's magnitude"),
      of(Signature::isNumber, type -> Signature.list(Type.FLOAT64))
          .then(numbers("q", 0, 1))
          .then(error())),
  HISTOGRAM(
      sum(
          "[0, ..., 0]",
          "histogram(x, [e, ...]): how many values are below the first edge, from each edge to the next, and from the last"),
      of(Signature::isNumber, type -> Signature.list(Type.INT64)).then(edges("edges"))),
  COUNT_BY(
      exact("{}", "count_by(c, categories 100): how many values of each category"),
      of(Signature::isCategory, byCategory(Signature::whole)).with(input("c")).then(categories())),
  SUM_BY(
      exact("{}", "sum_by(x, by c, categories 100): the sum of x in each category"),
      of(Signature::isNumber, byCategory(Signature::sum))
          .by(Signature::isCategory)
          .then(categories())),
  AVG_BY(
      exact("{}", "avg_by(x, by c, categories 100): the average of x in each category"),
      of(Signature::isNumber, byCategory(Signature::real))
          .by(Signature::isCategory)
          .then(categories())),
  MAX_BY(
      exact("{}", "max_by(x, by c, categories 100): the greatest x in each category"),
      of(Signature::isOrdered, byCategory(Signature::same))
          .by(Signature::isCategory)
          .then(categories())),
  TOP_K(
      sketch(
          "[]",
          "top_k(k, x): the k most frequent values with their counts, most frequent first",
          "exact up to 1,000 different values, then too high by at most 1% of all values (99.99% sure)"),
      of(Signature::isKey, Signature::counts).with(whole("k", 1, 1_000), input("x"))),
  DECAYED_SUM(
      sketch(
          "0",
          "decayed_sum(x, half_life d): the sum, each x halved for every d from its event to the window's end",
          "1e-12 of the sum of magnitudes"),
      of(Signature::isNumber, Signature::real).then(halfLife())),
  DECAYED_COUNT(
      sketch(
          "0",
          "decayed_count(half_life d): the count, each event halved for every d from it to the window's end",
          "1e-12 of the count"),
      of(type -> type == null, Signature::real).with(halfLife())),
  VECTOR_SUM(
      exact("null", "vector_sum(v): the sum of each component, exact and rounded once"),
      of(Signature::isVector, Signature::same).with(input("v"))),
  VECTOR_AVG(
      exact("null", "vector_avg(v): the average of each component, exact and rounded once"),
      of(Signature::isVector, Signature::same).with(input("v")));

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

  private final String symbol = name().toLowerCase(Locale.ROOT);
  private final Meaning meaning;
  private final Signature signature;

  AggregateFunction(Meaning meaning, Signature signature) {
    this.meaning = meaning;
    this.signature = signature;
  }

  /** The name as written in a spec. */
  public String symbol() {
    return symbol;
  }

  public String doc() {
    return meaning.doc();
  }

  /** The value of an empty window, as it is written. */
  public String emptyValue() {
    return meaning.emptyValue();
  }

  public Law law() {
    return meaning.law();
  }

  /** How far the value of a sketch may be from that of a scan. */
  public Optional<String> errorBound() {
    return meaning.error();
  }

  /** Whether a sliding sweep may subtract what leaves the window. */
  public boolean isInvertible() {
    return law() == Law.EXACT_INVERTIBLE;
  }

  /** The newest version of its bytes that this build has: that of what is planned now. */
  public int codecVersion() {
    return AggregateCode.OF_THIS_BUILD.newestVersion(this);
  }

  /** What it is called with, in the order in which it is written. */
  public List<Parameter> signature() {
    return signature.parameters();
  }

  /**
   * The type of its value over such an input ({@code null} for none), or null if it does not take
   * that.
   */
  public Type resultType(Type input) {
    return signature.input().test(input) ? signature.result().apply(input) : null;
  }

  /** Whether its {@code by} may have this type. */
  public boolean takesBy(Type by) {
    return signature.by().test(by);
  }

  /** The aggregate of this name, or null. */
  public static AggregateFunction named(String symbol) {
    for (AggregateFunction function : values()) {
      if (function.symbol.equals(symbol)) {
        return function;
      }
    }
    return null;
  }

  /** Why this build cannot compute an aggregate of a plan, unless it can. */
  public static Optional<String> refusal(GroupPlan.Aggregate aggregate) {
    return AggregateCode.OF_THIS_BUILD.refusal(aggregate);
  }

  /**
   * The code of an aggregate of the plan, with its places in a rep.
   *
   * @throws UnsupportedPlanException if this build does not know the function, or the version
   */
  public static Aggregator bind(GroupPlan.Aggregate aggregate, Layout layout) {
    return AggregateCode.OF_THIS_BUILD.bind(aggregate, layout);
  }
}

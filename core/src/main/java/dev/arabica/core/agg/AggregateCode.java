package dev.arabica.core.agg;

import static dev.arabica.core.agg.AggregateFunction.*;
import static java.util.Map.entry;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The code of the aggregates that engines execute; the others the reference engine alone knows. */
final class AggregateCode {
  private static final Map<AggregateFunction, Code> CODES =
      Map.ofEntries(
          entry(COUNT, call -> new Count()),
          entry(SUM, call -> sum(call.input(), false)),
          entry(AVG, call -> sum(call.input(), true)),
          entry(VARIANCE, call -> spread(call.input(), Spread.VARIANCE)),
          entry(STDDEV, call -> spread(call.input(), Spread.STDDEV)),
          entry(VAR_POP, call -> spread(call.input(), Spread.VAR_POP)),
          entry(STDDEV_POP, call -> spread(call.input(), Spread.STDDEV_POP)),
          entry(MIN, call -> Extremum.of(call.input(), false)),
          entry(MAX, call -> Extremum.of(call.input(), true)),
          entry(FIRST, call -> OrderedN.one(call.input(), false)),
          entry(LAST, call -> OrderedN.one(call.input(), true)),
          entry(FIRST_N, call -> OrderedN.list(call.input(), false, call.whole("n"))),
          entry(LAST_N, call -> OrderedN.list(call.input(), true, call.whole("n"))),
          entry(LAST_DISTINCT_N, call -> new DistinctN(call.input(), call.by(), call.whole("n"))),
          entry(TOP_N, call -> new RankedN(call.input(), call.by(), true, call.whole("n"))),
          entry(BOTTOM_N, call -> new RankedN(call.input(), call.by(), false, call.whole("n"))),
          entry(ANY, call -> Quantifier.any()),
          entry(AggregateFunction.ALL, call -> Quantifier.all()),
          entry(DISTINCT_COUNT, call -> new DistinctCount(call.input(), call.whole("exact"))),
          entry(APPROX_DISTINCT, call -> new ApproxDistinct(call.input())),
          entry(APPROX_QUANTILE, call -> quantiles(call, List.of(call.fraction("q")), true)),
          entry(APPROX_QUANTILES, call -> quantiles(call, call.numbers("q"), false)),
          entry(HISTOGRAM, call -> new Histogram(call.input(), call.numbers("edges"))),
          entry(COUNT_BY, call -> byCategory(call, new Count())),
          entry(SUM_BY, call -> byCategory(call, sum(call.input(), false))),
          entry(AVG_BY, call -> byCategory(call, sum(call.input(), true))),
          entry(MAX_BY, call -> byCategory(call, Extremum.of(call.input(), true))),
          entry(DECAYED_SUM, call -> new Decayed(call.input(), call.duration("half_life"))),
          entry(DECAYED_COUNT, call -> new Decayed(null, call.duration("half_life"))),
          entry(VECTOR_SUM, call -> new VectorSum(call.dimension(), false)),
          entry(VECTOR_AVG, call -> new VectorSum(call.dimension(), true)));

  private AggregateCode() {}

  /** The code of an aggregate of the plan, if there is any. */
  static Optional<Aggregator<?>> of(AggregateFunction function, GroupPlan.Aggregate aggregate) {
    return Optional.ofNullable(CODES.get(function)).map(code -> code.apply(new Call(aggregate)));
  }

  static boolean isThere(AggregateFunction function) {
    return CODES.containsKey(function);
  }

  /** Makes the aggregator of a call. */
  private interface Code extends Function<Call, Aggregator<?>> {}

  /** An aggregate of the plan as its code wants to see it. */
  private record Call(GroupPlan.Aggregate aggregate) {
    Type input() {
      return aggregate.input().map(Expr::type).orElse(null);
    }

    Type by() {
      return aggregate.by().map(Expr::type).orElse(null);
    }

    int dimension() {
      return ((Type.VectorType) input()).dimension();
    }

    int whole(String parameter) {
      return Math.toIntExact(duration(parameter));
    }

    long duration(String parameter) {
      return (Long) aggregate.parameters().get(parameter);
    }

    double fraction(String parameter) {
      return (Double) aggregate.parameters().get(parameter);
    }

    @SuppressWarnings("unchecked")
    List<Double> numbers(String parameter) {
      return (List<Double>) aggregate.parameters().get(parameter);
    }
  }

  private static Aggregator<?> sum(Type input, boolean average) {
    if (input instanceof Type.DecimalType decimal) {
      return new DecimalSum(decimal.scale(), average);
    }
    return input.isFloat() ? new FloatSum(average) : new IntSum(average);
  }

  private static Aggregator<?> spread(Type input, Spread spread) {
    if (input instanceof Type.DecimalType decimal) {
      return new DecimalSpread(spread, decimal.scale());
    }
    return input.isFloat() ? new FloatSpread(spread) : new IntSpread(spread);
  }

  private static Aggregator<?> quantiles(Call call, List<Double> quantiles, boolean single) {
    return new Quantiles(call.input(), quantiles, call.fraction("error"), single);
  }

  private static <R> Aggregator<?> byCategory(Call call, Aggregator<R> inner) {
    AggregateFunction function = named(call.aggregate().function());
    Type.MapType result = (Type.MapType) function.resultType(call.input());
    boolean counts = call.by() == null;
    return new Categories<>(
        inner, counts ? call.input() : call.by(), counts, result, call.whole("categories"));
  }
}

package dev.arabica.core.agg;

import static dev.arabica.core.agg.AggregateFunction.*;
import static java.util.Map.entry;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The code of the aggregates. */
final class AggregateCode {
  private static final Map<AggregateFunction, Code> CODES =
      Map.ofEntries(
          entry(COUNT, call -> new Count(call.layout())),
          entry(SUM, call -> sum(call, call.layout(), false)),
          entry(AVG, call -> sum(call, call.layout(), true)),
          entry(VARIANCE, call -> spread(call, Spread.VARIANCE)),
          entry(STDDEV, call -> spread(call, Spread.STDDEV)),
          entry(VAR_POP, call -> spread(call, Spread.VAR_POP)),
          entry(STDDEV_POP, call -> spread(call, Spread.STDDEV_POP)),
          entry(MIN, call -> Extremum.of(call.layout(), call.input(), false)),
          entry(MAX, call -> Extremum.of(call.layout(), call.input(), true)),
          entry(FIRST, call -> Endmost.of(call.layout(), call.input(), false)),
          entry(LAST, call -> Endmost.of(call.layout(), call.input(), true)),
          entry(FIRST_N, call -> call.keeping(new OrderedN(call.input(), false, call.whole("n")))),
          entry(LAST_N, call -> call.keeping(new OrderedN(call.input(), true, call.whole("n")))),
          entry(
              LAST_DISTINCT_N,
              call -> call.keeping(new DistinctN(call.input(), call.by(), call.whole("n")))),
          entry(
              TOP_N,
              call -> call.keeping(new RankedN(call.input(), call.by(), true, call.whole("n")))),
          entry(
              BOTTOM_N,
              call -> call.keeping(new RankedN(call.input(), call.by(), false, call.whole("n")))),
          entry(ANY, call -> Quantifier.any(call.layout())),
          entry(AggregateFunction.ALL, call -> Quantifier.all(call.layout())),
          entry(
              DISTINCT_COUNT,
              call -> call.keeping(new DistinctCount(call.input(), call.whole("exact")))),
          entry(APPROX_DISTINCT, call -> call.keeping(new ApproxDistinct(call.input()))),
          entry(APPROX_QUANTILE, call -> quantiles(call, List.of(call.fraction("q")), true)),
          entry(APPROX_QUANTILES, call -> quantiles(call, call.numbers("q"), false)),
          entry(
              HISTOGRAM, call -> new Histogram(call.layout(), call.input(), call.numbers("edges"))),
          entry(COUNT_BY, call -> byCategory(call, Count::new)),
          entry(SUM_BY, call -> byCategory(call, layout -> sum(call, layout, false))),
          entry(AVG_BY, call -> byCategory(call, layout -> sum(call, layout, true))),
          entry(
              MAX_BY, call -> byCategory(call, layout -> Extremum.of(layout, call.input(), true))),
          entry(TOP_K, call -> call.keeping(new TopK(call.input(), call.whole("k")))),
          entry(
              DECAYED_SUM,
              call -> call.keeping(new Decayed(call.input(), call.duration("half_life")))),
          entry(DECAYED_COUNT, call -> call.keeping(new Decayed(null, call.duration("half_life")))),
          entry(VECTOR_SUM, call -> call.keeping(new VectorSum(call.dimension(), false))),
          entry(VECTOR_AVG, call -> call.keeping(new VectorSum(call.dimension(), true))));

  private AggregateCode() {}

  /** The code of an aggregate of the plan, with its places. */
  static Aggregator of(AggregateFunction function, GroupPlan.Aggregate aggregate, Layout layout) {
    return CODES.get(function).apply(new Call(aggregate, layout));
  }

  /** Makes the aggregator of a call. */
  private interface Code extends Function<Call, Aggregator> {}

  /** An aggregate of the plan as its code wants to see it. */
  private record Call(GroupPlan.Aggregate aggregate, Layout layout) {
    Aggregator keeping(Structure<?> structure) {
      return new StructureAggregator<>(layout, structure);
    }

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

  private static Aggregator sum(Call call, Layout layout, boolean average) {
    if (call.input() instanceof Type.DecimalType decimal) {
      return new DecimalSum(layout, decimal.scale(), average);
    }
    return call.input().isFloat() ? new FloatSum(layout, average) : new IntSum(layout, average);
  }

  private static Aggregator spread(Call call, Spread spread) {
    if (call.input() instanceof Type.DecimalType decimal) {
      return new DecimalSpread(call.layout(), spread, decimal.scale());
    }
    return call.input().isFloat()
        ? new FloatSpread(call.layout(), spread)
        : new IntSpread(call.layout(), spread);
  }

  private static Aggregator quantiles(Call call, List<Double> quantiles, boolean single) {
    double error = call.fraction("error");
    return call.keeping(Quantiles.of(call.input(), quantiles, error, single));
  }

  private static Aggregator byCategory(Call call, Function<Layout, Aggregator> inner) {
    AggregateFunction function = named(call.aggregate().function());
    Type.MapType result = (Type.MapType) function.resultType(call.input());
    boolean counts = call.by() == null;
    return call.keeping(
        new Categories(
            inner, counts ? call.input() : call.by(), counts, result, call.whole("categories")));
  }
}

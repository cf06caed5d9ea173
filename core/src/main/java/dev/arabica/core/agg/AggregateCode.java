package dev.arabica.core.agg;

import static dev.arabica.core.agg.AggregateFunction.named;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.UnsupportedPlanException;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The code of the aggregates, in every version of their bytes. A version that plans have is read
 * and written for ever; to raise one is to add code to the end of a list.
 */
final class AggregateCode {
  static final AggregateCode OF_THIS_BUILD = new AggregateCode(AggregateCode::versions);

  private final Function<AggregateFunction, List<Code>> versions;

  /**
   * @param versions of each function the code of version 1, 2 and so on
   */
  AggregateCode(Function<AggregateFunction, List<Code>> versions) {
    this.versions = versions;
  }

  // Not a map, which would link the code of them all to plan one: some milliseconds of a command.
  private static List<Code> versions(AggregateFunction function) {
    return switch (function) {
      case COUNT -> only(call -> new Count(call.layout()));
      case SUM -> only(call -> sum(call, call.layout(), false));
      case AVG -> only(call -> sum(call, call.layout(), true));
      case VARIANCE -> only(call -> spread(call, Spread.VARIANCE));
      case STDDEV -> only(call -> spread(call, Spread.STDDEV));
      case VAR_POP -> only(call -> spread(call, Spread.VAR_POP));
      case STDDEV_POP -> only(call -> spread(call, Spread.STDDEV_POP));
      case MIN -> only(call -> Extremum.of(call.layout(), call.input(), false));
      case MAX -> only(call -> Extremum.of(call.layout(), call.input(), true));
      case FIRST -> only(call -> Endmost.of(call.layout(), call.input(), false));
      case LAST -> only(call -> Endmost.of(call.layout(), call.input(), true));
      case FIRST_N ->
          only(call -> call.keeping(new OrderedN(call.input(), false, call.whole("n"))));
      case LAST_N -> only(call -> call.keeping(new OrderedN(call.input(), true, call.whole("n"))));
      case LAST_DISTINCT_N ->
          only(call -> call.keeping(new DistinctN(call.input(), call.by(), call.whole("n"))));
      case TOP_N ->
          only(call -> call.keeping(new RankedN(call.input(), call.by(), true, call.whole("n"))));
      case BOTTOM_N ->
          only(call -> call.keeping(new RankedN(call.input(), call.by(), false, call.whole("n"))));
      case ANY -> only(call -> Quantifier.any(call.layout()));
      case ALL -> only(call -> Quantifier.all(call.layout()));
      case DISTINCT_COUNT ->
          only(call -> call.keeping(new DistinctCount(call.input(), call.whole("exact"))));
      case APPROX_DISTINCT -> only(call -> call.keeping(new ApproxDistinct(call.input())));
      case APPROX_QUANTILE -> only(call -> quantiles(call, List.of(call.fraction("q")), true));
      case APPROX_QUANTILES -> only(call -> quantiles(call, call.numbers("q"), false));
      case HISTOGRAM ->
          only(call -> new Histogram(call.layout(), call.input(), call.numbers("edges")));
      case COUNT_BY -> only(call -> byCategory(call, Count::new));
      case SUM_BY -> only(call -> byCategory(call, layout -> sum(call, layout, false)));
      case AVG_BY -> only(call -> byCategory(call, layout -> sum(call, layout, true)));
      case MAX_BY ->
          only(call -> byCategory(call, layout -> Extremum.of(layout, call.input(), true)));
      case TOP_K -> only(call -> call.keeping(new TopK(call.input(), call.whole("k"))));
      case DECAYED_SUM ->
          only(call -> call.keeping(new Decayed(call.input(), call.duration("half_life"))));
      case DECAYED_COUNT ->
          only(call -> call.keeping(new Decayed(null, call.duration("half_life"))));
      case VECTOR_SUM -> only(call -> call.keeping(new VectorSum(call.dimension(), false)));
      case VECTOR_AVG -> only(call -> call.keeping(new VectorSum(call.dimension(), true)));
    };
  }

  /** The code of a function whose bytes have had one version so far. */
  private static List<Code> only(Code code) {
    return List.of(code);
  }

  int newestVersion(AggregateFunction function) {
    return versions.apply(function).size();
  }

  /** Why there is no code for an aggregate of a plan, unless there is. */
  Optional<String> refusal(GroupPlan.Aggregate aggregate) {
    AggregateFunction function = named(aggregate.function());
    if (function == null) {
      return Optional.of(
          "aggregate `%s`: no function `%s`".formatted(aggregate.name(), aggregate.function()));
    }
    int newest = newestVersion(function);
    return aggregate.codecVersion() >= 1 && aggregate.codecVersion() <= newest
        ? Optional.empty()
        : Optional.of(
            "aggregate `%s`: version %d of `%s`, of which this build has version %s"
                .formatted(
                    aggregate.name(),
                    aggregate.codecVersion(),
                    function.symbol(),
                    newest == 1 ? "1" : "1 to " + newest));
  }

  /**
   * The code of an aggregate of the plan, with its places.
   *
   * @throws UnsupportedPlanException if there is none
   */
  Aggregator bind(GroupPlan.Aggregate aggregate, Layout layout) {
    refusal(aggregate)
        .ifPresent(
            why -> {
              throw new UnsupportedPlanException(List.of(why));
            });
    return versions
        .apply(named(aggregate.function()))
        .get(aggregate.codecVersion() - 1)
        .apply(new Call(aggregate, layout));
  }

  /** Makes the aggregator of a call. */
  interface Code extends Function<Call, Aggregator> {}

  /** An aggregate of the plan as its code wants to see it. */
  record Call(GroupPlan.Aggregate aggregate, Layout layout) {
    /** The aggregator of a structure. */
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

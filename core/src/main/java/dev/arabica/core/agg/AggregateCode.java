package dev.arabica.core.agg;

import static java.util.Map.entry;

import dev.arabica.core.type.Type;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The code of the aggregates that engines execute; the others the reference engine alone knows. */
final class AggregateCode {
  private static final Map<AggregateFunction, Code> ALL =
      Map.ofEntries(
          entry(AggregateFunction.COUNT, (input, n) -> new Count()),
          entry(
              AggregateFunction.SUM,
              number(type -> type.isFloat() ? new FloatSum(false) : new IntSum(false))),
          entry(
              AggregateFunction.AVG,
              number(type -> type.isFloat() ? new FloatSum(true) : new IntSum(true))),
          entry(AggregateFunction.VARIANCE, spread(Spread.VARIANCE)),
          entry(AggregateFunction.STDDEV, spread(Spread.STDDEV)),
          entry(AggregateFunction.VAR_POP, spread(Spread.VAR_POP)),
          entry(AggregateFunction.STDDEV_POP, spread(Spread.STDDEV_POP)),
          entry(AggregateFunction.MIN, number(type -> Extremum.of(type, false))),
          entry(AggregateFunction.MAX, number(type -> Extremum.of(type, true))),
          entry(AggregateFunction.FIRST, (input, n) -> OrderedN.one(input, false)),
          entry(AggregateFunction.LAST, (input, n) -> OrderedN.one(input, true)),
          entry(AggregateFunction.FIRST_N, (input, n) -> OrderedN.list(input, false, n)),
          entry(AggregateFunction.LAST_N, (input, n) -> OrderedN.list(input, true, n)),
          entry(AggregateFunction.ANY, (input, n) -> Quantifier.any()),
          entry(AggregateFunction.ALL, (input, n) -> Quantifier.all()),
          entry(AggregateFunction.APPROX_DISTINCT, (input, n) -> new ApproxDistinct(input)));

  private AggregateCode() {}

  /** Makes the aggregator of an input type and, where the function has one, an {@code n}. */
  private interface Code {
    /** Null if there is none over such an input. */
    Aggregator<?> create(Type input, int n);
  }

  static boolean isThere(AggregateFunction function) {
    return ALL.containsKey(function);
  }

  /**
   * @param input null for none
   */
  static Optional<Aggregator<?>> of(AggregateFunction function, Type input, int n) {
    return Optional.ofNullable(ALL.get(function)).map(code -> code.create(input, n));
  }

  private static Code spread(Spread spread) {
    return number(type -> type.isFloat() ? new FloatSpread(spread) : new IntSpread(spread));
  }

  /** Of what has an order but, so far, of no decimals. */
  private static Code number(Function<Type, Aggregator<?>> create) {
    return (input, n) -> input instanceof Type.DecimalType ? null : create.apply(input);
  }
}

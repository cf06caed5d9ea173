package dev.arabica.reference;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.List;

/** The aggregates by their definition, over the inputs of a window. */
final class NaiveAggregate {
  private final GroupPlan.Aggregate plan;
  private final Type inputType;
  private final Type byType;

  NaiveAggregate(GroupPlan.Aggregate plan) {
    this.plan = plan;
    this.inputType = plan.input().map(input -> input.type()).orElse(null);
    this.byType = plan.by().map(by -> by.type()).orElse(null);
  }

  GroupPlan.Aggregate plan() {
    return plan;
  }

  /** What a row that passes the filter brings, or null if that is null or not a number. */
  Object value(Row row) {
    return plan.input().isEmpty()
        ? Inputs.Input.NONE
        : present(Interpreter.value(plan.input().get(), row));
  }

  /** What that is ordered, told apart or grouped by; null if it is null or not a number. */
  Object by(Row row) {
    return plan.by().isEmpty()
        ? Inputs.Input.NONE
        : present(Interpreter.value(plan.by().get(), row));
  }

  /** A vector with a component that is no number is none as a whole. */
  private static Object present(Object value) {
    if (value instanceof float[] vector) {
      for (float component : vector) {
        if (Float.isNaN(component)) {
          return null;
        }
      }
    }
    return value instanceof Double number && number.isNaN() ? null : value;
  }

  FeatureValue over(Inputs inputs) {
    return switch (plan.function()) {
      case "count" -> FeatureValue.ok((long) inputs.size());
      case "sum" -> NaiveNumbers.sum(inputType, inputs.values());
      case "avg" -> NaiveNumbers.average(inputs.values());
      case "variance" -> NaiveNumbers.spread(inputs.values(), true, false);
      case "stddev" -> NaiveNumbers.spread(inputs.values(), true, true);
      case "var_pop" -> NaiveNumbers.spread(inputs.values(), false, false);
      case "stddev_pop" -> NaiveNumbers.spread(inputs.values(), false, true);
      case "min" -> FeatureValue.ok(NaiveOrder.least(inputs.values()));
      case "max" -> FeatureValue.ok(NaiveOrder.greatest(inputs.values()));
      case "first", "last", "first_n", "last_n", "last_distinct_n", "top_n", "bottom_n" ->
          FeatureValue.ok(ordered(inputs));
      case "any" -> FeatureValue.ok(inputs.values().contains(true));
      case "all" -> FeatureValue.ok(!inputs.values().contains(false));
      case "decayed_sum" -> NaiveDecay.sum(inputs, plan.whole("half_life"));
      case "decayed_count" -> NaiveDecay.count(inputs, plan.whole("half_life"));
      default -> overall(inputs);
    };
  }

  private Object ordered(Inputs inputs) {
    NaiveOrder order = new NaiveOrder(inputType, inputs.list());
    return switch (plan.function()) {
      case "first" -> inputs.isEmpty() ? null : order.oldest(1).get(0);
      case "last" -> inputs.isEmpty() ? null : order.newest(1).get(0);
      case "first_n" -> order.oldest(plan.whole("n"));
      case "last_n" -> order.newest(plan.whole("n"));
      case "last_distinct_n" -> order.newestOfEach(plan.whole("n"));
      case "top_n" -> order.top(plan.whole("n"));
      default -> order.bottom(plan.whole("n"));
    };
  }

  private FeatureValue overall(Inputs inputs) {
    List<Object> values = inputs.values();
    return switch (plan.function()) {
      case "distinct_count" -> FeatureValue.ok(NaiveDistinct.count(values));
      case "approx_distinct" -> FeatureValue.ok(NaiveDistinct.estimate(inputType, values));
      case "top_k" -> FeatureValue.ok(NaiveDistinct.mostFrequent(values, plan.whole("k")));
      case "approx_quantile" ->
          FeatureValue.ok(NaiveQuantiles.at((Double) plan.parameters().get("q"), values));
      case "approx_quantiles" -> FeatureValue.ok(NaiveQuantiles.at(numbers("q"), values));
      case "histogram" -> FeatureValue.ok(NaiveQuantiles.histogram(numbers("edges"), values));
      case "vector_sum" -> NaiveVectors.sum(values);
      case "vector_avg" -> NaiveVectors.average(values);
      case "count_by", "sum_by", "avg_by", "max_by" ->
          new NaiveCategories(inputType, byType, plan.whole("categories"))
              .of(plan.function(), inputs.list());
      default -> throw new IllegalArgumentException("unknown aggregate `" + plan.function() + "`");
    };
  }

  @SuppressWarnings("unchecked")
  private List<Double> numbers(String parameter) {
    return (List<Double>) plan.parameters().get(parameter);
  }
}

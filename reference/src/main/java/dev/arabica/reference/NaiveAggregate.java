package dev.arabica.reference;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The aggregates by their definition, over the inputs of a window. */
final class NaiveAggregate {
  private static final int EXACT_DISTINCT = 256;
  private static final int SKETCH_PRECISION = 12;

  private final GroupPlan.Aggregate plan;
  private final Type inputType;

  NaiveAggregate(GroupPlan.Aggregate plan) {
    this.plan = plan;
    this.inputType = plan.input().map(input -> input.type()).orElse(null);
  }

  GroupPlan.Aggregate plan() {
    return plan;
  }

  /**
   * The value over inputs in ascending order of (event time, event id); none of them is null or
   * NaN.
   */
  FeatureValue over(List<KeyEvents.Input> inputs) {
    return switch (plan.function()) {
      case "count" -> FeatureValue.ok((long) inputs.size());
      case "sum" -> inputType.isFloat() ? floatSum(inputs) : intSum(inputs);
      case "avg" -> inputType.isFloat() ? floatAverage(inputs) : intAverage(inputs);
      case "variance" -> spread(inputs, true, false);
      case "stddev" -> spread(inputs, true, true);
      case "var_pop" -> spread(inputs, false, false);
      case "stddev_pop" -> spread(inputs, false, true);
      case "min" -> FeatureValue.ok(extremum(inputs, Order::compare));
      case "max" -> FeatureValue.ok(extremum(inputs, (a, b) -> Order.compare(b, a)));
      case "first" -> FeatureValue.ok(inputs.isEmpty() ? null : oldest(inputs, 1).get(0));
      case "last" -> FeatureValue.ok(inputs.isEmpty() ? null : newest(inputs, 1).get(0));
      case "first_n" -> FeatureValue.ok(oldest(inputs, plan.whole("n")));
      case "last_n" -> FeatureValue.ok(newest(inputs, plan.whole("n")));
      case "any" -> FeatureValue.ok(inputs.stream().anyMatch(input -> (Boolean) input.value()));
      case "all" -> FeatureValue.ok(inputs.stream().allMatch(input -> (Boolean) input.value()));
      case "approx_distinct" -> FeatureValue.ok(distinct(inputs));
      default -> throw new IllegalArgumentException("unknown aggregate `" + plan.function() + "`");
    };
  }

  private static BigInteger wholeSum(List<KeyEvents.Input> inputs) {
    BigInteger sum = BigInteger.ZERO;
    for (KeyEvents.Input input : inputs) {
      sum = sum.add(BigInteger.valueOf((Long) input.value()));
    }
    return sum;
  }

  private static FeatureValue intSum(List<KeyEvents.Input> inputs) {
    BigInteger sum = wholeSum(inputs);
    return sum.bitLength() < Long.SIZE
        ? FeatureValue.ok(sum.longValueExact())
        : FeatureValue.none(FeatureStatus.OVERFLOW);
  }

  private static FeatureValue intAverage(List<KeyEvents.Input> inputs) {
    if (inputs.isEmpty()) {
      return FeatureValue.ok(null);
    }
    return FeatureValue.ok(ExactNumbers.quotient(new BigDecimal(wholeSum(inputs)), inputs.size()));
  }

  private static FeatureValue floatSum(List<KeyEvents.Input> inputs) {
    List<Double> values = doubles(inputs);
    if (values.stream().anyMatch(value -> value.isInfinite())) {
      return infiniteSum(values);
    }
    double sum = ExactNumbers.sum(values).doubleValue();
    return Double.isInfinite(sum)
        ? FeatureValue.none(FeatureStatus.OVERFLOW)
        : FeatureValue.ok(sum);
  }

  private static FeatureValue floatAverage(List<KeyEvents.Input> inputs) {
    if (inputs.isEmpty()) {
      return FeatureValue.ok(null);
    }
    List<Double> values = doubles(inputs);
    if (values.stream().anyMatch(value -> value.isInfinite())) {
      return infiniteSum(values);
    }
    return FeatureValue.ok(ExactNumbers.quotient(ExactNumbers.sum(values), values.size()));
  }

  /** One kind of infinity swallows all finite numbers; both kinds have no sum. */
  private static FeatureValue infiniteSum(List<Double> values) {
    boolean positive = values.contains(Double.POSITIVE_INFINITY);
    boolean negative = values.contains(Double.NEGATIVE_INFINITY);
    if (positive && negative) {
      return FeatureValue.none(FeatureStatus.OVERFLOW);
    }
    return FeatureValue.ok(positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
  }

  /** Too few values have no variance; an infinity has no distance from any mean. */
  private FeatureValue spread(List<KeyEvents.Input> inputs, boolean sample, boolean root) {
    if (inputs.size() < (sample ? 2 : 1)) {
      return FeatureValue.ok(null);
    }
    if (inputs.stream().anyMatch(i -> i.value() instanceof Double d && d.isInfinite())) {
      return FeatureValue.none(FeatureStatus.OVERFLOW);
    }
    List<BigDecimal> values =
        inputs.stream()
            .map(
                i ->
                    i.value() instanceof Double d
                        ? new BigDecimal(d)
                        : new BigDecimal((Long) i.value()))
            .toList();
    double value = ExactNumbers.spread(values, sample, root);
    return Double.isInfinite(value)
        ? FeatureValue.none(FeatureStatus.OVERFLOW)
        : FeatureValue.ok(value);
  }

  private static List<Double> doubles(List<KeyEvents.Input> inputs) {
    return inputs.stream().map(input -> (Double) input.value()).toList();
  }

  private static Object extremum(List<KeyEvents.Input> inputs, Comparator<Object> order) {
    return inputs.stream().map(KeyEvents.Input::value).min(order).orElse(null);
  }

  /**
   * The newest values, newest first. Events that agree in time and id are the same event delivered
   * twice; should they differ all the same, the greater bytes come first.
   */
  private List<Object> newest(List<KeyEvents.Input> inputs, long count) {
    List<KeyEvents.Input> sorted = ascending(inputs);
    Collections.reverse(sorted);
    return first(sorted, count);
  }

  /** The same order from its other end. */
  private List<Object> oldest(List<KeyEvents.Input> inputs, long count) {
    return first(ascending(inputs), count);
  }

  private List<KeyEvents.Input> ascending(List<KeyEvents.Input> inputs) {
    List<KeyEvents.Input> sorted = new ArrayList<>(inputs);
    sorted.sort(
        KeyEvents.Input.BY_TIME_AND_ID.thenComparing(
            input -> CanonicalBytes.of(inputType, input.value()), Order::compare));
    return sorted;
  }

  private static List<Object> first(List<KeyEvents.Input> inputs, long count) {
    List<Object> values = new ArrayList<>();
    inputs.stream().limit(count).forEach(input -> values.add(input.value()));
    return Collections.unmodifiableList(values);
  }

  private long distinct(List<KeyEvents.Input> inputs) {
    Set<Long> hashes = new HashSet<>();
    for (KeyEvents.Input input : inputs) {
      byte[] bytes = CanonicalBytes.of(inputType, input.value());
      hashes.add(Hashing.xxh3_64().hashBytesToLong(bytes));
    }
    if (hashes.size() <= EXACT_DISTINCT) {
      return hashes.size();
    }
    UltraLogLog sketch = UltraLogLog.create(SKETCH_PRECISION);
    hashes.forEach(sketch::add);
    return Math.round(sketch.getDistinctCountEstimate());
  }
}

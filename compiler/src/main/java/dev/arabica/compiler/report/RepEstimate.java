package dev.arabica.compiler.report;

import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import java.util.List;
import java.util.Optional;

/**
 * Formulas for the bytes of reps that this build cannot make yet: how many entries of how many
 * bytes the rep of <i>semantics</i> has, small and full.
 */
final class RepEstimate {
  private static final int VERSION_AND_COUNT = 3;
  private static final int ORDER = 24;
  private static final int HASH = 8;
  private static final int SKETCH = 4_096;
  private static final int SMALL_COUNT = 2;
  private static final int GREAT_COUNT = 9;
  private static final int MASS_AND_TIME = 17;

  /** Natural logarithm of how far the magnitudes of one feature's values are apart. */
  private static final double MAGNITUDES = 42;

  private final GroupPlan.Aggregate aggregate;

  private RepEstimate(GroupPlan.Aggregate aggregate) {
    this.aggregate = aggregate;
  }

  static ByteSize of(GroupPlan.Aggregate aggregate) {
    return new RepEstimate(aggregate).size();
  }

  private ByteSize size() {
    return switch (aggregate.function()) {
      case "distinct_count" -> distinct();
      case "last_distinct_n", "top_n", "bottom_n" -> entries(whole("n", 1), ORDER, ORDER);
      case "top_k" -> entries(8 * whole("k", 1), SMALL_COUNT, GREAT_COUNT);
      case "count_by" -> entries(whole("categories", 100) + 1, SMALL_COUNT, GREAT_COUNT);
      case "sum_by", "avg_by", "max_by" ->
          entries(whole("categories", 100) + 1, 2 * SMALL_COUNT, 3 * GREAT_COUNT);
      case "approx_quantile", "approx_quantiles" -> buckets();
      case "histogram" -> counts(numbers("edges") + 1);
      case "decayed_sum", "decayed_count" -> new ByteSize(MASS_AND_TIME, MASS_AND_TIME, false);
      case "vector_sum", "vector_avg" -> vector();
      case "sum", "avg" -> new ByteSize(10, 30, false);
      case "variance", "stddev", "var_pop", "stddev_pop" -> new ByteSize(20, 60, false);
      case "min", "max" -> entries(1, 0, 0);
      default -> new ByteSize(100, 10_000, false);
    };
  }

  private ByteSize distinct() {
    return new ByteSize(
        VERSION_AND_COUNT + (long) RepSizes.TYPICAL_EVENTS * HASH,
        VERSION_AND_COUNT + Math.max(whole("exact", 1_000) * HASH, SKETCH),
        false);
  }

  private ByteSize entries(long most, long smallest, long greatest) {
    return new ByteSize(
        VERSION_AND_COUNT
            + Math.min(most, RepSizes.TYPICAL_EVENTS) * (smallest + values(SampleValues.TYPICAL)),
        VERSION_AND_COUNT + most * (greatest + values(SampleValues.GREATEST)),
        false);
  }

  private ByteSize buckets() {
    double error = aggregate.parameters().get("error") instanceof Double given ? given : 0.01;
    return new ByteSize(
        VERSION_AND_COUNT + (long) RepSizes.TYPICAL_EVENTS * (1 + SMALL_COUNT),
        VERSION_AND_COUNT + (long) Math.ceil(MAGNITUDES / (2 * error)) * (1 + GREAT_COUNT),
        false);
  }

  private static ByteSize counts(long bins) {
    return new ByteSize(
        VERSION_AND_COUNT + bins * SMALL_COUNT, VERSION_AND_COUNT + bins * GREAT_COUNT, false);
  }

  /** One exact sum a dimension. */
  private ByteSize vector() {
    long typical = values(SampleValues.TYPICAL);
    return new ByteSize(VERSION_AND_COUNT + 2 * typical, VERSION_AND_COUNT + 4 * typical, false);
  }

  /** The bytes of what one entry holds: the input, and what it is told apart by. */
  private long values(SampleValues samples) {
    return bytes(aggregate.input(), samples) + bytes(aggregate.by(), samples);
  }

  private static long bytes(Optional<Expr> expr, SampleValues samples) {
    return expr.map(e -> 1L + ValueCodec.toBytes(e.type(), samples.of(e.type(), 0)).length)
        .orElse(0L);
  }

  private long whole(String parameter, long otherwise) {
    return aggregate.parameters().get(parameter) instanceof Long given ? given : otherwise;
  }

  private long numbers(String parameter) {
    return aggregate.parameters().get(parameter) instanceof List<?> given ? given.size() : 1;
  }
}

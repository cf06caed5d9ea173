package dev.arabica.compiler.report;

import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import java.util.Optional;

/**
 * The bytes of reps that this build cannot make yet: entries of a value and a count, some times as
 * many as the result has, which is how sketches of frequent values bound their error.
 */
final class RepEstimate {
  private static final int ENTRIES_FOR_ONE = 8;
  private static final int VERSION_AND_COUNT = 3;
  private static final int SMALL_COUNT = 2;
  private static final int GREAT_COUNT = 9;

  private RepEstimate() {}

  static ByteSize of(GroupPlan.Aggregate aggregate) {
    long most =
        ENTRIES_FOR_ONE
            * aggregate.parameters().values().stream()
                .mapToLong(value -> value instanceof Long bound ? bound : 1)
                .max()
                .orElse(1);
    return new ByteSize(
        VERSION_AND_COUNT
            + Math.min(most, RepSizes.TYPICAL_EVENTS)
                * (SMALL_COUNT + bytes(aggregate.input(), SampleValues.TYPICAL)),
        VERSION_AND_COUNT + most * (GREAT_COUNT + bytes(aggregate.input(), SampleValues.GREATEST)),
        false);
  }

  private static long bytes(Optional<Expr> expr, SampleValues samples) {
    return expr.map(e -> (long) ValueCodec.toBytes(e.type(), samples.of(e.type(), 0)).length)
        .orElse(0L);
  }
}

package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.compiler.report.FeatureChange.Status;
import dev.arabica.compiler.report.PlanDiff;
import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a new plan finds among the blocks of the old one, as {@code featc diff} says it. */
class StoredBlocksTest {
  private static final String SPEC =
      """
      source s { fields { k string  a int64  b int64  at timestamp } time at }
      features g from s by k {
        a = sum(a) over 1h
        b = sum(b) over 1h
      }
      """;

  @Test
  void anAggregateThatWasDroppedIsStillStored() {
    Plan first = Specs.plan(SPEC);
    Plan second = Packing.against(first, Specs.plan(SPEC.replace("  a = sum(a) over 1h\n", "")));
    assertThat(diff(first, second)).containsEntry("b_last_1h", Status.UNCHANGED);
    assertThat(diff(second, Specs.plan(SPEC))).containsEntry("a_last_1h", Status.SERVED);
  }

  /** Blocks hold both sums: where one cannot be computed any more, the other is built anew. */
  @Test
  void aPackThatCannotGoOnIsBackfilled() {
    String without = SPEC.replace("  a int64", "").replace("  a = sum(a) over 1h\n", "");
    assertThat(diff(Specs.plan(SPEC), Specs.plan(without)))
        .containsEntry("b_last_1h", Status.BACKFILL);
  }

  private static Map<String, Status> diff(Plan old, Plan now) {
    return PlanDiff.between(old, now, 0).features().stream()
        .collect(Collectors.toMap(change -> change.feature(), change -> change.status()));
  }
}

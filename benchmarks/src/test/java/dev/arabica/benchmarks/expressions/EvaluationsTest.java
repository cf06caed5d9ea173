package dev.arabica.benchmarks.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.type.Row;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All contestants come to the same, row by row. */
class EvaluationsTest {
  private static final Row[] ROWS = Rows.of(2_000);

  @ParameterizedTest
  @MethodSource("contestants")
  void comesToTheSameAsByHand(Map.Entry<String, Function<Row[], Evaluation>> contestant) {
    Evaluation evaluation = contestant.getValue().apply(ROWS);
    Evaluation byHand = new HandEvaluation(ROWS);
    for (Row row : ROWS) {
      assertThat(evaluation.passes(row)).as("%s", row).isEqualTo(byHand.passes(row));
      assertThat(evaluation.seconds(row)).as("%s", row).isEqualTo(byHand.seconds(row));
      assertThat(evaluation.share(row)).as("%s", row).isEqualTo(byHand.share(row));
    }
    assertThat(evaluation.run()).isEqualTo(byHand.run());
  }

  static Set<Map.Entry<String, Function<Row[], Evaluation>>> contestants() {
    return Evaluations.contestants().entrySet();
  }

  @Test
  void someRowsPassAndSomeSharesAreNullOrCut() {
    Evaluation byHand = new HandEvaluation(ROWS);
    assertThat(Arrays.stream(ROWS).filter(byHand::passes)).hasSizeBetween(400, 1_000);
    double[] shares = Arrays.stream(ROWS).mapToDouble(byHand::share).toArray();
    assertThat(Arrays.stream(shares).filter(share -> share == Evaluation.NULL).count())
        .isGreaterThan(200);
    assertThat(Arrays.stream(shares).filter(share -> share == 1).count()).isGreaterThan(200);
  }
}

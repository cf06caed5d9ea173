package dev.arabica.benchmarks.sketches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All sketches come near the truth, from values and from stored sketches. */
class KindTest {
  @ParameterizedTest
  @CsvSource({
    "DISTINCT, 20", "DISTINCT, 5000",
    "DISTINCT_STRINGS, 20", "DISTINCT_STRINGS, 5000",
    "QUANTILE, 20", "QUANTILE, 5000"
  })
  void comeNearTheTruth(Kind kind, int size) {
    long[][] numbers = kind.numbers(24, size);
    Values values = kind.values(numbers);
    kind.sketches()
        .forEach(
            (label, made) -> {
              Sketch sketch = made.get();
              for (int i = 0; i < numbers.length; i++) {
                values.take(i, sketch);
                expect(label, kind, sketch.estimate(), numbers[i]);
              }
              SketchWork.Union union = SketchWork.Union.of(sketch, values, 12);
              union.run();
              expect(label, kind, sketch.estimate(), all(Arrays.copyOfRange(numbers, 12, 24)));
            });
  }

  private static long[] all(long[][] rows) {
    return Arrays.stream(rows).flatMapToLong(LongStream::of).toArray();
  }

  /** A sketch of ranks is allowed 4% of the ranks, the others 5% of the value. */
  private static void expect(String label, Kind kind, double estimate, long[] values) {
    long[] sorted = Arrays.stream(values).sorted().toArray();
    if (kind != Kind.QUANTILE) {
      long truth = Arrays.stream(values).distinct().count();
      assertThat(estimate).as(label).isCloseTo(truth, Percentage.withPercentage(5));
    } else if (label.startsWith("KLL")) {
      long rank = Arrays.stream(values).filter(value -> value <= estimate).count();
      assertThat(rank / (double) values.length).as(label).isCloseTo(0.5, within(0.04));
    } else {
      double truth = sorted[(int) Math.floor(0.5 * (sorted.length - 1))];
      assertThat(estimate).as(label).isCloseTo(truth, Percentage.withPercentage(1.1));
    }
  }
}

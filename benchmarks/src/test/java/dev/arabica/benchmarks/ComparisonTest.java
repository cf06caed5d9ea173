package dev.arabica.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The harness says what was measured: nothing here is timed. */
class ComparisonTest {
  @Test
  void showsRatiosWithinEachRound() {
    Comparison comparison = new Comparison("Things", "base");
    double[][] rounds = {{0.1, 0.4}, {0.2, 0.2}, {0.1, 0.3}};
    for (double[] round : rounds) {
      comparison.add("base", new Cost(round[0], 1, 0));
      comparison.add("ours", new Cost(round[1], 1, 64));
    }
    assertThat(comparison.table())
        .isEqualTo(
            """
            Things, 3 runs: min / **median** / max

            | | CPU ms | CPU, times that of "base" | peak MiB |
            |---|---|---|---|
            | base | 100 / **100** / 200 | 1.00 / **1.00** / 1.00 |  |
            | ours | 200 / **300** / 400 | 1.00 / **3.00** / 4.00 | 64 / **64** / 64 |
            """);
    Map<String, Object> document = Json.parseObject(comparison.json());
    assertThat(document).containsEntry("base", "base");
    List<?> ours = (List<?>) ((Map<?, ?>) document.get("runs")).get("ours");
    assertThat(ours.get(0)).isEqualTo(Map.of("cpu_s", 0.4, "wall_s", 1.0, "peak_mib", 64.0));
  }

  @Test
  void countsWhatACommandCosts() throws Exception {
    Timed.Run run = Timed.run(List.of("sh", "-c", "echo told; echo so >&2"));
    assertThat(run.out()).isEqualTo("told\nso\n");
    assertThat(run.wall()).isGreaterThanOrEqualTo(0).isLessThan(600);
  }
}

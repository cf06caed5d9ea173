package dev.arabica.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The harness says what was measured: nothing here is timed. */
class ComparisonTest {
  @Test
  void showsRatiosWithinEachRound() {
    Comparison comparison = new Comparison("Things", "base", Units.OF_PROCESSES);
    double[][] rounds = {{100, 400}, {200, 200}, {100, 300}};
    for (double[] round : rounds) {
      comparison.add("base", new Cost(round[0], 1, Double.NaN));
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
    Map<String, Object> document = comparison.document();
    assertThat(document).containsEntry("base", "base");
    List<?> ours = (List<?>) ((Map<?, ?>) document.get("runs")).get("ours");
    assertThat(ours.get(0)).isEqualTo(Map.of("cpu_ms", 400.0, "wall_s", 1.0, "peak_mib", 64.0));
  }

  @Test
  void saysWhatCouldNotBeRun() {
    Comparison comparison = new Comparison("Things", "base", Units.ofOperations("event"));
    comparison.add("base", new Cost(2.5, 1, 0));
    comparison.add("peer", new Cost(5, 1, 16));
    comparison.leaveOut("peer", "it is not there");
    assertThat(comparison.table())
        .isEqualTo(
            """
            Things, 1 runs: min / **median** / max

            | | CPU ns / event | CPU, times that of "base" | bytes / event |
            |---|---|---|---|
            | base | 2.5 / **2.5** / 2.5 | 1.00 / **1.00** / 1.00 | 0 / **0** / 0 |
            | peer | not run: it is not there | | |
            """);
    assertThat(comparison.document()).containsEntry("not_run", Map.of("peer", "it is not there"));
    assertThatThrownBy(() -> comparison.leaveOut("base", "gone"))
        .hasMessage("nothing to compare with: base: gone");
  }

  @Test
  void countsWhatACommandCosts() throws Exception {
    Timed.Run run = Timed.run(List.of("sh", "-c", "echo told; echo so >&2"));
    assertThat(run.out()).isEqualTo("told\nso\n");
    assertThat(run.wall()).isGreaterThanOrEqualTo(0).isLessThan(600);
  }
}

package dev.arabica.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.Plan;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code reports/x.feat} with its report and pictures. Run with {@code -Dgolden.write=true} to
 * write those anew.
 */
class ReportGoldenTest {
  static Stream<Path> specs() {
    return Reports.specs(Reports.FOLDER);
  }

  @ParameterizedTest
  @MethodSource("specs")
  void isTheGoldenText(Path spec) {
    check(spec, ".txt", PlanText.of(Reports.plan(spec)));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void isTheGoldenGraph(Path spec) {
    Plan plan = Reports.plan(spec);
    check(spec, ".dot", DotText.of(plan, plan));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void isTheGoldenPicture(Path spec) {
    Plan plan = Reports.plan(spec);
    check(spec, ".svg", SvgText.of(plan, plan));
  }

  private static void check(Path spec, String ending, String actual) {
    Path file = Reports.beside(spec, ending);
    assertThat(actual + "\n").isEqualTo(Reports.golden(file, actual + "\n"));
  }
}

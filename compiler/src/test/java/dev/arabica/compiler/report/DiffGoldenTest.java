package dev.arabica.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.time.Instants;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code diffs/x.old.feat} and {@code x.new.feat} with what changes from one to the other. Run
 * with {@code -Dgolden.write=true} to write that anew.
 */
class DiffGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/diffs");
  private static final long AT = Instants.parse("2025-11-29T16:12:00Z");

  static Stream<Path> specs() {
    return Reports.specs(FOLDER).filter(path -> path.toString().endsWith(".new.feat"));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void isTheGoldenText(Path spec) {
    check(spec, ".txt", DiffText.of(diff(spec)));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void isTheGoldenDocument(Path spec) {
    check(spec, ".json", DiffJson.of(diff(spec)));
  }

  private static PlanDiff diff(Path spec) {
    Path old = Path.of(spec.toString().replace(".new.feat", ".old.feat"));
    return PlanDiff.between(Reports.plan(old), Reports.plan(spec), AT);
  }

  private static void check(Path spec, String ending, String actual) {
    Path file = Path.of(spec.toString().replace(".new.feat", ending));
    assertThat(actual + "\n").isEqualTo(Reports.golden(file, actual + "\n"));
  }
}

package dev.arabica.specs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.PlanCodec;
import dev.arabica.dsl.FeatFormatter;
import dev.arabica.dsl.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program that is shipped compiles without a warning, to the plan in {@code plans/}: a change
 * of a plan is a change of what is stored, so it is made knowingly. Run with {@code
 * -Dgolden.write=true} to write the plans anew.
 */
class ShippedSpecsTest {
  private static final Path PLANS = Path.of("src/test/resources/plans");

  static List<Path> programs() {
    return ShippedSpecs.all();
  }

  @Test
  void theProgramsAreFound() {
    assertThat(programs())
        .extracting(folder -> folder.getFileName().toString())
        .contains("spotlight", "kuairand", "movies", "short-video", "first-steps");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void compilesToTheGoldenPlan(Path program) throws IOException {
    String pretty = PlanCodec.toPrettyJson(ShippedSpecs.plan(program)) + "\n";
    Path golden = PLANS.resolve(program.getFileName() + ".json");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, pretty);
    }
    assertThat(pretty).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void hasTheOneLayout(Path program) throws IOException {
    for (SourceFile spec : ShippedSpecs.read(program)) {
      assertThat(FeatFormatter.format(spec).text()).hasValue(spec.text());
    }
  }
}

package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each {@code plans/x.feat}, or folder {@code plans/x}, and its plan, {@code plans/x.json}. Run
 * with {@code -Dgolden.write=true} to write the latter anew.
 */
class PlanGoldenTest {
  private static final Path FOLDER = Path.of("src/test/resources/plans");

  static Stream<Path> specs() {
    return Specs.list(FOLDER).stream().filter(path -> !path.toString().endsWith(".json"));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void compilesToTheGoldenPlan(Path spec) throws IOException {
    String pretty = PlanCodec.toPrettyJson(plan(spec)) + "\n";
    Path golden = FOLDER.resolve(spec.getFileName().toString().replace(".feat", "") + ".json");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, pretty);
    }
    assertThat(pretty).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void survivesJson(Path spec) {
    Plan plan = plan(spec);
    Plan read = PlanCodec.fromJson(PlanCodec.toJson(plan));
    assertThat(read).isEqualTo(plan);
    assertThat(PlanCodec.fromJson(PlanCodec.toPrettyJson(plan))).isEqualTo(plan);
    assertThat(PlanCodec.toJson(read)).isEqualTo(PlanCodec.toJson(plan));
    assertThat(PlanCodec.fingerprint(read)).isEqualTo(PlanCodec.fingerprint(plan));
  }

  private static Plan plan(Path spec) {
    Set<String> allowed = Set.of(CompilerCodes.UNSERVED_FEATURE.id());
    Compilation compilation = SpecCompiler.compile(Specs.read(spec), allowed);
    assertThat(compilation.diagnostics()).isEmpty();
    return compilation.plan().orElseThrow();
  }
}

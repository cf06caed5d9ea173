package dev.arabica.specs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
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
 * Every spec that is shipped compiles without a warning, to the plan in {@code plans/}: a change of
 * a plan is a change of what is stored, so it is made knowingly. Run with {@code
 * -Dgolden.write=true} to write the plans anew.
 */
class ShippedSpecsTest {
  private static final Path PLANS = Path.of("src/test/resources/plans");

  static List<Path> specs() {
    return ShippedSpecs.all();
  }

  @Test
  void theSpecsAreFound() {
    assertThat(specs())
        .extracting(spec -> spec.getFileName().toString())
        .contains("kuairand.feat", "short_video.feat");
  }

  @ParameterizedTest
  @MethodSource("specs")
  void compilesToTheGoldenPlan(Path spec) throws IOException {
    String pretty = PlanCodec.toPrettyJson(ShippedSpecs.plan(spec)) + "\n";
    Path golden = PLANS.resolve(spec.getFileName().toString().replace(".feat", ".json"));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(golden, pretty);
    }
    assertThat(pretty).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void hasTheOneLayout(Path spec) throws IOException {
    assertThat(FeatFormatter.format(SourceFile.read(spec)).text()).hasValue(Files.readString(spec));
  }

  @ParameterizedTest
  @MethodSource("specs")
  void readsEveryFeatureInSomeSet(Path spec) throws IOException {
    Plan plan = ShippedSpecs.plan(spec);
    List<String> read =
        plan.featureSets().stream()
            .flatMap(set -> set.members().stream())
            .map(member -> member.group())
            .distinct()
            .toList();
    assertThat(plan.groups()).extracting(GroupPlan::name).containsExactlyInAnyOrderElementsOf(read);
  }
}

package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.dsl.Diagnostic;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The example that the language was designed by, word for word. */
class LanguageExampleTest {
  private static final Compilation EXAMPLE =
      SpecCompiler.compile(Specs.read(Path.of("src/test/resources/language/spotlight.feat")));

  @Test
  void itCompilesAndOnlyUnreadFeaturesAreWorthAWarning() {
    assertThat(EXAMPLE.diagnostics())
        .extracting(Diagnostic::code)
        .containsOnly(CompilerCodes.UNSERVED_FEATURE);
    Plan plan = EXAMPLE.plan().orElseThrow();
    assertThat(PlanCodec.fromJson(PlanCodec.toJson(plan))).isEqualTo(plan);
  }

  @Test
  void itHasOneOfEach() {
    Plan plan = EXAMPLE.plan().orElseThrow();
    assertThat(plan.groups()).hasSize(4);
    assertThat(plan.snapshots()).hasSize(1);
    assertThat(plan.requests()).hasSize(1);
    assertThat(plan.featureSet("ranker_v1").members())
        .extracting(FeatureSetPlan.Member::alias)
        .containsExactly("content", "snap", "viewer", "author", "affinity", "recent", "request");
    assertThat(plan.featureSet("ranker_v1").keys())
        .extracting(key -> key.name() + " " + key.type())
        .containsExactly("user_id string", "snap_id string");
    assertThat(plan.model("l2_ranker").inputs()).hasSize(2);
    assertThat(EXAMPLE.tests())
        .extracting(SpecTest::title)
        .containsExactly("only long spotlight views count as long");
  }
}

package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.dsl.FeatFormatter;
import dev.arabica.dsl.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The layout of a spec is no part of what it means. */
class FormattedSpecsTest {
  @Test
  void aFormattedSpecMeansTheSame() {
    int plans = 0;
    for (int seed = 0; seed < 200; seed++) {
      plans += check(seed, new SpecGenerator(seed).spec());
    }
    assertThat(plans).isGreaterThan(20);
  }

  /** How many plans came of it: one or none. */
  private static int check(int seed, String spec) {
    Optional<String> formatted = format(spec);
    if (formatted.isEmpty()) {
      return 0;
    }
    String text = formatted.get();
    assertThat(format(text)).as("seed %d", seed).hasValue(text);
    Compilation before = Specs.compile(spec);
    Compilation after = Specs.compile(text);
    assertThat(told(after)).as("seed %d\n%s", seed, text).isEqualTo(told(before));
    assertThat(fingerprint(after)).as("seed %d\n%s", seed, text).isEqualTo(fingerprint(before));
    return after.plan().isPresent() ? 1 : 0;
  }

  private static Optional<String> format(String text) {
    return FeatFormatter.format(SourceFile.of("spec.feat", text)).text();
  }

  private static List<String> told(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(diagnostic -> diagnostic.code() + " " + diagnostic.message())
        .toList();
  }

  private static Optional<String> fingerprint(Compilation compilation) {
    Optional<Plan> plan = compilation.plan();
    return plan.map(PlanCodec::fingerprint);
  }
}

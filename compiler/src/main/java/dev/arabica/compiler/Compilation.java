package dev.arabica.compiler;

import dev.arabica.core.plan.Plan;
import dev.arabica.dsl.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of some specs: all diagnostics in source order, and the plan unless one of them is an
 * error.
 *
 * @param tests in source order; none where there is no plan to run them on
 */
public record Compilation(Optional<Plan> plan, List<Diagnostic> diagnostics, List<SpecTest> tests) {
  public Compilation {
    diagnostics = List.copyOf(diagnostics);
    tests = List.copyOf(tests);
  }
}

package dev.arabica.compiler;

import dev.arabica.core.plan.Plan;
import dev.arabica.dsl.Diagnostic;
import java.util.List;
import java.util.Optional;

/**
 * What became of some specs: all diagnostics in source order, and the plan unless one of them is an
 * error.
 */
public record Compilation(Optional<Plan> plan, List<Diagnostic> diagnostics) {
  public Compilation {
    diagnostics = List.copyOf(diagnostics);
  }
}

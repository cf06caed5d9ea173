package dev.arabica.cli;

import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.Unsupported;
import dev.arabica.tables.Environment;
import dev.arabica.tables.PlanRegistry;
import dev.arabica.tables.Tables;
import java.nio.file.Path;

/**
 * A plan that is the current one of an environment.
 *
 * @param plan as it was packed: it goes on with the blocks that the environment has stored
 */
public record Deployment(String fingerprint, Plan plan) {

  /**
   * Creates the environment and the tables that are missing, then registers the plan.
   *
   * @throws dev.arabica.core.plan.UnsupportedPlanException before anything is written, if no engine
   *     executes all of it
   */
  public static Deployment deploy(Plan plan, Path folder) {
    Unsupported.refuse(plan);
    Environment environment = Environment.create(folder);
    Plan packed = packed(plan, environment.plans());
    try (Tables tables = Tables.open(environment)) {
      tables.blocks();
      tables.deadLetters();
      packed.sources().forEach(tables::raw);
    }
    return new Deployment(environment.plans().makeCurrent(packed), packed);
  }

  private static Plan packed(Plan plan, PlanRegistry plans) {
    return plans
        .currentFingerprint()
        .map(current -> Packing.against(plans.read(current), plan))
        .orElse(plan);
  }
}

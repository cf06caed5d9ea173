package dev.arabica.cli;

import dev.arabica.core.plan.Plan;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Tables;

/** Makes a plan the current one of an environment. */
public final class Deployment {
  private Deployment() {}

  /** Creates the tables that are missing, then registers the plan; gives its fingerprint. */
  public static String deploy(Plan plan, Environment environment) {
    try (Tables tables = Tables.open(environment)) {
      tables.blocks();
      tables.deadLetters();
      plan.sources().forEach(tables::raw);
    }
    return environment.plans().makeCurrent(plan);
  }
}

package dev.arabica.cli;

import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.Unsupported;
import dev.arabica.tables.Environment;
import dev.arabica.tables.PlanRegistry;
import dev.arabica.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan that is the current one of an environment.
 *
 * @param plan as it was packed: it goes on with the blocks that the environment has stored
 * @param unbuilt features whose blocks the plan before, if there was one, did not have
 */
public record Deployment(String fingerprint, Plan plan, List<String> unbuilt) {

  /**
   * Creates the environment and the tables that are missing, then registers the plan.
   *
   * @throws dev.arabica.core.plan.UnsupportedPlanException before anything is written, if no engine
   *     executes all of it
   */
  public static Deployment deploy(Plan plan, Path folder) {
    Unsupported.refuse(plan);
    Environment environment = Environment.create(folder);
    Plan previous = current(environment.plans());
    Plan packed = Packing.against(previous, plan);
    try (Tables tables = Tables.open(environment)) {
      tables.blocks();
      tables.deadLetters();
      packed.sources().forEach(tables::raw);
    }
    String fingerprint = environment.plans().makeCurrent(packed);
    return new Deployment(fingerprint, packed, unbuilt(previous, packed));
  }

  /** A plan of nothing where there is none yet. */
  private static Plan current(PlanRegistry plans) {
    return plans
        .currentFingerprint()
        .map(plans::read)
        .orElseGet(() -> new Plan(List.of(), List.of(), List.of()));
  }

  private static List<String> unbuilt(Plan previous, Plan packed) {
    Set<String> stored =
        previous.groups().stream()
            .flatMap(group -> group.packs().stream())
            .map(GroupPlan.Pack::id)
            .collect(Collectors.toSet());
    List<String> unbuilt = new ArrayList<>();
    if (stored.isEmpty()) {
      return unbuilt;
    }
    for (GroupPlan group : packed.groups()) {
      for (GroupPlan.Feature feature : group.features()) {
        if (!stored.contains(group.packs().get(feature.pack()).id())) {
          unbuilt.add(group.name() + "." + feature.name());
        }
      }
    }
    return unbuilt;
  }
}

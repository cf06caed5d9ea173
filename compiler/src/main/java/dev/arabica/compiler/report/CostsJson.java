package dev.arabica.compiler.report;

import dev.arabica.core.json.Json;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the parts of a plan cost, for scripts; bytes and blocks are those of {@link PlanText}. */
public final class CostsJson {
  private CostsJson() {}

  /** As for {@link PlanText#of(Plan, Plan)}. */
  public static String of(Plan shown, Plan whole) {
    PlanFacts facts = new PlanFacts(whole);
    return Json.pretty(
        Map.of(
            "plan", PlanCodec.fingerprint(whole),
            "aggregates", aggregates(shown, facts),
            "groups", shown.groups().stream().map(group -> group(group, facts)).toList(),
            "feature_sets", shown.featureSets().stream().map(set -> set(set, facts)).toList()));
  }

  /** Each stored aggregate once, by its pack and identity. */
  private static List<Object> aggregates(Plan plan, PlanFacts facts) {
    Map<String, Object> documents = new LinkedHashMap<>();
    for (GroupPlan group : plan.groups()) {
      for (GroupPlan.Pack pack : group.packs()) {
        for (GroupPlan.Aggregate aggregate : pack.aggregates()) {
          documents.putIfAbsent(
              pack.id() + aggregate.id(),
              Map.of(
                  "id", aggregate.id(),
                  "pack", pack.id(),
                  "groups", facts.readersOf(pack),
                  "rep_bytes", bytes(facts.costs().rep(aggregate))));
        }
      }
    }
    return List.copyOf(documents.values());
  }

  private static Map<String, Object> group(GroupPlan group, PlanFacts facts) {
    GroupCost cost = facts.costs().of(group);
    return Map.of(
        "group", group.name(),
        "blocks_read", cost.blocksRead(),
        "blocks_stored", cost.blocksStored(),
        "stored_bytes", bytes(cost.stored()),
        "blocks_in_stream", cost.blocksInStream(),
        "stream_bytes", bytes(cost.inStream()));
  }

  private static Map<String, Object> set(FeatureSetPlan set, PlanFacts facts) {
    SetCost cost = facts.costs().of(set);
    return Map.of(
        "feature_set", set.name(),
        "blocks_read", cost.blocks(),
        "assembled_values", cost.assembled(),
        "snapshot_rows", cost.snapshotRows());
  }

  private static Map<String, Object> bytes(ByteSize size) {
    return Map.of("typical", size.typical(), "greatest", size.greatest());
  }
}

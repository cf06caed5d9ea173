package dev.arabica.compiler.report;

import dev.arabica.core.plan.FeatureSetPlan;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a feature set reads: groups, snapshots, requests, and the sources of its labels. */
final class SetInputs {
  private SetInputs() {}

  static Set<String> of(FeatureSetPlan set) {
    Set<String> inputs = new LinkedHashSet<>();
    for (FeatureSetPlan.Member member : set.members()) {
      inputs.add(member.group());
      member.fallback().ifPresent(fallback -> inputs.add(fallback.from()));
      member.enrichments().forEach(enrichment -> inputs.add(enrichment.snapshot()));
    }
    set.labels().forEach(label -> inputs.add(label.source()));
    return inputs;
  }
}

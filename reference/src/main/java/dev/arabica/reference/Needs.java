package dev.arabica.reference;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.FeatureSetPlan.Enrichment;
import dev.arabica.core.plan.FeatureSetPlan.Fallback;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.plan.FeatureSetPlan.Label;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.StreamPlan;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a feature set is computed from, by qualified names.
 *
 * @param sources whose events, and {@code snapshots} whose rows
 */
record Needs(TreeSet<String> sources, TreeSet<String> snapshots) {

  static Needs of(Plan plan, FeatureSetPlan set) {
    Needs needs = new Needs(new TreeSet<>(), new TreeSet<>());
    for (Member member : set.members()) {
      needs.add(plan, member.kind(), member.group());
      for (Enrichment enrichment : member.enrichments()) {
        needs.add(plan, Kind.SNAPSHOT, enrichment.snapshot());
      }
      if (member.fallback().isPresent()) {
        Fallback fallback = member.fallback().get();
        needs.add(plan, fallback.kind(), fallback.from());
      }
    }
    for (Label label : set.labels()) {
      needs.addStream(plan, label.source());
    }
    return needs;
  }

  private void add(Plan plan, Kind kind, String name) {
    switch (kind) {
      case GROUP -> addStream(plan, plan.group(name).source());
      case SNAPSHOT -> snapshots.add(plan.snapshot(name).name());
      case REQUEST -> {
        // It comes with the row.
      }
    }
  }

  private void addStream(Plan plan, String name) {
    Optional<StreamPlan> stream = plan.stream(name);
    if (stream.isEmpty()) {
      sources.add(plan.source(name).name());
    } else {
      stream.get().branches().forEach(branch -> addStream(plan, branch.from()));
    }
  }
}

package dev.arabica.cli;

import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Cover;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.SealedRanges;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan for people: sources, groups with their stored aggregates and windows, sets, and blocks per
 * lookup.
 */
final class PlanText {
  private final StringBuilder text = new StringBuilder();

  private PlanText() {}

  static String of(Plan plan) {
    PlanText text = new PlanText();
    text.line("plan " + PlanCodec.fingerprint(plan));
    plan.sources().forEach(text::source);
    plan.groups().forEach(text::group);
    plan.featureSets().forEach(text::featureSet);
    return text.text.toString().stripTrailing();
  }

  private void source(SourcePlan source) {
    line("");
    line("source " + source.name());
    line("  topic " + source.topic().orElse("(none)") + ", table " + source.table());
    line(
        "  watermark "
            + Instants.prettyDuration(source.behindMicros())
            + " behind, late up to "
            + Instants.prettyDuration(source.lateMicros())
            + ", ahead up to "
            + Instants.prettyDuration(source.aheadMicros()));
    source
        .dedup()
        .ifPresent(
            dedup -> line("  duplicates within " + Instants.prettyDuration(dedup.withinMicros())));
  }

  private void group(GroupPlan group) {
    line("");
    line(
        "features "
            + group.name()
            + " from "
            + group.source()
            + " by "
            + group.keys().stream().map(GroupPlan.Key::name).collect(Collectors.joining(", ")));
    for (int pack = 0; pack < group.packs().size(); pack++) {
      line("  pack " + group.packs().get(pack).id());
      List<GroupPlan.Aggregate> aggregates = group.packs().get(pack).aggregates();
      for (int i = 0; i < aggregates.size(); i++) {
        aggregate(group, pack, i, aggregates.get(i));
      }
    }
    line("  blocks read per lookup: at most " + worstCase(group));
  }

  private void aggregate(GroupPlan group, int pack, int position, GroupPlan.Aggregate aggregate) {
    line("    " + aggregate.function() + " " + aggregate.name() + "  " + aggregate.id());
    for (GroupPlan.Feature feature : group.features()) {
      if (feature.pack() == pack && feature.aggregate() == position) {
        line(
            "      "
                + feature.name()
                + " "
                + feature.type()
                + ": over "
                + Instants.prettyDuration(feature.windowMicros())
                + " step "
                + Instants.prettyDuration(feature.stepMicros())
                + " from the "
                + feature.anchor().name().toLowerCase(java.util.Locale.ROOT));
      }
    }
  }

  /** The most blocks that the longest window can take, once its past is sealed. */
  private static long worstCase(GroupPlan group) {
    long longest =
        group.features().stream().mapToLong(GroupPlan.Feature::windowMicros).max().orElse(0);
    SealedRanges sealed = SealedRanges.NONE.plus(0, Long.MAX_VALUE / 2, 1);
    // Both ends of the window lie one block off an edge of the coarsest size.
    long base = group.ladder().baseSize();
    long coarsest = group.ladder().sizes().get(group.ladder().sizes().size() - 1);
    long lo = base;
    long hi = lo + longest + coarsest - 2 * base;
    long atMost =
        Cover.of(lo, hi, group.ladder(), sealed).stream().mapToLong(Cover.Segment::blocks).sum();
    return Math.min(atMost, longest / base);
  }

  private void featureSet(FeatureSetPlan set) {
    line("");
    line(
        "feature_set "
            + set.name()
            + " for "
            + set.keys().stream()
                .map(key -> key.name() + " " + key.type())
                .collect(Collectors.joining(", ")));
    for (FeatureSetPlan.Member member : set.members()) {
      line(
          "  "
              + member.alias()
              + " = "
              + member.group()
              + "("
              + String.join(", ", member.keys())
              + "): "
              + member.outputs().stream()
                  .map(FeatureSetPlan.Output::column)
                  .collect(Collectors.joining(", ")));
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}

package dev.arabica.compiler.report;

import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changes when one plan takes the place of another: which features are as they were, which are
 * served at once from stored blocks, which need a backfill, which are gone.
 *
 * @param at the moment that backfills are reckoned from, microseconds since the epoch
 * @param features all of both plans
 * @param declarations all of both plans that are no groups
 */
public record PlanDiff(
    String oldFingerprint,
    String newFingerprint,
    long at,
    List<FeatureChange> features,
    List<DeclarationChange> declarations) {
  public PlanDiff {
    features = List.copyOf(features);
    declarations = List.copyOf(declarations);
  }

  /** Compares two plans, the new one deployed over the old, whose blocks it goes on with. */
  public static PlanDiff between(Plan old, Plan now, long at) {
    List<FeatureChange> features = new FeatureDiff(old, Packing.against(old, now), at).changes();
    List<DeclarationChange> declarations = new ArrayList<>();
    declarations.addAll(RowsDiff.sources(old, now));
    declarations.addAll(RowsDiff.views(old, now));
    declarations.addAll(ColumnsDiff.snapshots(old, now));
    declarations.addAll(ColumnsDiff.requests(old, now));
    SetDiff sets = new SetDiff(old, now, features);
    declarations.addAll(sets.changes());
    declarations.addAll(new ModelDiff(old, now, sets).changes());
    return new PlanDiff(
        PlanCodec.fingerprint(old), PlanCodec.fingerprint(now), at, features, declarations);
  }

  /**
   * Whether whoever reads the old plan's features goes on with the new one's: nothing is dropped or
   * redefined, and nothing has to be computed first.
   */
  public boolean isSafe() {
    return features.stream().allMatch(FeatureChange::isSafe)
        && declarations.stream().allMatch(DeclarationChange::isSafe);
  }

  long count(FeatureChange.Status status) {
    return features.stream().filter(feature -> feature.status() == status).count();
  }

  /** What a group's features of a status need computed. */
  Optional<FeatureChange.Range> backfillOf(String group, FeatureChange.Status status) {
    return status == FeatureChange.Status.BACKFILL
        ? Optional.ofNullable(backfills().get(group))
        : Optional.empty();
  }

  /** By group, the range that all its features together need computed. */
  Map<String, FeatureChange.Range> backfills() {
    Map<String, FeatureChange.Range> backfills = new LinkedHashMap<>();
    for (FeatureChange feature : features) {
      feature
          .backfill()
          .ifPresent(range -> backfills.merge(feature.group(), range, FeatureChange.Range::and));
    }
    return backfills;
  }
}

package dev.arabica.compiler.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What becomes of one feature.
 *
 * @param group qualified name of its group
 * @param redefined whether a feature of this name was there with another definition: its values are
 *     dropped, whatever becomes of the new ones
 * @param changes what differs, for a feature that was there before
 * @param backfill what has to be computed before the feature has values
 * @param formerly the feature of the old plan, under another name, that this is
 * @param reachesFurther whether its window is longer than any that was asked of the same blocks, so
 *     that it is incomplete where they do not reach back that far
 */
public record FeatureChange(
    String group,
    String feature,
    Status status,
    boolean redefined,
    List<Change> changes,
    Optional<Range> backfill,
    Optional<String> formerly,
    boolean reachesFurther) {
  public FeatureChange {
    changes = List.copyOf(changes);
  }

  /** Where the values of a feature come from under the new plan. */
  public enum Status {
    UNCHANGED,
    /** From blocks that the old plan has stored. */
    SERVED,
    BACKFILL,
    DROPPED
  }

  /**
   * An interval of event time, microseconds since the epoch.
   *
   * @param from absent for the beginning of the source
   */
  public record Range(OptionalLong from, long to) {
    /** Both, and what is between them. */
    Range and(Range other) {
      boolean bounded = from.isPresent() && other.from.isPresent();
      return new Range(
          bounded
              ? OptionalLong.of(Math.min(from.getAsLong(), other.from.getAsLong()))
              : OptionalLong.empty(),
          Math.max(to, other.to));
    }
  }

  static FeatureChange dropped(String group, String feature) {
    return new FeatureChange(
        group,
        feature,
        Status.DROPPED,
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /** Whether who reads it finds it as it was. */
  boolean isSafe() {
    return !redefined && (status == Status.UNCHANGED || status == Status.SERVED);
  }

  String name() {
    return group + "." + feature;
  }
}

package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;

/** A finished value, boxed or null, and why it is what it is. */
public record FeatureValue(Object value, FeatureStatus status) {
  static FeatureValue ok(Object value) {
    return new FeatureValue(value, FeatureStatus.OK);
  }

  static FeatureValue none(FeatureStatus why) {
    return new FeatureValue(null, why);
  }

  /** Whether the value is a fact, if only that nothing is known of the entity. */
  boolean isFact() {
    return status == FeatureStatus.OK || status == FeatureStatus.NOT_FOUND;
  }
}

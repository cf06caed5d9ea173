package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;

/**
 * A finished value.
 *
 * @param isEmpty whether nothing was found that it could be made of, so that a fallback is asked
 */
record Answer(FeatureValue value, boolean isEmpty) {
  static Answer found(Object value) {
    return new Answer(FeatureValue.ok(value), false);
  }

  static Answer none(FeatureStatus why) {
    return new Answer(FeatureValue.none(why), why == FeatureStatus.NULL_KEY);
  }
}

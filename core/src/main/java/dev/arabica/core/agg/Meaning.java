package dev.arabica.core.agg;

import dev.arabica.core.agg.AggregateFunction.Law;
import java.util.Optional;

/**
 * What an aggregate says.
 *
 * @param emptyValue the value of an empty window, as it is written
 * @param doc how it is called and what that gives
 * @param error how far off a sketch may be
 */
record Meaning(String emptyValue, String doc, Law law, Optional<String> error) {

  /** Of sums, from which what leaves a window can be subtracted. */
  static Meaning sum(String emptyValue, String doc) {
    return new Meaning(emptyValue, doc, Law.EXACT_INVERTIBLE, Optional.empty());
  }

  static Meaning exact(String emptyValue, String doc) {
    return new Meaning(emptyValue, doc, Law.EXACT, Optional.empty());
  }

  static Meaning sketch(String emptyValue, String doc, String error) {
    return new Meaning(emptyValue, doc, Law.SKETCH, Optional.of(error));
  }
}

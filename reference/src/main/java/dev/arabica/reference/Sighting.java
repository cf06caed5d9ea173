package dev.arabica.reference;

import dev.arabica.intake.Event;

/**
 * An event where it was seen last.
 *
 * @param source that it was given to
 * @param event its row is of the source or stream that it was seen in
 * @param end what kept it from going on, or null
 */
record Sighting(String source, Event event, Verdict end) {
  boolean isPresent() {
    return end == null;
  }

  Sighting ended(Verdict verdict) {
    return new Sighting(source, event, verdict);
  }
}

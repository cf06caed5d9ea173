package dev.arabica.cli.demo;

import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.Event;
import java.util.Optional;

/**
 * One record of the feed.
 *
 * @param id the identity to send along, for a record that comes from a file
 * @param arrivalMicros when the feed sends it, on the feed's own clock
 * @param admitted what it is
 */
record FeedItem(
    SourcePlan source,
    byte[] payload,
    Optional<EventId> id,
    long arrivalMicros,
    Admitted admitted) {

  Optional<Event> event() {
    return admitted instanceof Event event ? Optional.of(event) : Optional.empty();
  }
}

package dev.arabica.stream;

import dev.arabica.intake.Admitted;
import dev.arabica.intake.Event;
import java.io.Serializable;

/**
 * Reads the event time of a stream element.
 *
 * @param <T> the element
 */
@FunctionalInterface
interface EventTimes<T> extends Serializable {

  /** The answer for an element that has no event time and must not move any clock. */
  long NONE = Long.MIN_VALUE;

  /** Of admitted records; a dead letter has none, whatever time it claims. */
  EventTimes<Admitted> OF_RECORDS =
      record -> record instanceof Event event ? event.eventTime() : NONE;

  /** Microseconds since the epoch, UTC, or {@link #NONE}. */
  long eventTime(T element);
}

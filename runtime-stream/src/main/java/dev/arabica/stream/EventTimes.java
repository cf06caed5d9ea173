package dev.arabica.stream;

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

  /** Microseconds since the epoch, UTC, or {@link #NONE}. */
  long eventTime(T element);
}

package dev.arabica.reference;

import dev.arabica.core.key.EventId;
import java.util.Comparator;
import java.util.List;

/**
 * What the events of a window bring to one aggregate, in ascending order of (event time, event id).
 *
 * @param until the moment that decayed values are as of, microseconds since the epoch: the end of
 *     the window, or with an open head the time of the request
 */
record Inputs(List<Input> list, long until) {

  /**
   * What one event brings; neither is null or NaN.
   *
   * @param value {@link #NONE} where the aggregate counts rows
   * @param by what the value is ordered, told apart or grouped by; {@link #NONE} where the
   *     aggregate has no such thing
   */
  record Input(long time, EventId id, Object value, Object by) {
    static final Object NONE = new Object();

    static final Comparator<Input> BY_TIME_AND_ID =
        Comparator.comparingLong(Input::time).thenComparing(Input::id);
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  int size() {
    return list.size();
  }

  List<Object> values() {
    return list.stream().map(Input::value).toList();
  }
}

package dev.arabica.benchmarks.chronon;

import ai.chronon.api.Row;
import dev.arabica.benchmarks.events.Events;

/** An event as Chronon takes it: one column, boxed once and for all, and a time in milliseconds. */
final class EventRow implements Row {
  private static final long MICROS_IN_MILLI = 1000;

  private final Long value;
  private final long millis;

  private EventRow(Long value, long millis) {
    this.value = value;
    this.millis = millis;
  }

  static EventRow of(Events events, int at) {
    return new EventRow(events.value[at], events.time[at] / MICROS_IN_MILLI);
  }

  static EventRow[] all(Events events) {
    EventRow[] rows = new EventRow[events.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = of(events, i);
    }
    return rows;
  }

  @Override
  public Object get(int index) {
    return value;
  }

  @Override
  public long ts() {
    return millis;
  }

  @Override
  public int length() {
    return 1;
  }

  @Override
  public boolean isBefore() {
    return false;
  }

  @Override
  public long mutationTs() {
    return millis;
  }
}

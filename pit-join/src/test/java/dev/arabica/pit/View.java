package dev.arabica.pit;

import dev.arabica.core.type.Row;

/** One event of {@link Views#VIEWS}, and when it reaches us; microseconds. */
record View(long id, String user, long item, Long ms, Double ratio, long time, long arrival) {

  Row row() {
    Row row = new Row(Views.VIEWS.rowType());
    row.setValue(0, user);
    row.setValue(1, item);
    row.setValue(2, ms);
    row.setValue(3, ratio);
    row.setValue(4, time);
    return row;
  }
}

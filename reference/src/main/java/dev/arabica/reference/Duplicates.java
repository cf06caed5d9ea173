package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Leaves one event of those that a source declares to be the same. */
final class Duplicates {
  private Duplicates() {}

  /**
   * Of the events that share the dedup key and the interval of event time, the one with the least
   * (event time, event id), then with the least columns. An event whose key has a null is nobody's
   * duplicate.
   */
  static List<Event> removed(SourcePlan source, List<Event> events) {
    if (source.dedup().isEmpty()) {
      return events;
    }
    SourcePlan.Dedup dedup = source.dedup().get();
    Map<List<Object>, Event> winners = new HashMap<>();
    List<Event> kept = new ArrayList<>();
    for (Event event : events) {
      List<Object> key = new ArrayList<>();
      for (Expr column : dedup.key()) {
        key.add(Interpreter.value(column, event.row()));
      }
      if (key.contains(null)) {
        kept.add(event);
      } else {
        key.add(Math.floorDiv(event.eventTime(), dedup.withinMicros()));
        winners.merge(KeyValues.of(key), event, (a, b) -> compare(a, b) <= 0 ? a : b);
      }
    }
    kept.addAll(winners.values());
    return kept;
  }

  private static int compare(Event a, Event b) {
    int order = Long.compare(a.eventTime(), b.eventTime());
    order = order != 0 ? order : a.id().compareTo(b.id());
    for (int i = 0; i < a.row().type().size() && order == 0; i++) {
      order = Order.nullsFirst(a.row().getValue(i), b.row().getValue(i));
    }
    return order;
  }
}

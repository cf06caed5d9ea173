package dev.arabica.reference;

import dev.arabica.core.plan.SourcePlan;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Finds the events that are declared to be the same. */
final class Duplicates {
  private Duplicates() {}

  /**
   * For every event the one that counts for it, which is itself unless it is a duplicate: of the
   * events that share the dedup key and the interval of event time, the one with the least (event
   * time, event id), then with the least columns. An event whose key has a null is nobody's
   * duplicate.
   */
  static Map<Event, Event> winners(SourcePlan.Dedup dedup, List<Event> events) {
    List<List<Object>> keys = events.stream().map(event -> key(dedup, event)).toList();
    Map<List<Object>, Event> winnerOfKey = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      winnerOfKey.merge(keys.get(i), events.get(i), (a, b) -> compare(a, b) <= 0 ? a : b);
    }
    Map<Event, Event> winners = new IdentityHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Event event = events.get(i);
      winners.put(event, KeyValues.hasNull(keys.get(i)) ? event : winnerOfKey.get(keys.get(i)));
    }
    return winners;
  }

  private static List<Object> key(SourcePlan.Dedup dedup, Event event) {
    List<Object> key = new ArrayList<>();
    dedup.key().forEach(column -> key.add(Interpreter.value(column, event.row())));
    key.add(Math.floorDiv(event.eventTime(), dedup.withinMicros()));
    return KeyValues.of(key);
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

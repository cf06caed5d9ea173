package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of one key, as each of some aggregates sees them. */
final class KeyEvents {
  private final List<List<Inputs.Input>> inputs;

  KeyEvents(List<Event> events, List<NaiveAggregate> aggregates) {
    inputs = aggregates.stream().map(aggregate -> inputs(events, aggregate)).toList();
  }

  /** The events that pass a filter, by their key; those without one are nobody's. */
  static Map<List<Object>, KeyEvents> byKey(
      List<Event> events, Optional<Expr> where, List<Expr> keys, List<NaiveAggregate> aggregates) {
    Map<List<Object>, List<Event>> found = new HashMap<>();
    for (Event event : events) {
      if (where.isPresent() && !Interpreter.passes(where.get(), event.row())) {
        continue;
      }
      List<Object> key = new ArrayList<>();
      keys.forEach(column -> key.add(Interpreter.value(column, event.row())));
      if (!KeyValues.hasNull(key)) {
        found.computeIfAbsent(KeyValues.of(key), k -> new ArrayList<>()).add(event);
      }
    }
    Map<List<Object>, KeyEvents> byKey = new HashMap<>();
    found.forEach((key, own) -> byKey.put(key, new KeyEvents(own, aggregates)));
    return byKey;
  }

  /** The inputs of an aggregate in an interval, in the order of time and id. */
  List<Inputs.Input> within(int aggregate, Interval interval) {
    List<Inputs.Input> all = inputs.get(aggregate);
    return all.subList(firstAtOrAfter(all, interval.lo()), firstAtOrAfter(all, interval.hi()));
  }

  private static int firstAtOrAfter(List<Inputs.Input> sorted, long time) {
    int from = 0;
    int to = sorted.size();
    while (from < to) {
      int middle = (from + to) / 2;
      if (sorted.get(middle).time() < time) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static List<Inputs.Input> inputs(List<Event> events, NaiveAggregate aggregate) {
    List<Inputs.Input> inputs = new ArrayList<>();
    for (Event event : events) {
      Optional<Expr> where = aggregate.plan().where();
      if (where.isEmpty() || Interpreter.passes(where.get(), event.row())) {
        Object value = aggregate.value(event.row());
        Object by = aggregate.by(event.row());
        if (value != null && by != null) {
          inputs.add(new Inputs.Input(event.eventTime(), event.id(), value, by));
        }
      }
    }
    inputs.sort(Inputs.Input.BY_TIME_AND_ID);
    return Collections.unmodifiableList(inputs);
  }
}

package dev.arabica.reference;

import dev.arabica.core.key.EventId;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** The events of one key of a group, as each aggregate sees them. */
final class KeyEvents {
  private final List<List<Input>> inputs;

  /** What one event brings to one aggregate; {@code value} is never null. */
  record Input(long time, EventId id, Object value) {
    static final Comparator<Input> BY_TIME_AND_ID =
        Comparator.comparingLong(Input::time).thenComparing(Input::id);
  }

  /** Counted where an aggregate has no input. */
  private static final Object A_ROW = Boolean.TRUE;

  KeyEvents(List<Event> events, List<NaiveAggregate> aggregates) {
    inputs = aggregates.stream().map(aggregate -> inputs(events, aggregate)).toList();
  }

  /** The inputs of an aggregate with {@code lo <= time < hi}, in the order of time and id. */
  List<Input> within(int aggregate, long lo, long hi) {
    List<Input> all = inputs.get(aggregate);
    return all.subList(firstAtOrAfter(all, lo), firstAtOrAfter(all, hi));
  }

  private static int firstAtOrAfter(List<Input> sorted, long time) {
    int from = 0;
    int to = sorted.size();
    while (from < to) {
      int middle = (from + to) / 2;
      if (sorted.get(middle).time < time) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static List<Input> inputs(List<Event> events, NaiveAggregate aggregate) {
    List<Input> inputs = new ArrayList<>();
    for (Event event : events) {
      Object value = input(event, aggregate);
      if (value != null) {
        inputs.add(new Input(event.eventTime(), event.id(), value));
      }
    }
    inputs.sort(Input.BY_TIME_AND_ID);
    return Collections.unmodifiableList(inputs);
  }

  /** Null if the filter leaves the event out, or its input is null or not a number. */
  private static Object input(Event event, NaiveAggregate aggregate) {
    var plan = aggregate.plan();
    if (plan.where().isPresent() && !Interpreter.passes(plan.where().get(), event.row())) {
      return null;
    }
    Object value =
        plan.input().isPresent() ? Interpreter.value(plan.input().get(), event.row()) : A_ROW;
    return value instanceof Double number && number.isNaN() ? null : value;
  }
}

package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.core.type.Row;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of sources and streams, without duplicates, and what became of the others. */
final class NaiveStreams {
  private final Plan plan;
  private final Map<String, List<Event>> events;
  private final Map<String, List<Sighting>> known = new HashMap<>();

  NaiveStreams(Plan plan, Map<String, List<Event>> events) {
    this.plan = plan;
    this.events = Map.copyOf(events);
  }

  /** The rows of a source or a stream. */
  List<Event> rows(String name) {
    return sightings(name).stream().filter(Sighting::isPresent).map(Sighting::event).toList();
  }

  /** All events at the bottom of it; one that several branches read as often as they do. */
  List<Sighting> sightings(String name) {
    List<Sighting> found = known.get(name);
    if (found == null) {
      Optional<StreamPlan> stream = plan.stream(name);
      found = stream.isPresent() ? ofStream(stream.get()) : ofSource(plan.source(name));
      known.put(name, found);
    }
    return found;
  }

  private List<Sighting> ofSource(SourcePlan source) {
    List<Sighting> all = new ArrayList<>();
    for (Event event : events.getOrDefault(source.name(), List.of())) {
      all.add(new Sighting(source.name(), event, null));
    }
    return withoutDuplicates(source.name(), source.dedup(), all);
  }

  private List<Sighting> ofStream(StreamPlan stream) {
    List<Sighting> all = new ArrayList<>();
    for (StreamPlan.Branch branch : stream.branches()) {
      for (Sighting seen : sightings(branch.from())) {
        all.add(seen.isPresent() ? through(stream, branch, seen) : seen);
      }
    }
    return withoutDuplicates(stream.name(), stream.dedup(), all);
  }

  private static Sighting through(StreamPlan stream, StreamPlan.Branch branch, Sighting seen) {
    Event event = seen.event();
    if (branch.where().isPresent() && !Interpreter.passes(branch.where().get(), event.row())) {
      return seen.ended(filtered(branch.where().get(), event.row()));
    }
    Row row = new Row(stream.rowType());
    for (int i = 0; i < branch.columns().size(); i++) {
      row.setValue(i, Interpreter.value(branch.columns().get(i), event.row()));
    }
    Event read = new Event(row, event.eventTime(), event.id(), event.position());
    return new Sighting(seen.source(), read, null);
  }

  private static List<Sighting> withoutDuplicates(
      String name, Optional<SourcePlan.Dedup> dedup, List<Sighting> all) {
    if (dedup.isEmpty()) {
      return all;
    }
    List<Event> present = all.stream().filter(Sighting::isPresent).map(Sighting::event).toList();
    Map<Event, Event> winners = Duplicates.winners(dedup.get(), present);
    List<Sighting> result = new ArrayList<>();
    for (Sighting seen : all) {
      Event winner = seen.isPresent() ? winners.get(seen.event()) : seen.event();
      result.add(
          winner == seen.event()
              ? seen
              : seen.ended(new Verdict.Duplicate(name, winner.position())));
    }
    return result;
  }

  /** Why a filter leaves a row out that it does leave out. */
  static Verdict filtered(Expr filter, Row row) {
    if (filter instanceof Expr.Call call && call.function() == Function.AND) {
      for (Expr side : call.args()) {
        if (!Interpreter.passes(side, row)) {
          return filtered(side, row);
        }
      }
    }
    return new Verdict.Filtered(filter, row);
  }
}

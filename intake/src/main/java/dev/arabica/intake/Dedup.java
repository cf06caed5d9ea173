package dev.arabica.intake;

import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Window;
import java.util.Comparator;
import java.util.Optional;

/**
 * Which events of a source are duplicates, and which of them counts. Events are duplicates when
 * they share {@link #key} and {@link #bucket}; the winner is the least by {@link #WINNER_FIRST}, so
 * that arrival never matters.
 *
 * <p>An event whose dedup key has a null column keeps the identity of its position and so is
 * nobody's duplicate.
 */
public final class Dedup {
  /** Least event time, then least event id; exact ties column by column, nulls first. */
  public static final Comparator<Event> WINNER_FIRST =
      Comparator.comparingLong(Event::eventTime).thenComparing(Event::id).thenComparing(Event::row);

  private final long withinMicros;

  private Dedup(SourcePlan.Dedup plan) {
    this.withinMicros = plan.withinMicros();
  }

  /** The source's dedup, if it declares one. */
  public static Optional<Dedup> of(SourcePlan source) {
    return source.dedup().map(Dedup::new);
  }

  /** The key that duplicates share: the event's id, which admission derived from it. */
  public EventId key(Event event) {
    return event.id();
  }

  /** The start of the interval of {@code within} that holds the event time; microseconds. */
  public long bucket(long eventTime) {
    return Window.floor(eventTime, withinMicros);
  }

  /** Length of an interval in which duplicates are found; microseconds. */
  public long withinMicros() {
    return withinMicros;
  }

  /** The one of two duplicates that counts. */
  public static Event winner(Event a, Event b) {
    return WINNER_FIRST.compare(a, b) <= 0 ? a : b;
  }
}

package dev.arabica.benchmarks.update;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.harness.Work;

/**
 * Takes events into an empty map from key to five aggregates: count, sum, least, greatest and
 * newest value. An operation is an event.
 */
public abstract class Update implements Work {
  final Events events;

  Update(Events events) {
    this.events = events;
  }

  @Override
  public final int operations() {
    return events.size();
  }

  /** A new map with all events taken in. */
  @Override
  public abstract Keyed run();

  /** The aggregates of every key. */
  @FunctionalInterface
  public interface Keyed {
    Answer answer(long key);
  }
}

package dev.arabica.benchmarks.chronon;

import ai.chronon.aggregator.row.RowAggregator;
import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Slots;
import dev.arabica.benchmarks.harness.Work;

/** Chronon's {@code RowAggregator} over all events, a row of states for each key. */
final class RowUpdate implements Work {
  private final RowAggregator aggregator = FiveAggregates.codec().rowAggregator();
  private final Events events;
  private final EventRow[] rows;

  private RowUpdate(Events events) {
    this.events = events;
    this.rows = EventRow.all(events);
  }

  /**
   * @throws IllegalStateException if its answer for any key is wrong
   */
  static RowUpdate checked(Events events) {
    RowUpdate update = new RowUpdate(events);
    update.check();
    return update;
  }

  @Override
  public int operations() {
    return rows.length;
  }

  @Override
  public Object run() {
    Slots slots = new Slots(Events.MEASURED_KEYS);
    return update(slots);
  }

  private Object[][] update(Slots slots) {
    Object[][] states = new Object[slots.size()][];
    for (int i = 0; i < rows.length; i++) {
      int slot = slots.slot(events.key[i]);
      if (states[slot] == null) {
        states[slot] = aggregator.init();
      }
      aggregator.update(states[slot], rows[i]);
    }
    return states;
  }

  private void check() {
    Slots slots = new Slots(Events.MEASURED_KEYS);
    Object[][] states = update(slots);
    Answer.byKey(events).forEach((key, answer) -> answer.check(answer(states[slots.slot(key)])));
  }

  private Answer answer(Object[] state) {
    return FiveAggregates.answer(aggregator.finalize(state), 0, 1);
  }
}

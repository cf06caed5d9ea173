package dev.arabica.benchmarks.update;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Slots;

/**
 * As engines are built that take any aggregate of any column: a state is an array of objects, one
 * for each aggregate, and each of them is updated by an object of its own from a row of objects.
 * The rows are made before.
 */
final class BoxedUpdate extends Update {
  private static final int VALUE = 0;
  private static final int TIME = 1;

  private final Object[][] rows;
  private final Column[] columns = {
    new Count(), new Sum(), new Least(), new Greatest(), new Newest()
  };

  BoxedUpdate(Events events) {
    super(events);
    rows = new Object[events.size()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new Object[] {events.value[i], events.time[i]};
    }
  }

  @Override
  public Keyed run() {
    Slots slots = new Slots(Events.MEASURED_KEYS);
    Object[][] states = new Object[slots.size()][];
    for (int i = 0; i < rows.length; i++) {
      int slot = slots.slot(events.key[i]);
      if (states[slot] == null) {
        states[slot] = new Object[columns.length];
      }
      add(states[slot], rows[i]);
    }
    return key -> answer(states[slots.slot(key)]);
  }

  private void add(Object[] state, Object[] row) {
    for (int i = 0; i < columns.length; i++) {
      state[i] = state[i] == null ? columns[i].of(row) : columns[i].with(state[i], row);
    }
  }

  private static Answer answer(Object[] state) {
    return new Answer(
        (Long) state[0],
        (Long) state[1],
        (Long) state[2],
        (Long) state[3],
        (Long) ((Object[]) state[4])[VALUE]);
  }

  /** One aggregate of one column. */
  private interface Column {
    /** The state of the first row. */
    Object of(Object[] row);

    /** The state with one more row. */
    Object with(Object state, Object[] row);
  }

  private static final class Count implements Column {
    @Override
    public Object of(Object[] row) {
      return 1L;
    }

    @Override
    public Object with(Object state, Object[] row) {
      return (Long) state + 1;
    }
  }

  private static final class Sum implements Column {
    @Override
    public Object of(Object[] row) {
      return row[VALUE];
    }

    @Override
    public Object with(Object state, Object[] row) {
      return (Long) state + (Long) row[VALUE];
    }
  }

  private static final class Least implements Column {
    @Override
    public Object of(Object[] row) {
      return row[VALUE];
    }

    @Override
    public Object with(Object state, Object[] row) {
      return (Long) row[VALUE] < (Long) state ? row[VALUE] : state;
    }
  }

  private static final class Greatest implements Column {
    @Override
    public Object of(Object[] row) {
      return row[VALUE];
    }

    @Override
    public Object with(Object state, Object[] row) {
      return (Long) row[VALUE] > (Long) state ? row[VALUE] : state;
    }
  }

  /** The value with its time. */
  private static final class Newest implements Column {
    @Override
    public Object of(Object[] row) {
      return new Object[] {row[VALUE], row[TIME]};
    }

    @Override
    public Object with(Object state, Object[] row) {
      return (Long) row[TIME] > (Long) ((Object[]) state)[TIME] ? of(row) : state;
    }
  }
}

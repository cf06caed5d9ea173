package dev.arabica.benchmarks.update;

import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Slots;
import dev.arabica.benchmarks.ours.FiveAggregates;
import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.type.Row;

/** Ours: a pack over a row that every event is written into, as a decoder does. */
final class OurUpdate extends Update {
  private final FiveAggregates five;
  private final CompositeAggregator aggregator;
  private final Row row;

  private OurUpdate(Events events, FiveAggregates five) {
    super(events);
    this.five = five;
    this.aggregator = CompositeAggregator.bind(five.pack(), five.rowType());
    this.row = new Row(five.rowType());
  }

  static OurUpdate ofIntegers(Events events) {
    return new OurUpdate(events, FiveAggregates.ofIntegers());
  }

  /** With a sum of float64, exact until it is finished. */
  static OurUpdate withFloatSum(Events events) {
    return new OurUpdate(events, FiveAggregates.withFloatSum());
  }

  @Override
  public Keyed run() {
    Slots slots = new Slots(Events.MEASURED_KEYS);
    Rep[] reps = new Rep[slots.size()];
    for (int i = 0; i < events.size(); i++) {
      int slot = slots.slot(events.key[i]);
      if (reps[slot] == null) {
        reps[slot] = aggregator.identity();
      }
      five.fill(row, events.value[i]);
      aggregator.add(reps[slot], row, events.time[i], events.idHigh[i], events.idLow[i]);
    }
    return key -> five.answer(aggregator, reps[slots.slot(key)]);
  }
}

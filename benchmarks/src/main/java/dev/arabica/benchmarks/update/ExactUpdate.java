package dev.arabica.benchmarks.update;

import dev.arabica.benchmarks.byhand.State;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Slots;

/** By hand with the guarantees of ours. */
final class ExactUpdate extends Update {
  ExactUpdate(Events events) {
    super(events);
  }

  @Override
  public Keyed run() {
    Slots slots = new Slots(Events.MEASURED_KEYS);
    long[] words = new long[slots.size() * State.WORDS];
    for (int i = 0; i < events.size(); i++) {
      State.add(words, slots.slot(events.key[i]) * State.WORDS, events, i);
    }
    return key -> State.answer(words, slots.slot(key) * State.WORDS);
  }
}

package dev.arabica.benchmarks.update;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Slots;

/**
 * The limit: a loop by hand over longs in one array. Its sum wraps around, and of two events of one
 * time the first stays the last.
 */
final class PrimitiveUpdate extends Update {
  private static final int COUNT = 0;
  private static final int SUM = 1;
  private static final int MIN = 2;
  private static final int MAX = 3;
  private static final int NEWEST = 4;
  private static final int LAST = 5;
  private static final int WORDS = 8;

  PrimitiveUpdate(Events events) {
    super(events);
  }

  @Override
  public Keyed run() {
    Slots slots = new Slots(Events.MEASURED_KEYS);
    long[] words = new long[slots.size() * WORDS];
    for (int i = 0; i < events.size(); i++) {
      add(words, slots.slot(events.key[i]) * WORDS, events.value[i], events.time[i]);
    }
    return key -> answer(words, slots.slot(key) * WORDS);
  }

  private static void add(long[] words, int at, long value, long time) {
    boolean first = words[at + COUNT]++ == 0;
    words[at + SUM] += value;
    if (first || value < words[at + MIN]) {
      words[at + MIN] = value;
    }
    if (first || value > words[at + MAX]) {
      words[at + MAX] = value;
    }
    if (first || time > words[at + NEWEST]) {
      words[at + NEWEST] = time;
      words[at + LAST] = value;
    }
  }

  private static Answer answer(long[] words, int at) {
    return new Answer(
        words[at + COUNT], words[at + SUM], words[at + MIN], words[at + MAX], words[at + LAST]);
  }
}

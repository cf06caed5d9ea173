package dev.arabica.benchmarks.update;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Slots;

/**
 * By hand with the guarantees of ours: a sum of 128 bits, and the last in the total order of time,
 * id and value.
 */
final class ExactUpdate extends Update {
  private static final int COUNT = 0;
  private static final int SUM_LOW = 1;
  private static final int SUM_HIGH = 2;
  private static final int MIN = 3;
  private static final int MAX = 4;
  private static final int NEWEST = 5;
  private static final int ID_HIGH = 6;
  private static final int ID_LOW = 7;
  private static final int LAST = 8;
  private static final int WORDS = 9;

  ExactUpdate(Events events) {
    super(events);
  }

  @Override
  public Keyed run() {
    Slots slots = new Slots(Events.MEASURED_KEYS);
    long[] words = new long[slots.size() * WORDS];
    for (int i = 0; i < events.size(); i++) {
      add(words, slots.slot(events.key[i]) * WORDS, i);
    }
    return key -> answer(words, slots.slot(key) * WORDS);
  }

  private void add(long[] words, int at, int event) {
    long value = events.value[event];
    boolean first = words[at + COUNT]++ == 0;
    long low = words[at + SUM_LOW] + value;
    words[at + SUM_LOW] = low;
    words[at + SUM_HIGH] += (value >> 63) + (Long.compareUnsigned(low, value) < 0 ? 1 : 0);
    if (first || value < words[at + MIN]) {
      words[at + MIN] = value;
    }
    if (first || value > words[at + MAX]) {
      words[at + MAX] = value;
    }
    if (first || isNewer(words, at, event)) {
      words[at + NEWEST] = events.time[event];
      words[at + ID_HIGH] = events.idHigh[event];
      words[at + ID_LOW] = events.idLow[event];
      words[at + LAST] = value;
    }
  }

  private boolean isNewer(long[] words, int at, int event) {
    if (events.time[event] != words[at + NEWEST]) {
      return events.time[event] > words[at + NEWEST];
    }
    int order = Long.compareUnsigned(events.idHigh[event], words[at + ID_HIGH]);
    order = order != 0 ? order : Long.compareUnsigned(events.idLow[event], words[at + ID_LOW]);
    return order != 0 ? order > 0 : events.value[event] > words[at + LAST];
  }

  private static Answer answer(long[] words, int at) {
    if (words[at + SUM_HIGH] != words[at + SUM_LOW] >> 63) {
      throw new ArithmeticException("a sum that is no long");
    }
    return new Answer(
        words[at + COUNT], words[at + SUM_LOW], words[at + MIN], words[at + MAX], words[at + LAST]);
  }
}

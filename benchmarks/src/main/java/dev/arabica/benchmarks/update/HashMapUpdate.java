package dev.arabica.benchmarks.update;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import java.util.HashMap;
import java.util.Map;

/** What one writes first: a map of the JDK from key to doubles, which hold no long exactly. */
final class HashMapUpdate extends Update {
  private static final int COUNT = 0;
  private static final int SUM = 1;
  private static final int MIN = 2;
  private static final int MAX = 3;
  private static final int NEWEST = 4;
  private static final int LAST = 5;

  HashMapUpdate(Events events) {
    super(events);
  }

  @Override
  public Keyed run() {
    Map<Long, double[]> states = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      add(states.computeIfAbsent(events.key[i], key -> empty()), events.value[i], events.time[i]);
    }
    return key -> answer(states.get(key));
  }

  private static double[] empty() {
    double infinity = Double.POSITIVE_INFINITY;
    return new double[] {0, 0, infinity, -infinity, -infinity, 0};
  }

  private static void add(double[] state, long value, long time) {
    state[COUNT]++;
    state[SUM] += value;
    state[MIN] = Math.min(state[MIN], value);
    state[MAX] = Math.max(state[MAX], value);
    if (time > state[NEWEST]) {
      state[NEWEST] = time;
      state[LAST] = value;
    }
  }

  private static Answer answer(double[] state) {
    return new Answer(
        (long) state[COUNT],
        (long) state[SUM],
        (long) state[MIN],
        (long) state[MAX],
        (long) state[LAST]);
  }
}

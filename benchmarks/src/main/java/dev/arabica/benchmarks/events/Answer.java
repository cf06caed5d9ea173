package dev.arabica.benchmarks.events;

import java.util.HashMap;
import java.util.Map;

/**
 * The five aggregates of some events, at least one. As a contestant says, or the truth by a plain
 * loop, for contestants to be checked against.
 *
 * @param last the value of the latest time
 */
public record Answer(long count, long sum, long min, long max, long last) {

  /** Of all events, as if they had one key. */
  public static Answer of(Events events) {
    State state = new State();
    for (int i = 0; i < events.size(); i++) {
      state.add(events.value[i], events.time[i]);
    }
    return state.answer();
  }

  /** Of the events of each key. */
  public static Map<Long, Answer> byKey(Events events) {
    Map<Long, State> states = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      states
          .computeIfAbsent(events.key[i], key -> new State())
          .add(events.value[i], events.time[i]);
    }
    Map<Long, Answer> answers = new HashMap<>();
    states.forEach((key, state) -> answers.put(key, state.answer()));
    return answers;
  }

  /**
   * Compares what a contestant says with this.
   *
   * @throws IllegalStateException if it says something else
   */
  public void check(Answer said) {
    if (!equals(said)) {
      throw new IllegalStateException("said " + said + " where it is " + this);
    }
  }

  private static final class State {
    private long count;
    private long sum;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;
    private long newest = Long.MIN_VALUE;
    private long last;

    void add(long value, long time) {
      count++;
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
      if (time > newest) {
        newest = time;
        last = value;
      }
    }

    Answer answer() {
      return new Answer(count, sum, min, max, last);
    }
  }
}

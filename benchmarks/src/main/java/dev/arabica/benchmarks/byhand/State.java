package dev.arabica.benchmarks.byhand;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Tiles;

/**
 * The state of five aggregates as words in an array that holds many of them, with our guarantees: a
 * sum of 128 bits, and the last in the total order of time, id and value.
 */
public final class State {
  public static final int COUNT = 0;
  public static final int SUM_LOW = 1;
  public static final int SUM_HIGH = 2;
  public static final int MIN = 3;
  public static final int MAX = 4;
  public static final int NEWEST = 5;
  public static final int ID_HIGH = 6;
  public static final int ID_LOW = 7;
  public static final int LAST = 8;
  public static final int WORDS = 9;

  private State() {}

  /** Takes an event into the state at a position. */
  public static void add(long[] words, int at, Events events, int event) {
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
    if (first || isNewer(words, at, events, event)) {
      words[at + NEWEST] = events.time[event];
      words[at + ID_HIGH] = events.idHigh[event];
      words[at + ID_LOW] = events.idLow[event];
      words[at + LAST] = value;
    }
  }

  private static boolean isNewer(long[] words, int at, Events events, int event) {
    if (events.time[event] != words[at + NEWEST]) {
      return events.time[event] > words[at + NEWEST];
    }
    int order = Long.compareUnsigned(events.idHigh[event], words[at + ID_HIGH]);
    order = order != 0 ? order : Long.compareUnsigned(events.idLow[event], words[at + ID_LOW]);
    return order != 0 ? order > 0 : events.value[event] > words[at + LAST];
  }

  /** What the state at a position comes to. */
  public static Answer answer(long[] words, int at) {
    if (words[at + SUM_HIGH] != words[at + SUM_LOW] >> 63) {
      throw new ArithmeticException("a sum that is no long");
    }
    return new Answer(
        words[at + COUNT], words[at + SUM_LOW], words[at + MIN], words[at + MAX], words[at + LAST]);
  }

  /** The states of all blocks of all keys, one after the other. */
  public static long[] of(Tiles tiles) {
    long[] words = new long[tiles.blocks() * WORDS];
    for (int block = 0; block < tiles.blocks(); block++) {
      Events events = tiles.events(block);
      for (int i = 0; i < events.size(); i++) {
        add(words, block * WORDS, events, i);
      }
    }
    return words;
  }
}

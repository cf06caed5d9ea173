package dev.arabica.benchmarks.events;

import java.util.List;

/**
 * Events as columns. Keys are never 0; values are of either sign and below a million in magnitude,
 * so that any sum of them fits a long; times are whole milliseconds in microseconds, all different,
 * and a little out of order; ids are 128 bits.
 */
public final class Events {
  /** What is measured: this many events over this many keys. */
  public static final int MEASURED = 1_000_000;

  public static final int MEASURED_KEYS = 10_000;

  /** 2026-01-01, in microseconds since the epoch. */
  static final long START = 1_767_225_600_000_000L;

  /** Within how many events, a power of two, times are out of order. */
  private static final int DISORDER = 16;

  private static final int MAGNITUDE = 1_000_000;
  private static final long MILLI = 1_000;

  public final long[] key;
  public final long[] value;
  public final long[] time;
  public final long[] idHigh;
  public final long[] idLow;

  private Events(int size) {
    key = new long[size];
    value = new long[size];
    time = new long[size];
    idHigh = new long[size];
    idLow = new long[size];
  }

  public static Events measured() {
    return of(1, MEASURED_KEYS, MEASURED);
  }

  /** Events over keys of a Zipf distribution. */
  public static Events of(long seed, int keys, int size) {
    return of(seed, keys, size, START);
  }

  /** Events from a time on, a millisecond apart. */
  static Events of(long seed, int keys, int size, long start) {
    Events events = new Events(size);
    Draws draws = new Draws(seed);
    Zipf zipf = new Zipf(keys);
    for (int i = 0; i < size; i++) {
      events.key[i] = keyOf(zipf.rank(draws));
      events.value[i] = draws.below(2 * MAGNITUDE - 1) - (MAGNITUDE - 1);
      events.idHigh[i] = draws.next();
      events.idLow[i] = draws.next();
    }
    // A different order in each run of as many, by flipping bits of the position.
    for (int from = 0; from < size; from += DISORDER) {
      int flip = from + DISORDER <= size ? draws.below(DISORDER) : 0;
      for (int i = from; i < Math.min(size, from + DISORDER); i++) {
        events.time[i] = start + (i ^ flip) * MILLI;
      }
    }
    return events;
  }

  /** One after the other. */
  static Events concat(List<Events> parts) {
    Events all = new Events(parts.stream().mapToInt(Events::size).sum());
    int at = 0;
    for (Events part : parts) {
      System.arraycopy(part.key, 0, all.key, at, part.size());
      System.arraycopy(part.value, 0, all.value, at, part.size());
      System.arraycopy(part.time, 0, all.time, at, part.size());
      System.arraycopy(part.idHigh, 0, all.idHigh, at, part.size());
      System.arraycopy(part.idLow, 0, all.idLow, at, part.size());
      at += part.size();
    }
    return all;
  }

  /** The key of a rank: spread over all longs, never 0. */
  public static long keyOf(int rank) {
    return Draws.mix(rank + 1L);
  }

  public int size() {
    return key.length;
  }
}

package dev.arabica.benchmarks.assemble;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Tiles;
import dev.arabica.benchmarks.harness.Work;
import java.util.List;

/** Looks up key after key: five aggregates over three windows. An operation is a key. */
public abstract class Lookup implements Work {
  private final int keys;

  Lookup(Tiles tiles) {
    keys = tiles.keys();
  }

  @Override
  public final int operations() {
    return keys;
  }

  /** The sum of all values of all keys. */
  @Override
  public final Long run() {
    long sum = 0;
    for (int key = 0; key < keys; key++) {
      sum += lookUp(key);
    }
    return sum;
  }

  /** Reads, combines and finishes the blocks of a key; the sum of its values. */
  public abstract long lookUp(int key);

  /** The values of the key looked up last, window by window. */
  public abstract List<Answer> answers();
}

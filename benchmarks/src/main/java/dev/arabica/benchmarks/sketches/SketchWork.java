package dev.arabica.benchmarks.sketches;

import dev.arabica.benchmarks.harness.Work;

/** What is done with sketches. */
final class SketchWork {
  private SketchWork() {}

  /** Makes a sketch of each row of values; an operation is a value. */
  record Update(Sketch sketch, long[][] values) implements Work {
    @Override
    public int operations() {
      return values.length * values[0].length;
    }

    @Override
    public Object run() {
      for (long[] row : values) {
        sketch.begin();
        for (long value : row) {
          sketch.add(value);
        }
      }
      return sketch;
    }
  }

  /** Unites so many stored sketches each time, and asks; an operation is a stored sketch. */
  record Union(Sketch sketch, byte[][] stored, int together) implements Work {
    static Union of(Sketch sketch, long[][] values, int together) {
      byte[][] stored = new byte[values.length][];
      for (int i = 0; i < stored.length; i++) {
        sketch.begin();
        for (long value : values[i]) {
          sketch.add(value);
        }
        stored[i] = sketch.bytes();
      }
      return new Union(sketch, stored, together);
    }

    @Override
    public int operations() {
      return stored.length;
    }

    @Override
    public Object run() {
      double sum = 0;
      for (int i = 0; i < stored.length; i++) {
        if (i % together == 0) {
          sketch.begin();
        }
        sketch.unite(stored[i]);
        if (i % together == together - 1) {
          sum += sketch.estimate();
        }
      }
      return sum;
    }
  }
}

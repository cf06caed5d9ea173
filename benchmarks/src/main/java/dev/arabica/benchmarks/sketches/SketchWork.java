package dev.arabica.benchmarks.sketches;

import dev.arabica.benchmarks.harness.Work;

/** What is done with sketches. */
final class SketchWork {
  private SketchWork() {}

  /** Makes all sketches of some values; an operation is a value. */
  record Update(Sketch sketch, Values values) implements Work {
    @Override
    public int operations() {
      return values.sketches() * values.size();
    }

    @Override
    public Object run() {
      for (int i = 0; i < values.sketches(); i++) {
        values.take(i, sketch);
      }
      return sketch;
    }
  }

  /** Unites so many stored sketches each time, and asks; an operation is a stored sketch. */
  record Union(Sketch sketch, byte[][] stored, int together) implements Work {
    static Union of(Sketch sketch, Values values, int together) {
      byte[][] stored = new byte[values.sketches()][];
      for (int i = 0; i < stored.length; i++) {
        values.take(i, sketch);
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

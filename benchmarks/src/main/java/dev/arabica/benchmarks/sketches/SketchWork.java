package dev.arabica.benchmarks.sketches;

import dev.arabica.benchmarks.harness.Work;

/** What is done with sketches. */
final class SketchWork {
  private SketchWork() {}

  /** Makes one of the sketches. */
  static void fill(Sketch sketch, Values values, int number) {
    sketch.begin();
    for (int i = 0; i < values.size(); i++) {
      sketch.add(values.row(number, i));
    }
  }

  /** Makes all sketches of some values; an operation is a value. */
  record Update(Sketch sketch, Values values) implements Work {
    @Override
    public int operations() {
      return values.sketches() * values.size();
    }

    @Override
    public Object run() {
      for (int i = 0; i < values.sketches(); i++) {
        fill(sketch, values, i);
      }
      return sketch;
    }
  }

  /** Unites so many stored sketches each time, and asks; an operation is a stored sketch. */
  record Union(Sketch sketch, byte[][] stored, int together) implements Work {
    static Union of(Sketch sketch, Values values, int together) {
      byte[][] stored = new byte[values.sketches()][];
      for (int i = 0; i < stored.length; i++) {
        fill(sketch, values, i);
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

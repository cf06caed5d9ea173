package dev.arabica.benchmarks.sketches;

import dev.arabica.core.type.Row;

/** One sketch at a time; those before it are let go. */
interface Sketch {
  /** Begins a sketch of nothing. */
  void begin();

  /** Takes in the value of a row unless it is null, hashing included. */
  void add(Row row);

  /** The sketch as it is stored. */
  byte[] bytes();

  /** Takes a stored sketch in. */
  void unite(byte[] stored);

  /** What the sketch is for: how many different values, or their median. */
  double estimate();
}

package dev.arabica.benchmarks.sketches;

/** One sketch of numbers at a time; those before it are let go. */
interface Sketch {
  /** Begins a sketch of nothing. */
  void begin();

  /** Takes a value in, hashing included. */
  void add(long value);

  /** The sketch as it is stored. */
  byte[] bytes();

  /** Takes a stored sketch in. */
  void unite(byte[] stored);

  /** What the sketch is for: how many different values, or their median. */
  double estimate();
}

package dev.arabica.benchmarks.events;

/**
 * Pseudo-random numbers, the same on every machine: SplitMix64 (Steele, Lea and Flood, "Fast
 * Splittable Pseudorandom Number Generators", OOPSLA 2014).
 */
final class Draws {
  private long state;

  Draws(long seed) {
    state = seed;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    return mix(state);
  }

  /** From 0 to below a bound; that it is not quite even does not matter here. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(next(), bound);
  }

  /** From 0 to below 1. */
  double fraction() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** A bijection under which neighbours look unrelated. */
  static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

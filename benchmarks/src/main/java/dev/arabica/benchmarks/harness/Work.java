package dev.arabica.benchmarks.harness;

/** What one contestant does, over and over, on one thread; its data is made before. */
public interface Work {
  /** How many operations one {@link #run} is. */
  int operations();

  /** Does them. What it returns depends on all of them, so that none can be left out. */
  Object run();
}

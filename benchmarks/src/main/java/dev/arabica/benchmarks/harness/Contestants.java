package dev.arabica.benchmarks.harness;

/** The contestants of a class path; has a public constructor without parameters. */
public interface Contestants {
  /**
   * Makes the data of a contestant and checks its answers once.
   *
   * @throws IllegalArgumentException if there is none of that name in the table
   * @throws IllegalStateException if its answers are wrong
   */
  Work work(String table, String contestant);
}

package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.reference.Explanation;
import java.util.Optional;

/** What is wrong about one place of a test. */
public sealed interface Failure {
  /**
   * A row that no source would admit.
   *
   * @param reason the name of it, {@code detail} for people
   */
  record BadRow(SpecTest.Row row, String reason, String detail) implements Failure {}

  /**
   * An expectation that is not met.
   *
   * @param path where in a nested value the two differ first, such as {@code [1].page}
   * @param why what was found, and what it was made of
   */
  record NotMet(
      SpecTest.Moment moment,
      SpecTest.Expect expect,
      SpecTest.Expected expected,
      Optional<String> path,
      Explanation why)
      implements Failure {}
}

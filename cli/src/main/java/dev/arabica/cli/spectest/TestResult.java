package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.intake.RecordPosition;
import java.util.List;
import java.util.Map;

/**
 * What came of a test.
 *
 * @param rows the lines of its tables, by the position that explanations name
 */
public record TestResult(
    SpecTest test, List<Failure> failures, Map<RecordPosition, SpecTest.Row> rows) {
  public TestResult {
    failures = List.copyOf(failures);
    rows = Map.copyOf(rows);
  }

  public boolean passed() {
    return failures.isEmpty();
  }
}

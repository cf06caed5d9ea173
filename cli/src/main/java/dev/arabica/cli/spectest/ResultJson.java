package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.core.json.Json;
import dev.arabica.core.time.Instants;
import dev.arabica.dsl.Position;
import dev.arabica.dsl.Span;
import dev.arabica.reference.Explanation;
import dev.arabica.reference.Explanation.Origin;
import dev.arabica.reference.Explanation.Witness;
import dev.arabica.reference.Interval;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Test results for editors and CI. */
public final class ResultJson {
  private ResultJson() {}

  /** One object: {@code passed}, {@code failed}, and {@code tests} in their order. */
  public static String of(List<TestResult> results) {
    Map<String, Object> document = new TreeMap<>();
    document.put("passed", results.stream().filter(TestResult::passed).count());
    document.put("failed", results.stream().filter(result -> !result.passed()).count());
    document.put("tests", results.stream().map(ResultJson::test).toList());
    return Json.canonical(document);
  }

  private static Map<String, Object> test(TestResult result) {
    Map<String, Object> document = place(result.test().span());
    document.put("title", result.test().title());
    document.put("passed", result.passed());
    document.put("failures", result.failures().stream().map(f -> failure(f, result)).toList());
    return document;
  }

  private static Map<String, Object> failure(Failure failure, TestResult result) {
    if (failure instanceof Failure.BadRow bad) {
      Map<String, Object> document = place(bad.row().span());
      document.put("reason", bad.reason());
      document.put("detail", bad.detail());
      return document;
    }
    Failure.NotMet notMet = (Failure.NotMet) failure;
    SpecTest.Expected expected = notMet.expected();
    Map<String, Object> document = place(expected.span());
    document.put("column", expected.column());
    document.put("at", Instants.format(notMet.moment().time()));
    document.put("watermark", notMet.moment().watermark().map(Instants::format).orElse(null));
    document.put("expected", ResultText.expectation(expected));
    document.put("path", notMet.path().orElse(null));
    document.put("why", explanation(notMet.why(), result));
    return document;
  }

  private static Map<String, Object> explanation(Explanation why, TestResult result) {
    Map<String, Object> document = new TreeMap<>();
    document.put("name", why.name());
    document.put("actual", ValueText.of(why.type(), why.value().value()));
    document.put("status", why.value().status().toString());
    why.origin().ifPresent(origin -> origin(origin, document, result));
    document.put("parts", why.parts().stream().map(part -> explanation(part, result)).toList());
    return document;
  }

  private static void origin(Origin origin, Map<String, Object> document, TestResult result) {
    Map<String, Object> key = new TreeMap<>();
    origin.key().forEach(c -> key.put(c.name(), ValueText.of(c.type(), c.value())));
    document.put("from", origin.name());
    document.put("key", key);
    document.put("window", origin.window().map(ResultJson::window).orElse(null));
    document.put("rows", origin.rows().stream().map(row -> row(row, origin, result)).toList());
  }

  private static Map<String, Object> window(Interval window) {
    Map<String, Object> document = new TreeMap<>();
    boolean ever = window.lo() == Interval.BEGINNING;
    document.put("lo", ever ? null : Instants.format(window.lo()));
    document.put("hi", Instants.format(window.hi()));
    return document;
  }

  private static Map<String, Object> row(Witness row, Origin origin, TestResult result) {
    Map<String, Object> document = new TreeMap<>();
    document.put("table", row.table());
    document.put("line", (long) Lines.of(result.rows().get(row.position()).span()));
    document.put("verdict", VerdictText.mark(row.verdict()).replace(' ', '_'));
    document.put("reason", new VerdictText(result.rows()).reason(row, origin).orElse(null));
    return document;
  }

  private static Map<String, Object> place(Span span) {
    Position position = span.file().positionOf(span.start());
    Map<String, Object> document = new TreeMap<>();
    document.put("file", span.file().name());
    document.put("line", (long) position.line());
    document.put("column_number", (long) position.column());
    return document;
  }
}

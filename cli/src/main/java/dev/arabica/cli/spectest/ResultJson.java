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
  private final TestResult result;
  private final long asked;

  private ResultJson(TestResult result, long asked) {
    this.result = result;
    this.asked = asked;
  }

  /**
   * One object: {@code passed}, {@code failed}, and {@code tests} in their order. Values are texts
   * as a test would write them, places are those of {@code featc check --format json}.
   */
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
    document.put("name", expected.column());
    document.put("at", Instants.format(notMet.moment().time()));
    document.put("watermark", notMet.moment().watermark().map(Instants::format).orElse(null));
    document.put("expected", ResultText.expectation(expected));
    document.put("path", notMet.path().orElse(null));
    document.put("why", new ResultJson(result, notMet.moment().time()).explanation(notMet.why()));
    return document;
  }

  private Map<String, Object> explanation(Explanation why) {
    Map<String, Object> document = new TreeMap<>();
    document.put("name", why.name());
    document.put("actual", ValueText.of(why.type(), why.value().value()));
    document.put("status", why.value().status().toString());
    why.origin().ifPresent(origin -> document.putAll(origin(origin)));
    document.put("parts", why.parts().stream().map(this::explanation).toList());
    return document;
  }

  private Map<String, Object> origin(Origin origin) {
    Map<String, Object> key = new TreeMap<>();
    origin.key().forEach(c -> key.put(c.name(), ValueText.of(c.type(), c.value())));
    VerdictText verdicts = new VerdictText(result.rows(), origin, asked);
    Map<String, Object> document = new TreeMap<>();
    document.put("from", origin.name());
    document.put("key", key);
    document.put("window", origin.window().map(ResultJson::window).orElse(null));
    document.put("rows", origin.rows().stream().map(row -> row(row, verdicts)).toList());
    return document;
  }

  private static Map<String, Object> window(Interval window) {
    boolean ever = window.lo() == Interval.BEGINNING;
    Map<String, Object> document = new TreeMap<>();
    document.put("lo", ever ? null : Instants.format(window.lo()));
    document.put("hi", Instants.format(window.hi()));
    return document;
  }

  private Map<String, Object> row(Witness row, VerdictText verdicts) {
    Map<String, Object> document = new TreeMap<>();
    document.put("table", row.table());
    document.put("line", (long) Lines.of(result.rows().get(row.position()).span()));
    document.put("verdict", verdicts.mark(row).replace(' ', '_'));
    document.put("reason", verdicts.reason(row).orElse(null));
    return document;
  }

  private static Map<String, Object> place(Span span) {
    Position start = span.file().positionOf(span.start());
    Position end = span.file().positionOf(span.end());
    Map<String, Object> document = new TreeMap<>();
    document.put("file", span.file().name());
    document.put("line", (long) start.line());
    document.put("column", (long) start.column());
    document.put("end_line", (long) end.line());
    document.put("end_column", (long) end.column());
    return document;
  }
}

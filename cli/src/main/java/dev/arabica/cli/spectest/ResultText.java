package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.time.Instants;
import dev.arabica.dsl.Excerpt;
import dev.arabica.dsl.Position;
import dev.arabica.dsl.Span;
import dev.arabica.reference.FeatureValue;
import java.util.Optional;

/**
 * A failed test for people.
 *
 * <pre>
 * FAIL  only long views count (specs/views.feat:20)
 *
 * specs/views.feat:26:33: expected 2, but long_views_last_6h is 1
 *    |
 * 26 |   expect snaps(snap_id: "S1") { long_views_last_6h: 2 }
 *    |                                 ^^^^^^^^^^^^^^^^^^^^^
 *   at 2025-11-29T16:10:05Z, watermark 2025-11-29T16:05:00Z
 *   ...
 * </pre>
 */
public final class ResultText {
  private final boolean colour;

  /**
   * @param colour whether to write ANSI colours; for terminals only
   */
  public ResultText(boolean colour) {
    this.colour = colour;
  }

  /** Every line ends with a line feed. */
  public String of(TestResult result) {
    SpecTest test = result.test();
    StringBuilder text = new StringBuilder();
    text.append(Paint.RED.on("FAIL", colour)).append("  ");
    text.append(Paint.BOLD.on(Excerpt.printable(test.title()), colour));
    text.append(" (").append(test.span().file()).append(':').append(Lines.of(test.span()));
    text.append(")\n");
    ExplanationText explanations = new ExplanationText(result, colour);
    for (Failure failure : result.failures()) {
      text.append('\n');
      if (failure instanceof Failure.BadRow row) {
        text.append(badRow(row));
      } else {
        text.append(notMet((Failure.NotMet) failure, explanations));
      }
    }
    return text.toString();
  }

  private String badRow(Failure.BadRow bad) {
    String what = "this row would be a dead letter, " + bad.reason() + ": " + bad.detail();
    return heading(bad.row().span(), what) + excerpt(bad.row().span());
  }

  private String notMet(Failure.NotMet failure, ExplanationText explanations) {
    SpecTest.Expected expected = failure.expected();
    SpecTest.Moment moment = failure.moment();
    String expectation = expectation(expected);
    String actual = actual(failure);
    boolean isShort = expectation.length() + actual.length() < 60;
    StringBuilder text = new StringBuilder();
    text.append(
        heading(
            expected.span(),
            isShort
                ? "expected " + expectation + ", but " + expected.column() + " is " + actual
                : expected.column() + " is not as expected"));
    text.append(excerpt(expected.span()));
    text.append("  at ").append(Instants.pretty(moment.time()));
    moment.watermark().ifPresent(w -> text.append(", watermark ").append(Instants.pretty(w)));
    text.append('\n');
    if (!isShort) {
      line("    expected   " + expectation, text);
      line("    actual     " + actual, text);
      failure.path().ifPresent(path -> line("    differs    at " + path, text));
    }
    explanations.of(failure.why(), moment.time()).forEach(line -> line("    " + line, text));
    return text.toString();
  }

  static String expectation(SpecTest.Expected expected) {
    if (expected.outcome() instanceof SpecTest.Outcome.Status status) {
      return "`" + status.status() + "`";
    }
    SpecTest.Outcome.Value value = (SpecTest.Outcome.Value) expected.outcome();
    Optional<String> within = value.within().map(off -> " within " + off);
    return ValueText.of(expected.type(), value.value()) + within.orElse("");
  }

  /** The value, and its status where that is expected or explains a null. */
  private static String actual(Failure.NotMet failure) {
    FeatureValue actual = failure.why().value();
    String value = ValueText.of(failure.expected().type(), actual.value());
    boolean ofStatus = failure.expected().outcome() instanceof SpecTest.Outcome.Status;
    return ofStatus || actual.status() != FeatureStatus.OK
        ? value + " (`" + actual.status() + "`)"
        : value;
  }

  private static void line(String line, StringBuilder text) {
    text.append(line.stripTrailing()).append('\n');
  }

  private String heading(Span span, String message) {
    Position position = span.file().positionOf(span.start());
    String file = Excerpt.printable(span.file().name());
    return file + ":" + position + ": " + Excerpt.printable(message) + "\n";
  }

  private String excerpt(Span span) {
    Position position = span.file().positionOf(span.start());
    Excerpt excerpt = Excerpt.of(span, position);
    String number = Integer.toString(position.line());
    String margin = " ".repeat(number.length()) + " |";
    return Paint.CYAN.on(margin, colour)
        + "\n"
        + Paint.CYAN.on(number + " |", colour)
        + " "
        + excerpt.line()
        + "\n"
        + Paint.CYAN.on(margin, colour)
        + " "
        + " ".repeat(excerpt.indent())
        + Paint.RED.on(excerpt.underline(), colour)
        + "\n";
  }
}

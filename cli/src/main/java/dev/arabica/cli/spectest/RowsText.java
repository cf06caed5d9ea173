package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.dsl.Span;
import dev.arabica.reference.Explanation.Origin;
import dev.arabica.reference.Explanation.Witness;
import dev.arabica.reference.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a test's tables as they are written, each with what became of it. */
final class RowsText {
  private static final int MARK_WIDTH = 11;
  private static final int OTHER_KEYS_SHOWN = 5;

  private final TestResult result;
  private final boolean colour;

  RowsText(TestResult result, boolean colour) {
    this.result = result;
    this.colour = colour;
  }

  /**
   * The lines, not indented.
   *
   * @param asked the time of the test's moment
   */
  List<String> of(Origin origin, long asked) {
    VerdictText verdicts = new VerdictText(result.rows(), origin, asked);
    if (origin.rows().isEmpty()) {
      return List.of("no rows were given");
    }
    int last = origin.rows().stream().mapToInt(this::lineOf).max().getAsInt();
    int width = Integer.toString(last).length();
    List<String> lines = new ArrayList<>();
    int header = 0;
    for (Witness row : origin.rows()) {
      if (!(row.verdict() instanceof Verdict.OtherKey)) {
        int ownHeader = headerOf(row);
        if (ownHeader != header) {
          lines.add(line("", Paint.DIM, width, ownHeader, row));
        }
        header = ownHeader;
        lines.addAll(row(row, verdicts, width));
      }
    }
    lines.addAll(otherKeys(origin));
    return lines;
  }

  private List<String> row(Witness row, VerdictText verdicts, int width) {
    Paint paint = row.verdict() instanceof Verdict.Counted ? Paint.GREEN : Paint.YELLOW;
    List<String> lines = new ArrayList<>();
    lines.add(line(verdicts.mark(row), paint, width, lineOf(row), row));
    String margin = " ".repeat(MARK_WIDTH + width + 1);
    verdicts.reason(row).ifPresent(reason -> lines.add(margin + "= " + reason));
    return lines;
  }

  /** A line of the spec behind its mark and number. */
  private String line(String mark, Paint paint, int width, int number, Witness row) {
    String digits = " ".repeat(width - Integer.toString(number).length()) + number;
    String shown = Lines.text(span(row).file(), number);
    return paint.on(padded(mark), colour) + Paint.CYAN.on(digits, colour) + " " + shown;
  }

  private List<String> otherKeys(Origin origin) {
    Map<String, List<String>> linesOf = new LinkedHashMap<>();
    for (Witness row : origin.rows()) {
      if (row.verdict() instanceof Verdict.OtherKey other) {
        String number = Integer.toString(lineOf(row));
        linesOf.computeIfAbsent(key(origin, other), key -> new ArrayList<>()).add(number);
      }
    }
    String mark = Paint.YELLOW.on(padded("other key"), colour);
    List<String> lines = new ArrayList<>();
    linesOf.forEach(
        (key, numbers) -> {
          String noun = numbers.size() == 1 ? "line " : "lines ";
          lines.add(mark + key + ": " + noun + String.join(", ", numbers));
        });
    int more = lines.size() - OTHER_KEYS_SHOWN;
    if (more > 1) {
      lines.subList(OTHER_KEYS_SHOWN, lines.size()).clear();
      lines.add(mark + "and " + more + " more");
    }
    return lines;
  }

  private static String key(Origin origin, Verdict.OtherKey other) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < other.key().size(); i++) {
      values.add(ValueText.of(origin.key().get(i).type(), other.key().get(i)));
    }
    return String.join(", ", values);
  }

  private static String padded(String mark) {
    return mark + " ".repeat(MARK_WIDTH - mark.length());
  }

  /** The line of the column names above a row. */
  private int headerOf(Witness row) {
    int line = lineOf(row);
    int found = line;
    for (SpecTest.Given given : result.test().givens()) {
      if (given.name().equals(row.table()) && Lines.of(given.span()) < line) {
        found = Lines.header(given.span(), line);
      }
    }
    return found;
  }

  private int lineOf(Witness row) {
    return Lines.of(span(row));
  }

  private Span span(Witness row) {
    return result.rows().get(row.position()).span();
  }
}

package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.time.Instants;
import dev.arabica.dsl.Span;
import dev.arabica.reference.Explanation;
import dev.arabica.reference.Explanation.Origin;
import dev.arabica.reference.Explanation.Witness;
import dev.arabica.reference.Interval;
import dev.arabica.reference.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a value was made of: its window and every row that was given, each with its mark. */
final class ExplanationText {
  private static final int MARK_WIDTH = 10;
  private static final int OTHER_KEYS_SHOWN = 5;

  private final TestResult result;
  private final boolean colour;
  private final VerdictText verdicts;
  private final StringBuilder text = new StringBuilder();

  ExplanationText(TestResult result, boolean colour) {
    this.result = result;
    this.colour = colour;
    this.verdicts = new VerdictText(result.rows());
  }

  String of(Explanation why) {
    explain(why, "    ");
    return text.toString();
  }

  private void explain(Explanation why, String indent) {
    why.origin().ifPresent(origin -> origin(origin, indent));
    for (Explanation part : why.parts()) {
      line(indent + part.name() + " is " + value(part));
      explain(part, indent + "  ");
    }
  }

  private static String value(Explanation part) {
    String value = ValueText.of(part.type(), part.value().value());
    FeatureStatus status = part.value().status();
    return status == FeatureStatus.OK ? value : value + " (`" + status + "`)";
  }

  private void origin(Origin origin, String indent) {
    if (!origin.key().isEmpty()) {
      line(indent + "key       " + key(origin));
    }
    origin.window().ifPresent(window -> line(indent + "window    " + window(window)));
    if (origin.key().stream().anyMatch(column -> column.value() == null)) {
      line(indent + "a key that is null is never looked up");
    } else if (origin.kind() == Kind.REQUEST) {
      request(origin, indent);
    } else {
      rows(origin, indent);
    }
  }

  private static String key(Origin origin) {
    return origin.key().stream()
        .map(column -> column.name() + ": " + ValueText.of(column.type(), column.value()))
        .collect(Collectors.joining(", "));
  }

  private static String window(Interval window) {
    String end = Instants.pretty(window.hi());
    if (window.lo() == Interval.BEGINNING) {
      return "everything before " + end;
    }
    return window.hi() <= window.lo()
        ? "nothing: it would begin at "
            + Instants.pretty(window.lo())
            + ", but the watermark ends it at "
            + end
        : "from " + Instants.pretty(window.lo()) + " until before " + end;
  }

  private void request(Origin origin, String indent) {
    boolean given =
        result.test().givens().stream().anyMatch(table -> table.name().equals(origin.name()));
    line(indent + (given ? "from the request" : "the test gives no `" + origin.name() + "`"));
  }

  private void rows(Origin origin, String indent) {
    Map<String, List<Witness>> tables = new LinkedHashMap<>();
    origin
        .rows()
        .forEach(row -> tables.computeIfAbsent(row.table(), t -> new ArrayList<>()).add(row));
    if (tables.isEmpty()) {
      line(indent + "no rows were given");
    }
    tables.forEach((table, rows) -> table(table, rows, origin, indent));
  }

  private void table(String table, List<Witness> rows, Origin origin, String indent) {
    int width = Integer.toString(rows.stream().mapToInt(this::lineOf).max().orElse(0)).length();
    Map<String, List<Integer>> others = new LinkedHashMap<>();
    int header = 0;
    for (Witness row : rows) {
      if (row.verdict() instanceof Verdict.OtherKey other) {
        others.computeIfAbsent(key(origin, other), k -> new ArrayList<>()).add(lineOf(row));
        continue;
      }
      int ownHeader = headerOf(table, row);
      if (ownHeader != header) {
        header = ownHeader;
        line(indent, "", Paint.DIM, width, header, row);
      }
      row(row, origin, indent, width);
    }
    others(others, indent);
  }

  private void row(Witness row, Origin origin, String indent, int width) {
    Paint paint = row.verdict() instanceof Verdict.Counted ? Paint.GREEN : Paint.YELLOW;
    line(indent, VerdictText.mark(row.verdict()), paint, width, lineOf(row), row);
    String margin = indent + " ".repeat(MARK_WIDTH + width + 1);
    verdicts.reason(row, origin).ifPresent(reason -> line(margin + "= " + reason));
  }

  private void others(Map<String, List<Integer>> others, String indent) {
    String mark = Paint.YELLOW.on(padded("other key"), colour);
    others.entrySet().stream()
        .limit(OTHER_KEYS_SHOWN)
        .forEach(
            other -> {
              List<String> lines = other.getValue().stream().map(String::valueOf).toList();
              String noun = lines.size() == 1 ? "line " : "lines ";
              line(indent + mark + other.getKey() + ": " + noun + String.join(", ", lines));
            });
    if (others.size() > OTHER_KEYS_SHOWN) {
      line(indent + mark + "and " + (others.size() - OTHER_KEYS_SHOWN) + " more keys");
    }
  }

  private static String key(Origin origin, Verdict.OtherKey other) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < other.key().size(); i++) {
      values.add(ValueText.of(origin.key().get(i).type(), other.key().get(i)));
    }
    return String.join(", ", values);
  }

  private void line(String indent, String mark, Paint paint, int width, int number, Witness row) {
    String shown = Lines.text(span(row).file(), number);
    String padded = " ".repeat(width - Integer.toString(number).length()) + number;
    line(indent + paint.on(padded(mark), colour) + Paint.CYAN.on(padded, colour) + " " + shown);
  }

  private static String padded(String mark) {
    return mark + " ".repeat(Math.max(1, MARK_WIDTH - mark.length()));
  }

  /** The line of the column names above a row. */
  private int headerOf(String table, Witness row) {
    int line = lineOf(row);
    int found = line;
    for (SpecTest.Given given : result.test().givens()) {
      if (given.name().equals(table) && Lines.of(given.span()) < line) {
        found = Lines.header(given.span(), line);
      }
    }
    return found;
  }

  private Span span(Witness row) {
    return result.rows().get(row.position()).span();
  }

  private int lineOf(Witness row) {
    return Lines.of(span(row));
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}

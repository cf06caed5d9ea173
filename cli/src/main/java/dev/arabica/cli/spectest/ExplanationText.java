package dev.arabica.cli.spectest;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.reference.Explanation;
import dev.arabica.reference.Explanation.KeyColumn;
import dev.arabica.reference.Explanation.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What the values of one test were made of: key, window, and every row that was given. */
final class ExplanationText {
  /** Rows so few are shown again rather than looked up. */
  private static final int FEW = 2;

  private final TestResult result;
  private final RowsText rows;
  private final Set<List<String>> shown = new HashSet<>();

  ExplanationText(TestResult result, boolean colour) {
    this.result = result;
    this.rows = new RowsText(result, colour);
  }

  /**
   * Rows that were shown before, with the same marks, are not repeated.
   *
   * @param asked the time of the test's moment
   */
  List<String> of(Explanation why, long asked) {
    List<String> lines = new ArrayList<>();
    why.origin()
        .ifPresent(
            origin -> {
              if (!why.name().startsWith(origin.name() + ".")) {
                lines.add("from       " + origin.name());
              }
              lines.addAll(origin(origin, asked));
            });
    for (Explanation part : why.parts()) {
      lines.add(part.name() + " is " + value(part));
      of(part, asked).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private static String value(Explanation part) {
    String value = ValueText.of(part.type(), part.value().value());
    FeatureStatus status = part.value().status();
    return status == FeatureStatus.OK ? value : value + " (`" + status + "`)";
  }

  private List<String> origin(Origin origin, long asked) {
    List<String> lines = new ArrayList<>();
    if (!origin.key().isEmpty()) {
      lines.add("key        " + key(origin));
    }
    origin.window().ifPresent(w -> lines.add("window     " + new WindowText(asked).of(w)));
    if (origin.key().stream().anyMatch(column -> column.value() == null)) {
      lines.add("a key that is null is never looked up");
    } else if (origin.kind() == Kind.REQUEST) {
      lines.add(request(origin));
    } else if (origin.window().isEmpty() || !origin.window().get().isEmpty()) {
      lines.addAll(rows(origin, asked));
    }
    return lines;
  }

  private static String key(Origin origin) {
    return origin.key().stream().map(ExplanationText::key).collect(Collectors.joining(", "));
  }

  private static String key(KeyColumn column) {
    String value = column.name() + ": " + ValueText.of(column.type(), column.value());
    return value + column.from().map(from -> " (from " + from + ")").orElse("");
  }

  private String request(Origin origin) {
    boolean given =
        result.test().givens().stream().anyMatch(table -> table.name().equals(origin.name()));
    return given
        ? "as the request says, or the default"
        : "the test gives no `" + origin.name() + "`";
  }

  private List<String> rows(Origin origin, long asked) {
    List<String> lines = rows.of(origin, asked);
    return shown.add(lines) || lines.size() <= FEW ? lines : List.of("rows       as above");
  }
}

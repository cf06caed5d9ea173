package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.compiler.report.ExprText;
import dev.arabica.core.expr.Columns;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.intake.RecordPosition;
import dev.arabica.reference.Explanation.Origin;
import dev.arabica.reference.Explanation.Witness;
import dev.arabica.reference.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a row, in words. */
final class VerdictText {
  private final Map<RecordPosition, SpecTest.Row> rows;
  private final Origin origin;
  private final WindowText window;

  /**
   * @param origin what the rows are witnesses of
   * @param asked the time of the test's moment
   */
  VerdictText(Map<RecordPosition, SpecTest.Row> rows, Origin origin, long asked) {
    this.rows = rows;
    this.origin = origin;
    this.window = new WindowText(asked);
  }

  /** One or two words that stand in front of the row. */
  String mark(Witness witness) {
    Verdict verdict = witness.verdict();
    if (verdict instanceof Verdict.Counted) {
      return "counted";
    }
    if (verdict instanceof Verdict.Filtered) {
      return "filtered";
    }
    if (verdict instanceof Verdict.Duplicate) {
      return "duplicate";
    }
    if (verdict instanceof Verdict.TooEarly) {
      return "too early";
    }
    if (verdict instanceof Verdict.TooLate) {
      return origin.kind() == Kind.SNAPSHOT ? "not yet" : "too late";
    }
    if (verdict instanceof Verdict.NullInput) {
      return "no input";
    }
    if (verdict instanceof Verdict.NullKey) {
      return "no key";
    }
    return verdict instanceof Verdict.Superseded ? "superseded" : "other key";
  }

  /** Why, where the mark alone does not say it. */
  Optional<String> reason(Witness witness) {
    Verdict verdict = witness.verdict();
    if (verdict instanceof Verdict.Filtered filtered) {
      return Optional.of(filtered(filtered));
    }
    if (verdict instanceof Verdict.Duplicate duplicate) {
      return Optional.of(
          "in `%s` the row of line %d counts for it"
              .formatted(duplicate.in(), Lines.of(rows.get(duplicate.of()).span())));
    }
    if (verdict instanceof Verdict.NullInput input) {
      return Optional.of(ExprText.of(input.input()) + " is null or not a number");
    }
    if (verdict instanceof Verdict.NullKey key) {
      return Optional.of("`" + key.column() + "` is null");
    }
    return origin.window().flatMap(interval -> window.beside(witness, interval));
  }

  /** The condition and the values that it was asked about. */
  private static String filtered(Verdict.Filtered filtered) {
    List<String> values = new ArrayList<>();
    Columns.readBy(List.of(filtered.condition()))
        .forEach(
            (column, type) -> {
              Object value = filtered.row().getValue(filtered.row().type().require(column));
              values.add(column + " is " + ValueText.of(type, value));
            });
    String condition = "where " + ExprText.of(filtered.condition());
    if (filtered.condition() instanceof Expr.Column) {
      return condition + ", which" + values.get(0).substring(values.get(0).indexOf(' '));
    }
    return values.isEmpty() ? condition : condition + ": " + String.join(", ", values);
  }
}

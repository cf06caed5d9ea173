package dev.arabica.cli.spectest;

import dev.arabica.compiler.SpecTest;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.time.Instants;
import dev.arabica.intake.RecordPosition;
import dev.arabica.reference.Explanation.Origin;
import dev.arabica.reference.Explanation.Witness;
import dev.arabica.reference.Interval;
import dev.arabica.reference.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What became of a row, in words. */
final class VerdictText {
  private final Map<RecordPosition, SpecTest.Row> rows;

  VerdictText(Map<RecordPosition, SpecTest.Row> rows) {
    this.rows = rows;
  }

  /** One or two words that stand in front of the row. */
  static String mark(Verdict verdict) {
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
      return "too late";
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
  Optional<String> reason(Witness witness, Origin origin) {
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
    return origin.window().flatMap(window -> beside(witness, window));
  }

  private static Optional<String> beside(Witness witness, Interval window) {
    if (witness.verdict() instanceof Verdict.TooEarly) {
      return Optional.of(length(window.lo() - witness.time()) + " before the window");
    }
    if (witness.verdict() instanceof Verdict.TooLate) {
      long after = witness.time() - window.hi();
      return Optional.of(
          after == 0
              ? "exactly at the window's end, which is outside"
              : length(after) + " after the window's end");
    }
    return Optional.empty();
  }

  /** The condition and the values that it was asked about. */
  private static String filtered(Verdict.Filtered filtered) {
    List<String> values = new ArrayList<>();
    for (Expr.Column column : ExprText.columns(filtered.condition()).values()) {
      Object value = filtered.row().getValue(filtered.row().type().require(column.name()));
      values.add(column.name() + " is " + ValueText.of(column.type(), value));
    }
    String condition = "where " + ExprText.of(filtered.condition());
    if (filtered.condition() instanceof Expr.Column) {
      return condition + ", which" + values.get(0).substring(values.get(0).indexOf(' '));
    }
    return values.isEmpty() ? condition : condition + ": " + String.join(", ", values);
  }

  /** A length of time in its two largest units. */
  static String length(long micros) {
    long[] units = {
      Instants.MICROS_PER_DAY,
      Instants.MICROS_PER_HOUR,
      Instants.MICROS_PER_MINUTE,
      Instants.MICROS_PER_SECOND,
      Instants.MICROS_PER_MILLI,
      1
    };
    for (int i = 0; i + 1 < units.length; i++) {
      if (micros >= units[i]) {
        long rest = micros % units[i] / units[i + 1] * units[i + 1];
        String whole = Instants.prettyDuration(micros / units[i] * units[i]);
        return rest == 0 ? whole : whole + " " + Instants.prettyDuration(rest);
      }
    }
    return Instants.prettyDuration(micros);
  }
}

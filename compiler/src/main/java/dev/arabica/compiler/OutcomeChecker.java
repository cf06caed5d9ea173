package dev.arabica.compiler;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.Suggestions;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.ExpectDecl;
import dev.arabica.dsl.ast.FloatExpr;
import dev.arabica.dsl.ast.IntExpr;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Checks what one column is expected to be: a value of its type, or a status. */
final class OutcomeChecker {
  private static final List<String> STATUSES =
      Arrays.stream(FeatureStatus.values()).map(FeatureStatus::toString).toList();

  private final Written written;
  private final Findings findings;

  OutcomeChecker(Inlining inlining, Damage damage, Findings findings) {
    this.written = new Written(inlining, damage, findings);
    this.findings = findings;
  }

  /** Absent after an error. */
  Optional<SpecTest.Outcome> check(ExpectDecl.Expected expected, Type type) {
    if (expected.value() instanceof NameExpr name) {
      expected.within().ifPresent(this::noTolerance);
      return status(name.name()).map(SpecTest.Outcome.Status::new);
    }
    Optional<Double> within = expected.within().flatMap(tolerance -> within(tolerance, type));
    if (within.isPresent() != expected.within().isPresent()) {
      return Optional.empty();
    }
    return value("`" + expected.column().text() + "`", expected.value(), type)
        .map(literal -> new SpecTest.Outcome.Value(literal.value(), within));
  }

  /**
   * A value of a type; absent after an error.
   *
   * @param what has the type, as a sentence names it
   */
  Optional<Expr.Literal> value(String what, dev.arabica.dsl.ast.Expr value, Type type) {
    return written.of(what, value, type);
  }

  private Optional<FeatureStatus> status(Name name) {
    int at = STATUSES.indexOf(name.text());
    if (at >= 0) {
      return Optional.of(FeatureStatus.values()[at]);
    }
    error(
        name.span(),
        "`" + name.text() + "` is neither a value nor a status",
        Suggestions.hint(name.text(), STATUSES)
            .or(() -> Optional.of("the statuses are " + Findings.listing(STATUSES))));
    return Optional.empty();
  }

  private void noTolerance(dev.arabica.dsl.ast.Expr within) {
    error(within.span(), "a status is met or not", Optional.of("leave `within` out"));
  }

  /** How far a value may be off: a number, for an instant a duration in microseconds. */
  private Optional<Double> within(dev.arabica.dsl.ast.Expr within, Type type) {
    Type element = type instanceof Type.ListType list ? list.element() : type;
    if (element == Type.TIMESTAMP && within instanceof DurationExpr duration) {
      return Optional.of((double) duration.micros());
    }
    if (element.isNumeric() || element instanceof Type.VectorType) {
      if (within instanceof IntExpr number) {
        return Optional.of((double) number.value());
      }
      if (within instanceof FloatExpr number) {
        return Optional.of(number.value());
      }
    }
    boolean hasDistance =
        element.isNumeric() || element instanceof Type.VectorType || element == Type.TIMESTAMP;
    error(
        within.span(),
        hasDistance
            ? "`" + within.span().text() + "` is no distance between values of type " + element
            : "values of type " + element + " have no distance",
        hasDistance
            ? Optional.of(element == Type.TIMESTAMP ? "write a duration" : "write a number")
            : Optional.of("leave `within` out"));
    return Optional.empty();
  }

  private void error(Span span, String message, Optional<String> hint) {
    findings.error(CompilerCodes.BAD_EXPECTATION, span, message, () -> hint);
  }
}

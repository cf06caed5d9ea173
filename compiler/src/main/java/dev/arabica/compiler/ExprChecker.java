package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.Code;
import dev.arabica.dsl.Span;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.NameExpr;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Resolves and types whole expressions over named columns; a let's column is its expression, so
 * that a plan knows only columns of what is read. What has an error is absent and has been
 * reported, once.
 */
final class ExprChecker {
  private final Scope scope;
  private final Inlining inlining;
  private final Findings findings;
  private int parts;

  ExprChecker(Scope scope, Inlining inlining, Findings findings) {
    this.scope = scope;
    this.inlining = inlining;
    this.findings = findings;
  }

  /** A whole expression. */
  Optional<Expr> check(dev.arabica.dsl.ast.Expr expr) {
    ExprTyper typer = new ExprTyper(scope, inlining, findings);
    Optional<Expr> typed = typer.type(expr);
    parts = typer.parts();
    boolean fits =
        parts <= Inlining.MOST_PARTS
            && typed.map(Inlining::depth).orElse(0) <= Inlining.DEEPEST
            && inlining.take(parts);
    return fits
        ? typed
        : error(
            CompilerCodes.TOO_LARGE,
            expr.span(),
            "with its lets written out, the expression grows too large",
            () ->
                Optional.of(
                    "an expression has at most "
                        + Inlining.MOST_PARTS
                        + " parts, nested at most "
                        + Inlining.DEEPEST
                        + " deep"));
  }

  /** How many parts the expression last checked has. */
  int parts() {
    return parts;
  }

  /** A filter: an expression of type bool. */
  Optional<Expr> checkCondition(dev.arabica.dsl.ast.Expr expr) {
    Optional<Expr> condition = check(expr);
    if (condition.isEmpty() || condition.get().type() == Type.BOOL) {
      return condition;
    }
    Type type = condition.get().type();
    return error(
        CompilerCodes.WRONG_TYPE,
        expr.span(),
        "a filter is a bool, and this is of type " + type,
        () ->
            type.isNumeric()
                ? Optional.of("compare it, as in `" + expr.span().text() + " > 0`")
                : Optional.empty());
  }

  /** A column that can stand in a key. */
  Optional<Expr> checkKey(Name column, String role) {
    Optional<Expr> key = check(new NameExpr(column));
    if (key.isEmpty() || key.get().type().isKey()) {
      return key;
    }
    return error(
        CompilerCodes.NOT_A_KEY,
        column.span(),
        "`" + column.text() + "` is of type " + key.get().type() + ", which cannot be " + role,
        () ->
            Optional.of(
                "keys are strings, integers, decimals, bools, dates, timestamps and bytes"));
  }

  private Optional<Expr> error(
      Code code, Span span, String message, Supplier<Optional<String>> hint) {
    findings.error(code, span, message, hint);
    return Optional.empty();
  }
}

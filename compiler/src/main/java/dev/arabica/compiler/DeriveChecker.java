package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.DeriveDecl;
import java.util.Optional;

/** Checks what is derived from finished values: any expression whose value can be kept. */
final class DeriveChecker {
  private final ExprChecker exprs;
  private final Findings findings;

  DeriveChecker(ExprChecker exprs, Findings findings) {
    this.exprs = exprs;
    this.findings = findings;
  }

  /** The value; absent after an error. */
  Optional<Expr> check(DeriveDecl decl) {
    Optional<Expr> value = exprs.check(decl.value());
    if (value.isEmpty()) {
      return value;
    }
    Type type = value.get().type();
    if (type != Type.NULL && !AggregateChecker.holdsDuration(type)) {
      return value;
    }
    findings.error(
        CompilerCodes.WRONG_TYPE,
        decl.value().span(),
        type == Type.NULL ? "a value that is always null has no type" : "a duration is no feature",
        () ->
            type == Type.NULL
                ? Optional.empty()
                : Optional.of("a duration is a number with `to_millis(...)`"));
    return Optional.empty();
  }
}

package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import java.util.Optional;

/** Checks the value that stands in for one that is not there. */
final class DefaultChecker {
  private final Findings findings;

  DefaultChecker(Findings findings) {
    this.findings = findings;
  }

  /**
   * The default as a value of its type; absent after an error.
   *
   * @param owner what has the default, as a sentence names it
   */
  Optional<Expr.Literal> check(String owner, dev.arabica.dsl.ast.Expr written, Type type) {
    Optional<Expr.Literal> value = Literals.valueOf(written, type);
    if (value.isEmpty()) {
      findings.error(
          CompilerCodes.BAD_DEFAULT,
          written.span(),
          "the " + owner + " is of type " + type + ", and `" + written.span().text() + "` is not",
          "`default null` fits every " + owner);
    }
    return value;
  }
}

package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.Derived;
import dev.arabica.dsl.ast.DeriveDecl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks what is derived from finished values, in order: each may use those above it, so that none
 * can depend on itself.
 */
final class DeriveChecker {
  private final Scope values;
  private final Inlining inlining;
  private final Findings findings;

  /**
   * A checker that adds to a scope.
   *
   * @param values the finished values; what is derived joins them
   */
  DeriveChecker(Scope values, Inlining inlining, Findings findings) {
    this.values = values;
    this.inlining = inlining;
    this.findings = findings;
  }

  /**
   * The derives without an error.
   *
   * @param owner what has them, as a sentence names it
   */
  List<Derived> check(String owner, List<DeriveDecl> decls) {
    values.announce(decls.stream().map(decl -> decl.name().text()).toList());
    List<Derived> derived = new ArrayList<>();
    for (DeriveDecl decl : decls) {
      Optional<Expr> value =
          new ExprChecker(values, inlining, findings)
              .check(decl.value())
              .filter(e -> fits(decl, e));
      String name = decl.name().text();
      if (values.has(name)) {
        findings.error(
            CompilerCodes.DECLARED_TWICE,
            decl.name().span(),
            owner + " has a " + values.noun() + " `" + name + "` already",
            "give the derived one another name");
      } else {
        values.addValue(name, value.map(Expr::type));
        value.ifPresent(v -> derived.add(new Derived(name, v)));
      }
    }
    return derived;
  }

  private boolean fits(DeriveDecl decl, Expr value) {
    Optional<String> objection = Storable.objection(value.type());
    objection.ifPresent(
        hint ->
            findings.error(
                CompilerCodes.WRONG_TYPE,
                decl.value().span(),
                "a derived value of type " + value.type() + " cannot be served",
                hint));
    return objection.isEmpty();
  }
}

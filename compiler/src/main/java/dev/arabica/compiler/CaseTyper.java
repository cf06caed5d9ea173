package dev.arabica.compiler;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.ast.CaseExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types a {@code case}: to the plan it is an {@code if} in an {@code if}. */
final class CaseTyper {
  private final ExprTyper exprs;
  private final Findings findings;
  private final List<Expr> conditions = new ArrayList<>();
  private final List<Expr> values = new ArrayList<>();
  private Type common = Type.NULL;
  private boolean failed;

  CaseTyper(ExprTyper exprs, Findings findings) {
    this.exprs = exprs;
    this.findings = findings;
  }

  Optional<Expr> type(CaseExpr expr) {
    for (CaseExpr.Branch branch : expr.branches()) {
      condition(branch.when());
      value(branch.then());
    }
    expr.otherwise().ifPresent(this::value);
    if (failed) {
      return Optional.empty();
    }
    int branches = conditions.size();
    Expr result =
        values.size() > branches ? values.get(branches) : new Expr.Literal(Type.NULL, null);
    for (int i = branches - 1; i >= 0; i--) {
      result = Expr.Call.of(Function.IF, List.of(conditions.get(i), values.get(i), result));
    }
    return Optional.of(result);
  }

  private void condition(dev.arabica.dsl.ast.Expr when) {
    Optional<Expr> condition = exprs.type(when);
    condition.ifPresent(conditions::add);
    failed |= condition.isEmpty();
    if (condition.isPresent() && condition.get().type() != Type.BOOL) {
      failed = true;
      findings.error(
          CompilerCodes.WRONG_TYPE,
          when.span(),
          "what stands after `when` is a bool, and this is of type " + condition.get().type());
    }
  }

  private void value(dev.arabica.dsl.ast.Expr then) {
    Optional<Expr> value = exprs.type(then);
    value.ifPresent(values::add);
    failed |= value.isEmpty();
    if (value.isPresent() && common != null) {
      Type type = Function.commonType(common, value.get().type());
      if (type == null) {
        failed = true;
        findings.error(
            CompilerCodes.WRONG_TYPE,
            then.span(),
            "this is of type %s, and what stands above it of type %s"
                .formatted(value.get().type(), common),
            "every branch of a `case` gives the same type");
      }
      common = type;
    }
  }
}

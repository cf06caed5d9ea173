package dev.arabica.compiler;

import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.dsl.ast.ListExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks the constants that a value is held against: a slip among them changes what is counted. */
final class ConstantsChecker {
  private static final RowType NO_COLUMNS = new RowType(List.of());

  private final ListExpr written;
  private final Findings findings;

  ConstantsChecker(ListExpr written, Findings findings) {
    this.written = written;
    this.findings = findings;
  }

  /** Whether edges ascend and categories differ; reports the first that does not. */
  boolean areRight(Expr.Call call) {
    Set<Object> seen = new HashSet<>();
    Object before = null;
    for (int i = 1; i < call.args().size(); i++) {
      Object value = Evaluators.bind(call.args().get(i), NO_COLUMNS).value(new Row(NO_COLUMNS));
      boolean fits =
          call.function() == Function.BUCKETIZE
              ? before == null || number(before) < number(value)
              : seen.add(value);
      if (!fits) {
        report(call.function(), i - 1);
        return false;
      }
      before = value;
    }
    return true;
  }

  private void report(Function function, int position) {
    findings.error(
        CompilerCodes.WRONG_ARGUMENTS,
        written.elements().get(position).span(),
        function == Function.BUCKETIZE
            ? "each edge is greater than the one before"
            : "this constant stands twice",
        function.doc());
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }
}

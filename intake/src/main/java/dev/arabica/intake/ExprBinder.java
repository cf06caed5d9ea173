package dev.arabica.intake;

import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.RowType;

/** Binds expressions to rows: at once, or compiled for many of them. */
@FunctionalInterface
interface ExprBinder {
  Evaluator bind(Expr expr, RowType rowType);
}

package dev.arabica.compiler.report;

import dev.arabica.core.expr.Expr;
import java.util.LinkedHashSet;
import java.util.Set;

/** The columns that an expression reads, in the order in which it names them. */
final class ExprColumns {
  private ExprColumns() {}

  static Set<String> of(Expr expr) {
    Set<String> columns = new LinkedHashSet<>();
    add(expr, columns);
    return columns;
  }

  private static void add(Expr expr, Set<String> columns) {
    if (expr instanceof Expr.Column column) {
      columns.add(column.name());
    } else if (expr instanceof Expr.Call call) {
      call.args().forEach(arg -> add(arg, columns));
    } else if (expr instanceof Expr.Struct struct) {
      struct.values().forEach(value -> add(value, columns));
    } else if (expr instanceof Expr.FieldOf field) {
      add(field.struct(), columns);
    }
  }
}

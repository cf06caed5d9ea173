package dev.arabica.compiler.report;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The columns that an expression reads, in the order in which it names them. */
final class ExprColumns {
  private ExprColumns() {}

  static Set<String> of(Expr expr) {
    Map<String, Type> columns = new LinkedHashMap<>();
    add(expr, columns);
    return columns.keySet();
  }

  /** Their types, by name. */
  static Map<String, Type> types(Collection<Expr> exprs) {
    Map<String, Type> types = new TreeMap<>();
    exprs.forEach(expr -> add(expr, types));
    return types;
  }

  private static void add(Expr expr, Map<String, Type> columns) {
    if (expr instanceof Expr.Column column) {
      columns.put(column.name(), column.type());
    } else if (expr instanceof Expr.Call call) {
      call.args().forEach(arg -> add(arg, columns));
    } else if (expr instanceof Expr.Struct struct) {
      struct.values().forEach(value -> add(value, columns));
    } else if (expr instanceof Expr.FieldOf field) {
      add(field.struct(), columns);
    }
  }
}

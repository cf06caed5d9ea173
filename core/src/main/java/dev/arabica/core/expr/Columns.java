package dev.arabica.core.expr;

import dev.arabica.core.type.Type;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The columns that expressions read. */
public final class Columns {
  private Columns() {}

  /** Their types by name. */
  public static Map<String, Type> readBy(Collection<Expr> exprs) {
    Map<String, Type> columns = new TreeMap<>();
    exprs.forEach(expr -> add(expr, columns));
    return columns;
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

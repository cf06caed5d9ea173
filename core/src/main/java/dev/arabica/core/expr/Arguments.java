package dev.arabica.core.expr;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.List;

/** The arguments of a call, as the typing of a {@link Function} looks at them. */
record Arguments(List<Expr> exprs) {
  private static final RowType NO_COLUMNS = new RowType(List.of());

  int count() {
    return exprs.size();
  }

  Type type(int position) {
    return exprs.get(position).type();
  }

  List<Type> types() {
    return exprs.stream().map(Expr::type).toList();
  }

  boolean are(Type... types) {
    return types().equals(List.of(types));
  }

  boolean areNumeric(int count) {
    return count() == count && types().stream().allMatch(Type::isNumeric);
  }

  /** Whether all arguments from a position on are integers. */
  boolean areIntegersFrom(int position) {
    return types().subList(position, count()).stream().allMatch(Type::isInteger);
  }

  /**
   * Whether all arguments from a position on are values that every row shares, none of them null.
   */
  boolean areConstantFrom(int position) {
    return exprs.subList(position, count()).stream().allMatch(expr -> constant(expr) != null);
  }

  /** The whole number that every row shares, or null if there is none between these two. */
  Long constant(int position, long least, long most) {
    boolean whole = position < count() && type(position).isInteger();
    Long value = whole ? (Long) constant(exprs.get(position)) : null;
    return value != null && value >= least && value <= most ? value : null;
  }

  /** The value of an expression without columns, or null. */
  private static Object constant(Expr expr) {
    return isConstant(expr) ? Evaluators.bind(expr, NO_COLUMNS).value(new Row(NO_COLUMNS)) : null;
  }

  private static boolean isConstant(Expr expr) {
    if (expr instanceof Expr.Call call) {
      return call.args().stream().allMatch(Arguments::isConstant);
    }
    if (expr instanceof Expr.Struct struct) {
      return struct.values().stream().allMatch(Arguments::isConstant);
    }
    return expr instanceof Expr.FieldOf field
        ? isConstant(field.struct())
        : expr instanceof Expr.Literal;
  }
}

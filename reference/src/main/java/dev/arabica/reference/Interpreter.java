package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Walks an expression over a row, with boxed values; null is null. */
final class Interpreter {
  private Interpreter() {}

  /** The value of the expression, negative zero made zero. */
  static Object value(Expr expr, Row row) {
    Object value = raw(expr, row);
    return value instanceof Double number ? (Object) (number + 0.0) : value;
  }

  /** Whether a filter lets the row through: a filter that is null is false. */
  static boolean passes(Expr filter, Row row) {
    return Boolean.TRUE.equals(value(filter, row));
  }

  private static Object raw(Expr expr, Row row) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value();
    }
    if (expr instanceof Expr.Column column) {
      return row.getValue(row.type().require(column.name()));
    }
    if (expr instanceof Expr.Struct struct) {
      List<Object> fields = new ArrayList<>();
      struct.values().forEach(field -> fields.add(value(field, row)));
      return Collections.unmodifiableList(fields);
    }
    if (expr instanceof Expr.FieldOf field) {
      Object struct = value(field.struct(), row);
      int position = ((Type.StructType) field.struct().type()).indexOf(field.field());
      return struct == null ? null : ((List<?>) struct).get(position);
    }
    return call((Expr.Call) expr, row);
  }

  private static Object call(Expr.Call call, Row row) {
    List<Expr> args = call.args();
    return switch (call.function()) {
      case AND -> connective(args, row, false);
      case OR -> connective(args, row, true);
      case IS_NULL -> value(args.get(0), row) == null;
      case COALESCE -> firstPresent(call, row);
      case IF ->
          Numbers.as(call.type(), value(passes(args.get(0), row) ? args.get(1) : args.get(2), row));
      case NULL_IF -> nullIf(value(args.get(0), row), value(args.get(1), row));
      case IN ->
          args.get(1).type() instanceof Type.ListType
              ? memberOfList(value(args.get(0), row), (List<?>) value(args.get(1), row))
              : membership(args, row);
      case LIST -> list(call, row);
      default -> strict(call, row);
    };
  }

  /** A function that is null when an argument is. */
  private static Object strict(Expr.Call call, Row row) {
    List<Object> values = new ArrayList<>();
    for (Expr arg : call.args()) {
      Object value = value(arg, row);
      if (value == null) {
        return null;
      }
      values.add(value);
    }
    return Functions.apply(call, values);
  }

  /** {@code and} where false decides, {@code or} where true does. */
  private static Object connective(List<Expr> args, Row row, boolean deciding) {
    boolean sawNull = false;
    for (Expr arg : args) {
      Object value = value(arg, row);
      if (value == null) {
        sawNull = true;
      } else if (value.equals(deciding)) {
        return deciding;
      }
    }
    return sawNull ? null : !deciding;
  }

  private static Object firstPresent(Expr.Call call, Row row) {
    for (Expr arg : call.args()) {
      Object value = Numbers.as(call.type(), value(arg, row));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private static Object nullIf(Object value, Object nulled) {
    return value != null && nulled != null && Order.compare(value, nulled) == 0 ? null : value;
  }

  private static Object list(Expr.Call call, Row row) {
    Type element = ((Type.ListType) call.type()).element();
    List<Object> values = new ArrayList<>();
    call.args().forEach(arg -> values.add(Numbers.as(element, value(arg, row))));
    return Collections.unmodifiableList(values);
  }

  private static Object memberOfList(Object wanted, List<?> list) {
    if (wanted == null || list == null) {
      return null;
    }
    boolean sawNull = false;
    for (Object element : list) {
      if (element != null && Order.compare(wanted, element) == 0) {
        return true;
      }
      sawNull |= element == null;
    }
    return sawNull ? null : false;
  }

  private static Object membership(List<Expr> args, Row row) {
    Object wanted = value(args.get(0), row);
    boolean sawNull = wanted == null;
    for (Expr arg : args.subList(1, args.size())) {
      Object value = value(arg, row);
      if (value == null) {
        sawNull = true;
      } else if (wanted != null && Order.compare(wanted, value) == 0) {
        return true;
      }
    }
    return sawNull ? null : false;
  }
}

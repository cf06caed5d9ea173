package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values computed from finished ones. */
final class DerivedValue {
  private DerivedValue() {}

  /**
   * Evaluates over the columns that are named. A null is explained by the first of them that is not
   * a fact, if there is one.
   */
  static Answer of(Derived derived, Function<String, Answer> columns) {
    Map<String, Type> names = columns(derived.expr());
    List<Type.Field> fields = new ArrayList<>();
    names.forEach((name, type) -> fields.add(new Type.Field(name, type, true)));
    Row row = new Row(new RowType(fields));
    FeatureStatus why = FeatureStatus.OK;
    for (int i = 0; i < fields.size(); i++) {
      FeatureValue value = columns.apply(fields.get(i).name()).value();
      row.setValue(i, value.value());
      why = why == FeatureStatus.OK && !value.isFact() ? value.status() : why;
    }
    Object value = Interpreter.value(derived.expr(), row);
    return value == null
        ? new Answer(FeatureValue.none(why), true)
        : Answer.found(Fitted.to(derived.expr().type(), value));
  }

  /** The columns that an expression reads, in the order in which it names them. */
  static Map<String, Type> columns(Expr expr) {
    Map<String, Type> found = new LinkedHashMap<>();
    collect(expr, found);
    return found;
  }

  private static void collect(Expr expr, Map<String, Type> found) {
    if (expr instanceof Expr.Column column) {
      found.put(column.name(), column.type());
    } else if (expr instanceof Expr.Call call) {
      call.args().forEach(arg -> collect(arg, found));
    } else if (expr instanceof Expr.Struct struct) {
      struct.values().forEach(value -> collect(value, found));
    } else if (expr instanceof Expr.FieldOf field) {
      collect(field.struct(), found);
    }
  }
}

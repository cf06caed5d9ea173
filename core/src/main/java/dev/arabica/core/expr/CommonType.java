package dev.arabica.core.expr;

import static dev.arabica.core.type.Type.FLOAT64;
import static dev.arabica.core.type.Type.INT64;
import static dev.arabica.core.type.Type.NULL;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.DecimalType;
import java.util.ArrayList;
import java.util.List;

/** The type that values of several types can all be read as. */
final class CommonType {
  private CommonType() {}

  /** Null if there is none: numbers widen, the literal null fits everything. */
  static Type of(Type a, Type b) {
    if (a.equals(b) || b == NULL) {
      return a;
    }
    if (a == NULL) {
      return b;
    }
    return a.isNumeric() && b.isNumeric() ? ofNumbers(a, b) : ofNested(a, b);
  }

  static Type of(List<Type> types) {
    Type common = types.isEmpty() ? null : types.get(0);
    for (int i = 1; i < types.size() && common != null; i++) {
      common = of(common, types.get(i));
    }
    return common;
  }

  /** Whether values of a type are compared as one: a number, a text, a time, but no list. */
  static boolean isSingle(Type type) {
    return type instanceof Type.Scalar || type instanceof DecimalType;
  }

  /** An integer among decimals is a decimal without digits after the point. */
  static DecimalType decimal(Type type) {
    return type instanceof DecimalType decimal ? decimal : new DecimalType(19, 0);
  }

  private static Type ofNumbers(Type a, Type b) {
    if (a.isFloat() || b.isFloat()) {
      return FLOAT64;
    }
    if (a.isInteger() && b.isInteger()) {
      return INT64;
    }
    DecimalType x = decimal(a);
    DecimalType y = decimal(b);
    int scale = Math.max(x.scale(), y.scale());
    int whole = Math.max(x.precision() - x.scale(), y.precision() - y.scale());
    return new DecimalType(Math.min(DecimalType.MOST_DIGITS, whole + scale), scale);
  }

  private static Type ofNested(Type a, Type b) {
    if (a instanceof Type.ListType x && b instanceof Type.ListType y) {
      Type element = inside(x.element(), y.element());
      return element == null ? null : new Type.ListType(element);
    }
    if (a instanceof Type.MapType x && b instanceof Type.MapType y) {
      Type key = inside(x.key(), y.key());
      Type value = inside(x.value(), y.value());
      return key == null || value == null ? null : new Type.MapType(key, value);
    }
    return a instanceof Type.StructType x && b instanceof Type.StructType y
        ? ofStructs(x, y)
        : null;
  }

  private static Type ofStructs(Type.StructType a, Type.StructType b) {
    if (a.fields().size() != b.fields().size()) {
      return null;
    }
    List<Type.Field> fields = new ArrayList<>();
    for (int i = 0; i < a.fields().size(); i++) {
      Type.Field x = a.fields().get(i);
      Type.Field y = b.fields().get(i);
      Type type = inside(x.type(), y.type());
      if (type == null || !x.name().equals(y.name())) {
        return null;
      }
      fields.add(new Type.Field(x.name(), type, x.nullable() || y.nullable()));
    }
    return new Type.StructType(fields);
  }

  /**
   * Inside another value nothing is converted: both must have the boxed form of the common type.
   */
  private static Type inside(Type a, Type b) {
    Type common = of(a, b);
    return common != null && isForm(a, common) && isForm(b, common) ? common : null;
  }

  private static boolean isForm(Type type, Type common) {
    if (common instanceof DecimalType) {
      return type == NULL || type.equals(common);
    }
    return type == NULL || type.storage() == common.storage();
  }
}

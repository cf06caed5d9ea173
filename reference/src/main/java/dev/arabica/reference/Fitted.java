package dev.arabica.reference;

import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Numbers in the form of the type that they are a value of. */
final class Fitted {
  private Fitted() {}

  /** A whole number that stands for a float or a decimal, such as the 0 of an empty sum. */
  static Object to(Type type, Object value) {
    if (type.isFloat() && value instanceof Number number) {
      return number.doubleValue();
    }
    if (type instanceof Type.DecimalType decimal && value instanceof Number number) {
      return new BigDecimal(number.toString()).setScale(decimal.scale());
    }
    if (type instanceof Type.ListType list && value instanceof List<?> elements) {
      List<Object> fitted = new ArrayList<>();
      elements.forEach(element -> fitted.add(to(list.element(), element)));
      return Collections.unmodifiableList(fitted);
    }
    return value;
  }
}

package dev.arabica.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Boxed values in a form in which equal ones are equal: with lists in place of arrays, and without
 * negative zeros.
 */
final class Plain {
  private Plain() {}

  static Object of(Object value) {
    if (value instanceof float[] vector) {
      List<Object> numbers = new ArrayList<>();
      for (float number : vector) {
        numbers.add(number + 0f);
      }
      return numbers;
    }
    if (value instanceof byte[] bytes) {
      List<Object> numbers = new ArrayList<>();
      for (byte number : bytes) {
        numbers.add(number);
      }
      return numbers;
    }
    if (value instanceof List<?> elements) {
      List<Object> plain = new ArrayList<>();
      elements.forEach(element -> plain.add(of(element)));
      return plain;
    }
    if (value instanceof Map<?, ?> entries) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      entries.forEach((key, entry) -> plain.put(key, of(entry)));
      return plain;
    }
    return value instanceof Double number ? (Object) (number + 0.0) : value;
  }
}

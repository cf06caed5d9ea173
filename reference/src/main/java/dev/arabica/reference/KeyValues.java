package dev.arabica.reference;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Boxed values as something that can be looked up. */
final class KeyValues {
  private KeyValues() {}

  /** Whether a column of a key is null. */
  static boolean hasNull(List<?> key) {
    return key.stream().anyMatch(Objects::isNull);
  }

  /** Equal lists for equal values: arrays by content, zero without a sign. */
  static List<Object> of(List<?> values) {
    List<Object> key = new ArrayList<>(values.size());
    values.forEach(value -> key.add(of(value)));
    return key;
  }

  private static Object of(Object value) {
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (value instanceof Double number) {
      return number + 0.0;
    }
    if (value instanceof float[] vector) {
      List<Object> components = new ArrayList<>(vector.length);
      for (float component : vector) {
        components.add(component + 0.0f);
      }
      return components;
    }
    if (value instanceof Map<?, ?> map) {
      return List.of(of(List.copyOf(map.keySet())), of(new ArrayList<>(map.values())));
    }
    return value instanceof List<?> nested ? of(nested) : value;
  }
}

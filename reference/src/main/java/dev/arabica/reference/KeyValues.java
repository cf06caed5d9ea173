package dev.arabica.reference;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Boxed values as something that can be looked up. */
final class KeyValues {
  private KeyValues() {}

  /** Equal lists for equal values: byte arrays by content, zero without a sign. */
  static List<Object> of(List<?> values) {
    List<Object> key = new ArrayList<>(values.size());
    for (Object value : values) {
      if (value instanceof byte[] bytes) {
        key.add(ByteBuffer.wrap(bytes));
      } else if (value instanceof Double number) {
        key.add(number + 0.0);
      } else if (value instanceof List<?> nested) {
        key.add(of(nested));
      } else {
        key.add(value);
      }
    }
    return key;
  }
}

package dev.arabica.reference;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The order of boxed values of one type (whole numbers meet decimals exactly, and both meet floats
 * as floats); maps are as the list of their entries.
 */
final class Order {
  private Order() {}

  static int nullsFirst(Object a, Object b) {
    if (a == null && b == null) {
      return 0;
    }
    if (a == null || b == null) {
      return a == null ? -1 : 1;
    }
    return compare(a, b);
  }

  static int compare(Object a, Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return x.compareTo(y);
    }
    if (a instanceof BigDecimal && b instanceof Long
        || a instanceof Long && b instanceof BigDecimal) {
      return new BigDecimal(a.toString()).compareTo(new BigDecimal(b.toString()));
    }
    if (a instanceof BigDecimal x && b instanceof BigDecimal y) {
      return x.compareTo(y);
    }
    if (a instanceof Number x && b instanceof Number y) {
      return Double.compare(x.doubleValue() + 0.0, y.doubleValue() + 0.0);
    }
    if (a instanceof Boolean x) {
      return x.compareTo((Boolean) b);
    }
    if (a instanceof String x) {
      return Arrays.compareUnsigned(
          x.getBytes(StandardCharsets.UTF_8), ((String) b).getBytes(StandardCharsets.UTF_8));
    }
    if (a instanceof byte[] x) {
      return Arrays.compareUnsigned(x, (byte[]) b);
    }
    if (a instanceof float[] x) {
      return compareLists(components(x), components((float[]) b));
    }
    if (a instanceof Map<?, ?> x) {
      return compareLists(entries(x), entries((Map<?, ?>) b));
    }
    return compareLists((List<?>) a, (List<?>) b);
  }

  private static List<Object> components(float[] vector) {
    List<Object> components = new ArrayList<>();
    for (float component : vector) {
      components.add((double) component);
    }
    return components;
  }

  private static List<Object> entries(Map<?, ?> map) {
    List<Object> entries = new ArrayList<>();
    map.forEach((key, value) -> entries.add(Arrays.asList(key, value)));
    return entries;
  }

  private static int compareLists(List<?> a, List<?> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = nullsFirst(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}

package dev.arabica.core.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Order and equality of boxed values, the same in every engine. */
public final class Values {
  private Values() {}

  /** Null and null are equal; null comes first. */
  public static int compareNullsFirst(Type type, Object a, Object b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? -1 : 1;
    }
    return compare(type, a, b);
  }

  /**
   * The order of two non-null values: numbers by value, strings and bytes by unsigned (UTF-8)
   * bytes.
   */
  public static int compare(Type type, Object a, Object b) {
    if (type instanceof Type.ListType list) {
      return compareLists(list, (List<?>) a, (List<?>) b);
    }
    if (type instanceof Type.StructType struct) {
      return compareStructs(struct, (List<?>) a, (List<?>) b);
    }
    if (type instanceof Type.MapType map) {
      return compareMaps(map, (Map<?, ?>) a, (Map<?, ?>) b);
    }
    if (type instanceof Type.VectorType) {
      return compareVectors((float[]) a, (float[]) b);
    }
    if (type instanceof Type.DecimalType) {
      return ((BigDecimal) a).compareTo((BigDecimal) b);
    }
    return compareScalar((Type.Scalar) type, a, b);
  }

  public static boolean equal(Type type, Object a, Object b) {
    return compareNullsFirst(type, a, b) == 0;
  }

  /** A hash that equal values of one type share. */
  public static int hash(Object value) {
    if (value instanceof byte[] bytes) {
      return Arrays.hashCode(bytes);
    }
    if (value instanceof float[] vector) {
      int hash = 1;
      for (float number : vector) {
        hash = hash * 31 + Float.hashCode(number + 0.0f);
      }
      return hash;
    }
    if (value instanceof List<?> values) {
      int hash = 1;
      for (Object element : values) {
        hash = hash * 31 + hash(element);
      }
      return hash;
    }
    if (value instanceof Map<?, ?> map) {
      int hash = 1;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        hash = (hash * 31 + hash(entry.getKey())) * 31 + hash(entry.getValue());
      }
      return hash;
    }
    return value instanceof Double number ? Double.hashCode(number + 0.0) : Objects.hashCode(value);
  }

  /** The boxed form of a map: these entries, unmodifiable, in the order of the keys. */
  public static Map<Object, Object> map(Type.MapType type, Map<?, ?> entries) {
    List<Object> keys = new ArrayList<>(entries.keySet());
    keys.sort((a, b) -> compare(type.key(), a, b));
    Map<Object, Object> sorted = new LinkedHashMap<>();
    keys.forEach(key -> sorted.put(key, entries.get(key)));
    return Collections.unmodifiableMap(sorted);
  }

  /** Whether every surrogate has its partner, so that the text has UTF-8 bytes at all. */
  public static boolean isEncodable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }

  /** The order of two strings by their UTF-8 bytes, which is the order of their code points. */
  public static int compareUtf8(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // A surrogate stands for a code point above every other char.
        boolean xSurrogate = Character.isSurrogate(x);
        boolean ySurrogate = Character.isSurrogate(y);
        return xSurrogate == ySurrogate ? Character.compare(x, y) : xSurrogate ? 1 : -1;
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static int compareScalar(Type.Scalar type, Object a, Object b) {
    return switch (type) {
      case BOOL -> Boolean.compare((Boolean) a, (Boolean) b);
      case INT32, INT64, TIMESTAMP, DATE, DURATION -> Long.compare((Long) a, (Long) b);
      case FLOAT32, FLOAT64 -> Double.compare((Double) a + 0.0, (Double) b + 0.0);
      case STRING -> compareUtf8((String) a, (String) b);
      case BYTES -> Arrays.compareUnsigned((byte[]) a, (byte[]) b);
      case NULL -> 0;
    };
  }

  private static int compareLists(Type.ListType type, List<?> a, List<?> b) {
    int length = Math.min(a.size(), b.size());
    for (int i = 0; i < length; i++) {
      int order = compareNullsFirst(type.element(), a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int compareStructs(Type.StructType type, List<?> a, List<?> b) {
    for (int i = 0; i < type.fields().size(); i++) {
      int order = compareNullsFirst(type.fields().get(i).type(), a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  /** Entry by entry, as a list of the entries would be. */
  private static int compareMaps(Type.MapType type, Map<?, ?> a, Map<?, ?> b) {
    Iterator<? extends Map.Entry<?, ?>> right = b.entrySet().iterator();
    for (Map.Entry<?, ?> left : a.entrySet()) {
      if (!right.hasNext()) {
        return 1;
      }
      Map.Entry<?, ?> other = right.next();
      int keys = compare(type.key(), left.getKey(), other.getKey());
      int order =
          keys != 0 ? keys : compareNullsFirst(type.value(), left.getValue(), other.getValue());
      if (order != 0) {
        return order;
      }
    }
    return right.hasNext() ? -1 : 0;
  }

  private static int compareVectors(float[] a, float[] b) {
    int length = Math.min(a.length, b.length);
    for (int i = 0; i < length; i++) {
      int order = Float.compare(a[i] + 0.0f, b[i] + 0.0f);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.length, b.length);
  }
}

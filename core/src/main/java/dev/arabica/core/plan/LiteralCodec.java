package dev.arabica.core.plan;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Constants in the plan's JSON. Floats and decimals are text, so that every number survives and the
 * canonical form is one; bytes are base64, a map is a list of its keys and values by turns.
 */
final class LiteralCodec {
  private LiteralCodec() {}

  static Object write(Type type, Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof Type.ListType list) {
      return writeAll(list.element(), (List<?>) value);
    }
    if (type instanceof Type.StructType struct) {
      return writeFields(struct, (List<?>) value);
    }
    if (type instanceof Type.MapType map) {
      return writeEntries(map, (Map<?, ?>) value);
    }
    if (value instanceof float[] vector) {
      List<Object> texts = new ArrayList<>();
      for (float number : vector) {
        texts.add(Float.toString(number));
      }
      return texts;
    }
    return writeScalar(value);
  }

  private static Object writeScalar(Object value) {
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value instanceof Double number ? number.toString() : value;
  }

  static Object read(Type type, Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof Type.ListType list) {
      return readAll(list.element(), elements(value));
    }
    if (type instanceof Type.StructType struct) {
      return readFields(struct, elements(value));
    }
    if (type instanceof Type.MapType map) {
      return readEntries(map, elements(value));
    }
    if (type instanceof Type.VectorType vector) {
      return readVector(vector, elements(value));
    }
    return type instanceof Type.DecimalType decimal
        ? new BigDecimal(text(value)).setScale(decimal.scale())
        : readScalar((Type.Scalar) type, value);
  }

  private static Object readScalar(Type.Scalar type, Object value) {
    return switch (type) {
      case BOOL -> PlanNode.cast(value, Boolean.class, "true or false");
      case INT32, INT64, TIMESTAMP, DATE, DURATION ->
          PlanNode.cast(value, Long.class, "a whole number");
      case FLOAT32, FLOAT64 -> Double.valueOf(text(value));
      case STRING -> text(value);
      case BYTES -> Base64.getDecoder().decode(text(value));
      case NULL -> throw PlanNode.wrong("null", value);
    };
  }

  private static String text(Object value) {
    return PlanNode.cast(value, String.class, "a string");
  }

  private static List<?> elements(Object value) {
    return PlanNode.cast(value, List.class, "a list");
  }

  private static List<Object> writeAll(Type element, List<?> values) {
    List<Object> written = new ArrayList<>();
    values.forEach(value -> written.add(write(element, value)));
    return written;
  }

  private static List<Object> readAll(Type element, List<?> values) {
    List<Object> read = new ArrayList<>();
    values.forEach(value -> read.add(read(element, value)));
    return Collections.unmodifiableList(read);
  }

  private static List<Object> writeFields(Type.StructType type, List<?> values) {
    Object[] written = new Object[values.size()];
    for (int i = 0; i < written.length; i++) {
      written[i] = write(type.fields().get(i).type(), values.get(i));
    }
    return Arrays.asList(written);
  }

  private static List<Object> readFields(Type.StructType type, List<?> values) {
    requireSize(type.fields().size(), values);
    Object[] read = new Object[type.fields().size()];
    for (int i = 0; i < read.length; i++) {
      read[i] = read(type.fields().get(i).type(), values.get(i));
    }
    return Collections.unmodifiableList(Arrays.asList(read));
  }

  private static List<Object> writeEntries(Type.MapType type, Map<?, ?> map) {
    List<Object> written = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          written.add(write(type.key(), key));
          written.add(write(type.value(), value));
        });
    return written;
  }

  private static Map<Object, Object> readEntries(Type.MapType type, List<?> turns) {
    requireSize(turns.size() / 2 * 2, turns);
    Map<Object, Object> entries = new HashMap<>();
    for (int i = 0; i < turns.size(); i += 2) {
      Object key = read(type.key(), turns.get(i));
      if (key == null) {
        throw PlanNode.wrong("a key", null);
      }
      entries.put(key, read(type.value(), turns.get(i + 1)));
    }
    return Values.map(type, entries);
  }

  private static float[] readVector(Type.VectorType type, List<?> texts) {
    requireSize(type.dimension(), texts);
    float[] vector = new float[type.dimension()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = Float.parseFloat(text(texts.get(i)));
    }
    return vector;
  }

  private static void requireSize(int size, List<?> values) {
    if (values.size() != size) {
      throw PlanNode.wrong(size + " values", values);
    }
  }
}

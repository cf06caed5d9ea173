package dev.arabica.batch;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/** Values as Spark gives them, in the boxed form of their type. */
final class SparkValues {
  private SparkValues() {}

  /** Spark's session must use {@code java.time}; a long stands for itself. */
  static Object boxed(Type type, Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof Type.ListType list) {
      return boxedList(list, CollectionConverters.asJava((scala.collection.Seq<?>) value));
    }
    if (type instanceof Type.StructType struct) {
      return boxedStruct(struct, (Row) value);
    }
    if (type instanceof Type.MapType map) {
      return boxedMap(map, CollectionConverters.asJava((scala.collection.Map<?, ?>) value));
    }
    if (type instanceof Type.VectorType vector) {
      return vector(vector, CollectionConverters.asJava((scala.collection.Seq<?>) value));
    }
    if (type instanceof Type.DecimalType decimal) {
      return ((BigDecimal) value).setScale(decimal.scale());
    }
    return boxedScalar((Type.Scalar) type, value);
  }

  private static Object boxedScalar(Type.Scalar type, Object value) {
    if (value instanceof Instant instant) {
      return Instants.toMicros(instant);
    }
    if (value instanceof LocalDate date) {
      return date.toEpochDay();
    }
    return switch (type.storage()) {
      case LONG -> value instanceof Boolean ? value : (Object) ((Number) value).longValue();
      case DOUBLE -> ((Number) value).doubleValue();
      case REF -> value;
    };
  }

  private static List<Object> boxedList(Type.ListType type, List<?> values) {
    List<Object> boxed = new ArrayList<>(values.size());
    values.forEach(value -> boxed.add(boxed(type.element(), value)));
    return Collections.unmodifiableList(boxed);
  }

  private static List<Object> boxedStruct(Type.StructType type, Row row) {
    List<Object> boxed = new ArrayList<>(row.size());
    for (int i = 0; i < row.size(); i++) {
      boxed.add(boxed(type.fields().get(i).type(), row.get(i)));
    }
    return Collections.unmodifiableList(boxed);
  }

  private static Map<Object, Object> boxedMap(Type.MapType type, Map<?, ?> map) {
    Map<Object, Object> boxed = new HashMap<>();
    map.forEach((key, value) -> boxed.put(boxed(type.key(), key), boxed(type.value(), value)));
    return Values.map(type, boxed);
  }

  private static float[] vector(Type.VectorType type, List<?> values) {
    if (values.size() != type.dimension()) {
      throw new IllegalArgumentException(
          "a stored vector of " + values.size() + " values, where a " + type + " is declared");
    }
    float[] vector = new float[values.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (Float) values.get(i);
    }
    return vector;
  }
}

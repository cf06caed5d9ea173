package dev.arabica.batch;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
}

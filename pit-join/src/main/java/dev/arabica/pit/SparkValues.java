package dev.arabica.pit;

import dev.arabica.core.type.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Types and values in the form Spark takes in rows; instants and dates are those of {@code
 * java.time}, so sessions need {@code spark.sql.datetime.java8API.enabled}.
 */
final class SparkValues {
  private SparkValues() {}

  static StructType schema(List<Type.Field> columns) {
    return new StructType(
        columns.stream()
            .map(c -> new StructField(c.name(), dataType(c.type()), true, Metadata.empty()))
            .toArray(StructField[]::new));
  }

  static DataType dataType(Type type) {
    if (type instanceof Type.ListType list) {
      return DataTypes.createArrayType(dataType(list.element()), true);
    }
    if (type instanceof Type.StructType struct) {
      return schema(struct.fields());
    }
    if (type instanceof Type.MapType map) {
      return DataTypes.createMapType(dataType(map.key()), dataType(map.value()), true);
    }
    if (type instanceof Type.VectorType) {
      return DataTypes.createArrayType(DataTypes.FloatType, false);
    }
    if (type instanceof Type.DecimalType decimal) {
      return DataTypes.createDecimalType(decimal.precision(), decimal.scale());
    }
    return switch ((Type.Scalar) type) {
      case BOOL -> DataTypes.BooleanType;
      case INT32 -> DataTypes.IntegerType;
      case INT64, DURATION -> DataTypes.LongType;
      case FLOAT32 -> DataTypes.FloatType;
      case FLOAT64 -> DataTypes.DoubleType;
      case STRING, NULL -> DataTypes.StringType;
      case BYTES -> DataTypes.BinaryType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case DATE -> DataTypes.DateType;
    };
  }

  /** A boxed value as Spark has it. */
  static Object external(Type type, Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof Type.ListType list) {
      return ((List<?>) value).stream().map(v -> external(list.element(), v)).toArray();
    }
    if (type instanceof Type.StructType struct) {
      return struct(struct, (List<?>) value);
    }
    if (type instanceof Type.MapType map) {
      return map(map, (Map<?, ?>) value);
    }
    if (value instanceof float[] vector) {
      return floats(vector);
    }
    return type instanceof Type.Scalar scalar ? scalar(scalar, value) : value;
  }

  private static Object scalar(Type.Scalar type, Object value) {
    return switch (type) {
      case INT32 -> ((Long) value).intValue();
      case FLOAT32 -> ((Double) value).floatValue();
      case TIMESTAMP -> Instant.EPOCH.plus((Long) value, ChronoUnit.MICROS);
      case DATE -> LocalDate.ofEpochDay((Long) value);
      case BOOL, INT64, DURATION, FLOAT64, STRING, BYTES, NULL -> value;
    };
  }

  private static Object struct(Type.StructType type, List<?> values) {
    Object[] fields = new Object[values.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = external(type.fields().get(i).type(), values.get(i));
    }
    return RowFactory.create(fields);
  }

  private static Object map(Type.MapType type, Map<?, ?> map) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> entries.put(external(type.key(), key), external(type.value(), value)));
    return CollectionConverters.asScala(entries);
  }

  private static Float[] floats(float[] vector) {
    Float[] floats = new Float[vector.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = vector[i];
    }
    return floats;
  }
}

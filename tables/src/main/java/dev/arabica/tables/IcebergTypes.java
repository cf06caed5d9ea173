package dev.arabica.tables;

import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.iceberg.types.Types;

/**
 * Between our column types and Iceberg's, where a vector is a list of floats. Every column, field,
 * element and value of a map may be null.
 */
final class IcebergTypes {
  private IcebergTypes() {}

  static org.apache.iceberg.types.Type toIceberg(Type type, AtomicInteger ids) {
    if (type instanceof Type.ListType list) {
      int id = ids.incrementAndGet();
      return Types.ListType.ofOptional(id, toIceberg(list.element(), ids));
    }
    if (type instanceof Type.StructType struct) {
      List<Types.NestedField> fields = new ArrayList<>();
      for (Type.Field field : struct.fields()) {
        int id = ids.incrementAndGet();
        fields.add(Types.NestedField.optional(id, field.name(), toIceberg(field.type(), ids)));
      }
      return Types.StructType.of(fields);
    }
    if (type instanceof Type.MapType map) {
      int key = ids.incrementAndGet();
      int value = ids.incrementAndGet();
      return Types.MapType.ofOptional(
          key, value, toIceberg(map.key(), ids), toIceberg(map.value(), ids));
    }
    if (type instanceof Type.VectorType) {
      return Types.ListType.ofOptional(ids.incrementAndGet(), Types.FloatType.get());
    }
    return type instanceof Type.DecimalType decimal ? decimal(decimal) : scalar((Type.Scalar) type);
  }

  private static Types.DecimalType decimal(Type.DecimalType type) {
    return Types.DecimalType.of(type.precision(), type.scale());
  }

  private static org.apache.iceberg.types.Type scalar(Type.Scalar type) {
    return switch (type) {
      case BOOL -> Types.BooleanType.get();
      case INT32 -> Types.IntegerType.get();
      case INT64 -> Types.LongType.get();
      case FLOAT32 -> Types.FloatType.get();
      case FLOAT64 -> Types.DoubleType.get();
      case STRING -> Types.StringType.get();
      case BYTES -> Types.BinaryType.get();
      case TIMESTAMP -> Types.TimestampType.withZone();
      case DATE -> Types.DateType.get();
      case DURATION, NULL ->
          throw new IllegalArgumentException("a column cannot be of type " + type);
    };
  }

  /** Whether a stored column holds values of our type, whatever its ids and which may be null. */
  static boolean matches(Type type, org.apache.iceberg.types.Type stored) {
    if (type instanceof Type.ListType list) {
      return stored.isListType() && matches(list.element(), stored.asListType().elementType());
    }
    if (type instanceof Type.StructType struct) {
      return stored.isStructType() && matches(struct, stored.asStructType());
    }
    if (type instanceof Type.MapType map) {
      return stored.isMapType()
          && matches(map.key(), stored.asMapType().keyType())
          && matches(map.value(), stored.asMapType().valueType());
    }
    if (type instanceof Type.VectorType) {
      return stored.isListType() && matches(Type.FLOAT32, stored.asListType().elementType());
    }
    if (type instanceof Type.DecimalType decimal) {
      return decimal(decimal).equals(stored);
    }
    return scalar((Type.Scalar) type).equals(stored);
  }

  private static boolean matches(Type.StructType type, Types.StructType stored) {
    if (type.fields().size() != stored.fields().size()) {
      return false;
    }
    for (int i = 0; i < type.fields().size(); i++) {
      Type.Field field = type.fields().get(i);
      Types.NestedField storedField = stored.fields().get(i);
      if (!field.name().equals(storedField.name()) || !matches(field.type(), storedField.type())) {
        return false;
      }
    }
    return true;
  }
}

package dev.arabica.tables;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.types.Types;

/** Between our boxed values and those of Iceberg's generic records. */
final class IcebergValues {
  private static final OffsetDateTime EPOCH = Instant.EPOCH.atOffset(ZoneOffset.UTC);

  private IcebergValues() {}

  static OffsetDateTime instant(long micros) {
    return EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static long micros(OffsetDateTime instant) {
    return Instants.toMicros(instant.toInstant());
  }

  static byte[] bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  /** Days since the epoch. */
  static long day(long micros) {
    return Math.floorDiv(micros, Instants.MICROS_PER_DAY);
  }

  static Object toIceberg(Type type, org.apache.iceberg.types.Type stored, Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof Type.ListType list) {
      List<Object> elements = new ArrayList<>();
      for (Object element : (List<?>) value) {
        elements.add(toIceberg(list.element(), stored.asListType().elementType(), element));
      }
      return elements;
    }
    if (type instanceof Type.StructType struct) {
      return toRecord(struct, stored.asStructType(), (List<?>) value);
    }
    if (type instanceof Type.MapType map) {
      return toMap(map, stored.asMapType(), (Map<?, ?>) value);
    }
    if (type instanceof Type.VectorType) {
      return toFloats((float[]) value);
    }
    if (type instanceof Type.DecimalType) {
      return value;
    }
    return toIceberg((Type.Scalar) type, value);
  }

  private static GenericRecord toRecord(
      Type.StructType type, Types.StructType stored, List<?> values) {
    GenericRecord record = GenericRecord.create(stored);
    for (int i = 0; i < values.size(); i++) {
      Type field = type.fields().get(i).type();
      record.set(i, toIceberg(field, stored.fields().get(i).type(), values.get(i)));
    }
    return record;
  }

  private static Map<Object, Object> toMap(Type.MapType type, Types.MapType stored, Map<?, ?> map) {
    Map<Object, Object> entries = new LinkedHashMap<>();
    map.forEach(
        (key, value) ->
            entries.put(
                toIceberg(type.key(), stored.keyType(), key),
                toIceberg(type.value(), stored.valueType(), value)));
    return entries;
  }

  private static List<Float> toFloats(float[] vector) {
    List<Float> floats = new ArrayList<>(vector.length);
    for (float number : vector) {
      floats.add(number);
    }
    return floats;
  }

  private static Object toIceberg(Type.Scalar type, Object value) {
    return switch (type) {
      case BOOL, INT64, FLOAT64, STRING -> value;
      case INT32 -> ((Long) value).intValue();
      case FLOAT32 -> ((Double) value).floatValue();
      case BYTES -> ByteBuffer.wrap((byte[]) value);
      case TIMESTAMP -> instant((Long) value);
      case DATE -> LocalDate.ofEpochDay((Long) value);
      case DURATION, NULL -> throw new IllegalArgumentException("a column of type " + type);
    };
  }

  static Object fromIceberg(Type type, Object value) {
    if (value == null) {
      return null;
    }
    if (type instanceof Type.ListType list) {
      List<Object> elements = new ArrayList<>();
      for (Object element : (List<?>) value) {
        elements.add(fromIceberg(list.element(), element));
      }
      return elements;
    }
    if (type instanceof Type.StructType struct) {
      List<Object> fields = new ArrayList<>();
      for (int i = 0; i < struct.fields().size(); i++) {
        Object field = ((StructLike) value).get(i, Object.class);
        fields.add(fromIceberg(struct.fields().get(i).type(), field));
      }
      return fields;
    }
    if (type instanceof Type.MapType map) {
      Map<Object, Object> entries = new HashMap<>();
      ((Map<?, ?>) value)
          .forEach(
              (key, element) ->
                  entries.put(fromIceberg(map.key(), key), fromIceberg(map.value(), element)));
      return Values.map(map, entries);
    }
    if (type instanceof Type.VectorType vector) {
      return toVector(vector, (List<?>) value);
    }
    return type instanceof Type.DecimalType ? value : fromIceberg((Type.Scalar) type, value);
  }

  /** A list does not say how long it is: the source may have been declared otherwise once. */
  private static float[] toVector(Type.VectorType type, List<?> floats) {
    if (floats.size() != type.dimension()) {
      throw new IllegalArgumentException(
          "a stored vector of " + floats.size() + " values, where a " + type + " is declared");
    }
    float[] vector = new float[floats.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (Float) floats.get(i);
    }
    return vector;
  }

  private static Object fromIceberg(Type.Scalar type, Object value) {
    return switch (type) {
      case BOOL, INT64, FLOAT64, STRING -> value;
      case INT32 -> ((Integer) value).longValue();
      case FLOAT32 -> ((Float) value).doubleValue();
      case BYTES -> bytes((ByteBuffer) value);
      case TIMESTAMP -> micros((OffsetDateTime) value);
      case DATE -> ((LocalDate) value).toEpochDay();
      case DURATION, NULL -> throw new IllegalArgumentException("a column of type " + type);
    };
  }
}

package dev.arabica.core.codec;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The one binary form of boxed values. A value is not self-describing: reader and writer agree on
 * the type. A decimal is its unscaled number, as the shortest two's complement; a map its size and
 * its entries in order; a vector its numbers, four bytes each.
 */
public final class ValueCodec {
  private static final int MOST_DECIMAL_BYTES = 16;

  private ValueCodec() {}

  /** Writes a presence byte, then the value unless it is null. */
  public static void writeNullable(ByteWriter out, Type type, Object value) {
    out.writeByte(value == null ? 0 : 1);
    if (value != null) {
      write(out, type, value);
    }
  }

  public static Object readNullable(ByteReader in, Type type) {
    return switch (in.readByte()) {
      case 0 -> null;
      case 1 -> read(in, type);
      default -> throw new CorruptBytesException("a presence byte that is neither 0 nor 1");
    };
  }

  public static void write(ByteWriter out, Type type, Object value) {
    if (type instanceof Type.Scalar scalar) {
      writeScalar(out, scalar, value);
    } else if (type instanceof Type.ListType list) {
      List<?> values = (List<?>) value;
      out.writeVarint(values.size());
      values.forEach(element -> writeNullable(out, list.element(), element));
    } else if (type instanceof Type.StructType struct) {
      List<?> values = (List<?>) value;
      for (int i = 0; i < struct.fields().size(); i++) {
        writeNullable(out, struct.fields().get(i).type(), values.get(i));
      }
    } else if (type instanceof Type.MapType map) {
      writeMap(out, map, (Map<?, ?>) value);
    } else if (type instanceof Type.VectorType vector) {
      writeVector(out, vector, (float[]) value);
    } else if (type instanceof Type.DecimalType decimal) {
      BigDecimal number = ((BigDecimal) value).setScale(decimal.scale());
      out.writeBytes(number.unscaledValue().toByteArray());
    }
  }

  public static Object read(ByteReader in, Type type) {
    if (type instanceof Type.ListType list) {
      return readList(in, list);
    }
    if (type instanceof Type.StructType struct) {
      return readStruct(in, struct);
    }
    if (type instanceof Type.MapType map) {
      return readMap(in, map);
    }
    if (type instanceof Type.VectorType vector) {
      return readVector(in, vector);
    }
    if (type instanceof Type.DecimalType decimal) {
      return readDecimal(in, decimal);
    }
    return readScalar(in, (Type.Scalar) type);
  }

  /** Passes over a value; fails where {@link #read} does. */
  public static void skip(ByteReader in, Type type) {
    if (type.storage() == Type.Storage.LONG) {
      readWord(in, type);
    } else if (type == Type.STRING) {
      in.skipString();
    } else {
      read(in, type);
    }
  }

  public static byte[] toBytes(Type type, Object value) {
    ByteWriter out = new ByteWriter(32);
    write(out, type, value);
    return out.toByteArray();
  }

  /** Writes a value that is stored as a word, unboxed. */
  public static void writeWord(ByteWriter out, Type type, long value) {
    if (type == Type.BOOL) {
      out.writeByte((int) value);
    } else {
      out.writeSignedVarint(value);
    }
  }

  /** Reads what {@link #writeWord} wrote. */
  public static long readWord(ByteReader in, Type type) {
    return type == Type.BOOL ? readBool(in) : readWhole(in, type);
  }

  /** Integers of 32 bits and dates, which are days in 32 bits, have no others. */
  private static long readWhole(ByteReader in, Type type) {
    long value = in.readSignedVarint();
    if ((type == Type.INT32 || type == Type.DATE) && value != (int) value) {
      throw new CorruptBytesException(value + " is no " + type);
    }
    return value;
  }

  /** Reads a float that is not NaN. */
  public static double readNumber(ByteReader in) {
    double value = readFloat(in);
    if (Double.isNaN(value)) {
      throw new CorruptBytesException("NaN where none is ever stored");
    }
    return value;
  }

  /** A float as {@link #write} writes it: with one zero and one NaN. */
  private static double readFloat(ByteReader in) {
    long bits = in.readLong();
    double value = Double.longBitsToDouble(bits);
    if (bits != Double.doubleToLongBits(value + 0.0)) {
      throw new CorruptBytesException("a float that is not in its canonical form");
    }
    return value;
  }

  private static int readBool(ByteReader in) {
    int bool = in.readByte();
    if (bool > 1) {
      throw new CorruptBytesException("a bool that is neither 0 nor 1");
    }
    return bool;
  }

  private static void writeScalar(ByteWriter out, Type.Scalar type, Object value) {
    switch (type) {
      case BOOL -> out.writeByte((Boolean) value ? 1 : 0);
      case INT32, INT64, TIMESTAMP, DATE, DURATION -> out.writeSignedVarint((Long) value);
      case FLOAT32, FLOAT64 -> out.writeDouble((Double) value + 0.0);
      case STRING -> out.writeString((String) value);
      case BYTES -> out.writeBytes((byte[]) value);
      case NULL -> throw new IllegalArgumentException("a value of type null has no bytes");
    }
  }

  private static Object readScalar(ByteReader in, Type.Scalar type) {
    return switch (type) {
      case BOOL -> readBool(in) == 1;
      case INT32, INT64, TIMESTAMP, DATE, DURATION -> readWhole(in, type);
      case FLOAT32, FLOAT64 -> readFloat(in);
      case STRING -> in.readString();
      case BYTES -> in.readBytes();
      case NULL -> throw new CorruptBytesException("a value of type null");
    };
  }

  private static List<Object> readList(ByteReader in, Type.ListType type) {
    int count = in.readCount(1);
    List<Object> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(readNullable(in, type.element()));
    }
    return Collections.unmodifiableList(values);
  }

  private static List<Object> readStruct(ByteReader in, Type.StructType type) {
    List<Object> values = new ArrayList<>(type.fields().size());
    for (Type.Field field : type.fields()) {
      values.add(readNullable(in, field.type()));
    }
    return Collections.unmodifiableList(values);
  }

  private static void writeMap(ByteWriter out, Type.MapType type, Map<?, ?> map) {
    out.writeVarint(map.size());
    map.forEach(
        (key, value) -> {
          write(out, type.key(), key);
          writeNullable(out, type.value(), value);
        });
  }

  private static Map<Object, Object> readMap(ByteReader in, Type.MapType type) {
    int count = in.readCount(2);
    Map<Object, Object> map = new LinkedHashMap<>();
    Object last = null;
    for (int i = 0; i < count; i++) {
      Object key = read(in, type.key());
      if (last != null && Values.compare(type.key(), last, key) >= 0) {
        throw new CorruptBytesException("a map whose keys are not in order");
      }
      map.put(key, readNullable(in, type.value()));
      last = key;
    }
    return Collections.unmodifiableMap(map);
  }

  private static void writeVector(ByteWriter out, Type.VectorType type, float[] vector) {
    if (vector.length != type.dimension()) {
      throw new IllegalArgumentException("a " + type + " of " + vector.length + " values");
    }
    for (float number : vector) {
      out.writeInt(Float.floatToIntBits(number + 0.0f));
    }
  }

  private static float[] readVector(ByteReader in, Type.VectorType type) {
    if (in.remaining() / Integer.BYTES < type.dimension()) {
      throw new CorruptBytesException("a vector cut short");
    }
    float[] vector = new float[type.dimension()];
    for (int i = 0; i < vector.length; i++) {
      int bits = in.readInt();
      vector[i] = Float.intBitsToFloat(bits);
      if (bits != Float.floatToIntBits(vector[i] + 0.0f)) {
        throw new CorruptBytesException("a vector that is not in its canonical form");
      }
    }
    return vector;
  }

  private static BigDecimal readDecimal(ByteReader in, Type.DecimalType type) {
    byte[] bytes = in.readBytes();
    // One number has one form: no byte that only repeats the sign.
    if (bytes.length == 0 || bytes.length > 1 && bytes[0] == bytes[1] >> 7) {
      throw new CorruptBytesException("a decimal that is not in its shortest form");
    }
    BigDecimal number =
        bytes.length > MOST_DECIMAL_BYTES
            ? null
            : new BigDecimal(new BigInteger(bytes), type.scale());
    if (number == null || number.precision() > type.precision()) {
      throw new CorruptBytesException("more digits than a " + type + " has");
    }
    return number;
  }
}

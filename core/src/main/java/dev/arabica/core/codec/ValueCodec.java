package dev.arabica.core.codec;

import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The one binary form of boxed values. A value is not self-describing: reader and writer agree on
 * the type.
 */
public final class ValueCodec {
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
    if (type instanceof Type.ListType list) {
      List<?> values = (List<?>) value;
      out.writeVarint(values.size());
      values.forEach(element -> writeNullable(out, list.element(), element));
    } else if (type instanceof Type.StructType struct) {
      List<?> values = (List<?>) value;
      for (int i = 0; i < struct.fields().size(); i++) {
        writeNullable(out, struct.fields().get(i).type(), values.get(i));
      }
    } else {
      writeScalar(out, (Type.Scalar) type, value);
    }
  }

  public static Object read(ByteReader in, Type type) {
    if (type instanceof Type.ListType list) {
      return readList(in, list);
    }
    if (type instanceof Type.StructType struct) {
      return readStruct(in, struct);
    }
    return readScalar(in, (Type.Scalar) type);
  }

  public static byte[] toBytes(Type type, Object value) {
    ByteWriter out = new ByteWriter(32);
    write(out, type, value);
    return out.toByteArray();
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
      case BOOL ->
          switch (in.readByte()) {
            case 0 -> false;
            case 1 -> true;
            default -> throw new CorruptBytesException("a bool that is neither 0 nor 1");
          };
      case INT32, INT64, TIMESTAMP, DATE, DURATION -> in.readSignedVarint();
      case FLOAT32, FLOAT64 -> in.readDouble();
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
}

package dev.arabica.reference;

import dev.arabica.core.type.Type;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * The bytes that stand for a value where values are hashed: a bool is one byte; whole numbers and
 * times are zigzag varints, seven bits a byte, least significant first; floats eight bytes, most
 * significant first; strings (UTF-8) and bytes follow their length as a varint; a list is its
 * length and its elements, a struct its fields, each after a byte that is 0 for null and 1
 * otherwise; a map is its size and, in the order of its keys, each key and then its value after
 * such a byte; a decimal is its digits as a whole number in two's complement, after their length; a
 * vector is its numbers, four bytes each.
 */
final class CanonicalBytes {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private CanonicalBytes() {}

  static byte[] of(Type type, Object value) {
    CanonicalBytes bytes = new CanonicalBytes();
    bytes.write(type, value);
    return bytes.out.toByteArray();
  }

  private void write(Type type, Object value) {
    if (type instanceof Type.ListType list) {
      List<?> values = (List<?>) value;
      varint(values.size());
      values.forEach(element -> nullable(list.element(), element));
    } else if (type instanceof Type.StructType struct) {
      List<?> values = (List<?>) value;
      for (int i = 0; i < values.size(); i++) {
        nullable(struct.fields().get(i).type(), values.get(i));
      }
    } else if (type instanceof Type.MapType map) {
      Map<?, ?> entries = (Map<?, ?>) value;
      varint(entries.size());
      entries.forEach(
          (key, mapped) -> {
            write(map.key(), key);
            nullable(map.value(), mapped);
          });
    } else {
      scalar(value);
    }
  }

  private void nullable(Type type, Object value) {
    out.write(value == null ? 0 : 1);
    if (value != null) {
      write(type, value);
    }
  }

  private void scalar(Object value) {
    if (value instanceof Boolean bool) {
      out.write(bool ? 1 : 0);
    } else if (value instanceof Long whole) {
      varint(whole >= 0 ? whole * 2 : -(whole + 1) * 2 + 1);
    } else if (value instanceof Double real) {
      out.writeBytes(ByteBuffer.allocate(8).putDouble(real + 0.0).array());
    } else if (value instanceof BigDecimal decimal) {
      sized(decimal.unscaledValue().toByteArray());
    } else if (value instanceof float[] vector) {
      for (float component : vector) {
        out.writeBytes(ByteBuffer.allocate(4).putFloat(component + 0.0f).array());
      }
    } else if (value instanceof String text) {
      sized(text.getBytes(StandardCharsets.UTF_8));
    } else {
      sized((byte[]) value);
    }
  }

  private void sized(byte[] bytes) {
    varint(bytes.length);
    out.writeBytes(bytes);
  }

  /** The value is unsigned. */
  private void varint(long value) {
    long rest = value;
    while (Long.compareUnsigned(rest, 128) >= 0) {
      out.write((int) (Long.remainderUnsigned(rest, 128)) + 128);
      rest = Long.divideUnsigned(rest, 128);
    }
    out.write((int) rest);
  }
}

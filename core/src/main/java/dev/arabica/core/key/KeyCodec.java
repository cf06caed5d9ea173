package dev.arabica.core.key;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Canonical key bytes, the same in every engine: comparing them as unsigned bytes orders keys
 * column by column. Integers and times are eight big-endian bytes with the sign bit flipped, the
 * unscaled number of a decimal sixteen; strings and bytes are escaped (00 becomes 00 FF) and end
 * with 00 00.
 */
public final class KeyCodec {
  /**
   * The number of shards that keys fall into; part of the stored form, never to be changed for
   * stored blocks.
   */
  public static final int SHARDS = 16;

  private KeyCodec() {}

  /**
   * The bytes of a key given as boxed values.
   *
   * @throws IllegalArgumentException if a value is null or not of its column's type
   */
  public static byte[] encode(List<Type> types, List<?> values) {
    if (types.size() != values.size()) {
      throw new IllegalArgumentException(
          "a key of " + types.size() + " columns, but " + values.size() + " values");
    }
    ByteWriter out = new ByteWriter(32);
    for (int i = 0; i < types.size(); i++) {
      write(out, types.get(i), values.get(i));
    }
    return out.toByteArray();
  }

  /** Appends one column. */
  public static void write(ByteWriter out, Type type, Object value) {
    if (type instanceof Type.DecimalType decimal && value != null) {
      writeDecimal(out, ((BigDecimal) value).setScale(decimal.scale()));
      return;
    }
    if (!(type instanceof Type.Scalar scalar) || value == null) {
      throw new IllegalArgumentException(
          "a value of type " + type + " cannot be part of a key: " + value);
    }
    switch (scalar) {
      case BOOL -> out.writeByte((Boolean) value ? 1 : 0);
      case INT32, INT64, TIMESTAMP, DATE -> writeLong(out, (Long) value);
      case STRING -> writeEscaped(out, ((String) value).getBytes(StandardCharsets.UTF_8));
      case BYTES -> writeEscaped(out, (byte[]) value);
      case FLOAT32, FLOAT64, DURATION, NULL ->
          throw new IllegalArgumentException("a " + type + " cannot be part of a key");
    }
  }

  /** The shard of a key's bytes, in {@code [0, SHARDS)}. */
  public static int shard(byte[] key) {
    return (int) (Hashing.xxh3_64().hashBytesToLong(key) & (SHARDS - 1));
  }

  private static void writeLong(ByteWriter out, long value) {
    out.writeLong(value ^ Long.MIN_VALUE);
  }

  private static void writeDecimal(ByteWriter out, BigDecimal value) {
    BigInteger unscaled = value.unscaledValue();
    writeLong(out, unscaled.shiftRight(Long.SIZE).longValueExact());
    out.writeLong(unscaled.longValue());
  }

  private static void writeEscaped(ByteWriter out, byte[] bytes) {
    for (byte b : bytes) {
      out.writeByte(b);
      if (b == 0) {
        out.writeByte(0xFF);
      }
    }
    out.writeByte(0);
    out.writeByte(0);
  }
}

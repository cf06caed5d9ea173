package dev.arabica.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RowCodecTest {
  private static final Type STRUCT =
      new Type.StructType(
          List.of(new Type.Field("id", Type.STRING, true), new Type.Field("n", Type.INT64, true)));
  private static final Type.MapType COUNTS = new Type.MapType(Type.STRING, Type.INT64);
  private static final RowType ROW =
      new RowType(
          List.of(
              new Type.Field("flag", Type.BOOL, true),
              new Type.Field("number", Type.INT64, true),
              new Type.Field("ratio", Type.FLOAT64, true),
              new Type.Field("text", Type.STRING, true),
              new Type.Field("raw", Type.BYTES, true),
              new Type.Field("list", new Type.ListType(STRUCT), true),
              new Type.Field("price", new Type.DecimalType(38, 2), true),
              new Type.Field("counts", COUNTS, true),
              new Type.Field("embedding", new Type.VectorType(3), true)));

  @Test
  void everyTypeRoundTrips() {
    Row row = new Row(ROW);
    row.setBoolean(0, true);
    row.setLong(1, Long.MIN_VALUE);
    row.setDouble(2, Double.MIN_VALUE);
    row.setRef(3, "Ω\u0000\uD83D\uDE00");
    row.setRef(4, new byte[] {0, -1});
    row.setRef(5, Arrays.asList(null, List.of("a", 1L), Arrays.asList(null, null)));
    row.setRef(6, new BigDecimal("-" + "9".repeat(36) + ".99"));
    Map<String, Object> counts = new HashMap<>();
    counts.put("\uFFFD", 1L);
    counts.put("\uD83D\uDE00", null);
    counts.put("", -1L);
    row.setRef(7, Values.map(COUNTS, counts));
    row.setRef(8, new float[] {-0.0f, Float.NaN, Float.MIN_VALUE});
    RowCodec codec = new RowCodec(ROW);
    assertThat(codec.fromBytes(codec.toBytes(row))).isEqualTo(row).hasSameHashCodeAs(row);
    Row empty = new Row(ROW);
    assertThat(codec.fromBytes(codec.toBytes(empty))).isEqualTo(empty);
  }

  @Test
  void bytesThatAreNoRowAreAnError() {
    RowCodec codec = new RowCodec(ROW);
    byte[] bytes = codec.toBytes(new Row(ROW));
    int columns = bytes.length;
    assertThatThrownBy(() -> codec.fromBytes(Arrays.copyOf(bytes, 3)))
        .isInstanceOf(CorruptBytesException.class);
    assertThatThrownBy(() -> codec.fromBytes(Arrays.copyOf(bytes, columns + 3)))
        .hasMessageContaining("too many");
    assertThatThrownBy(() -> codec.fromBytes(new byte[] {7})).hasMessageContaining("presence");
  }

  @Test
  void aMapReadsInTheOrderOfItsKeys() {
    Map<Object, Object> map = Values.map(COUNTS, Map.of("b", 2L, "a", 1L, "c", 3L));
    assertThat(map.keySet()).containsExactly("a", "b", "c");
    byte[] bytes = ValueCodec.toBytes(COUNTS, map);
    bytes[2] = 'z';
    assertThatThrownBy(() -> ValueCodec.read(new ByteReader(bytes), COUNTS))
        .hasMessageContaining("order");
  }

  @Test
  void aDecimalHasOneForm() {
    Type type = new Type.DecimalType(3, 1);
    for (String text : new String[] {"0.0", "-0.1", "12.7", "12.8", "-12.8", "-12.9", "99.9"}) {
      BigDecimal value = new BigDecimal(text);
      byte[] bytes = ValueCodec.toBytes(type, value);
      assertThat(ValueCodec.read(new ByteReader(bytes), type)).isEqualTo(value);
    }
    for (byte[] bytes : new byte[][] {{0}, {2, 0, 1}, {2, -1, -1}, {2, 3, -24}}) {
      assertThatThrownBy(() -> ValueCodec.read(new ByteReader(bytes), type))
          .isInstanceOf(CorruptBytesException.class);
    }
  }

  @Test
  void aVarintHasOneForm() {
    for (long value : new long[] {0, 127, 128, Long.MAX_VALUE, -1, Long.MIN_VALUE}) {
      ByteWriter out = new ByteWriter();
      out.writeVarint(value);
      out.writeSignedVarint(value);
      ByteReader in = new ByteReader(out.toByteArray());
      assertThat(in.readVarint()).isEqualTo(value);
      assertThat(in.readSignedVarint()).isEqualTo(value);
    }
    assertThatThrownBy(() -> new ByteReader(new byte[] {(byte) 0x80, 0}).readVarint())
        .hasMessageContaining("shortest");
  }
}

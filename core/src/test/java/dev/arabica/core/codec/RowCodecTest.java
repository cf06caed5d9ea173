package dev.arabica.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCodecTest {
  private static final Type STRUCT =
      new Type.StructType(
          List.of(new Type.Field("id", Type.STRING, true), new Type.Field("n", Type.INT64, true)));
  private static final RowType ROW =
      new RowType(
          List.of(
              new Type.Field("flag", Type.BOOL, true),
              new Type.Field("number", Type.INT64, true),
              new Type.Field("ratio", Type.FLOAT64, true),
              new Type.Field("text", Type.STRING, true),
              new Type.Field("raw", Type.BYTES, true),
              new Type.Field("list", new Type.ListType(STRUCT), true)));

  @Test
  void everyTypeRoundTrips() {
    Row row = new Row(ROW);
    row.setBoolean(0, true);
    row.setLong(1, Long.MIN_VALUE);
    row.setDouble(2, Double.MIN_VALUE);
    row.setRef(3, "Ω\u0000\uD83D\uDE00");
    row.setRef(4, new byte[] {0, -1});
    row.setRef(5, Arrays.asList(null, List.of("a", 1L), Arrays.asList(null, null)));
    RowCodec codec = new RowCodec(ROW);
    assertThat(codec.fromBytes(codec.toBytes(row))).isEqualTo(row);
    Row empty = new Row(ROW);
    assertThat(codec.fromBytes(codec.toBytes(empty))).isEqualTo(empty);
  }

  @Test
  void bytesThatAreNoRowAreAnError() {
    RowCodec codec = new RowCodec(ROW);
    byte[] bytes = codec.toBytes(new Row(ROW));
    assertThatThrownBy(() -> codec.fromBytes(Arrays.copyOf(bytes, 3)))
        .isInstanceOf(CorruptBytesException.class);
    assertThatThrownBy(() -> codec.fromBytes(Arrays.copyOf(bytes, 9)))
        .hasMessageContaining("too many");
    assertThatThrownBy(() -> codec.fromBytes(new byte[] {7, 0, 0, 0, 0, 0}))
        .hasMessageContaining("presence");
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

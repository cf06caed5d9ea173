package dev.arabica.core.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueCodecTest {
  private static final List<Type> TYPES =
      List.of(
          Type.BOOL,
          Type.INT64,
          Type.FLOAT64,
          Type.STRING,
          Type.BYTES,
          new Type.DecimalType(9, 2),
          new Type.ListType(Type.STRING));

  @ParameterizedTest
  @ValueSource(
      strings = {"", "plain", "\u007F", "\u0080", "Ω", "a\uFFFD", "\uD83D\uDE00", "\uD83D"})
  void textIsItsUtf8(String text) {
    ByteWriter out = new ByteWriter(1);
    out.writeByte(7);
    out.writeString(text);
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    ByteReader in = new ByteReader(out.toByteArray());
    in.readByte();
    assertThat(in.readBytes()).isEqualTo(utf8);
    in.expectEnd();
    assertThat(ValueCodec.read(new ByteReader(ValueCodec.toBytes(Type.STRING, text)), Type.STRING))
        .isEqualTo(new String(utf8, StandardCharsets.UTF_8));
  }

  /** Varints are written all at once; here is what they are, byte by byte. */
  @Test
  void aVarintHasSevenBitsAByte() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long value = random.nextLong() >>> random.nextInt(64);
      ByteWriter out = new ByteWriter(1);
      out.writeVarint(value);
      byte[] bytes = out.toByteArray();
      assertThat(bytes).hasSize((Math.max(1, 64 - Long.numberOfLeadingZeros(value)) + 6) / 7);
      BigInteger sum = BigInteger.ZERO;
      for (int at = bytes.length - 1; at >= 0; at--) {
        assertThat(bytes[at] < 0).as("more to come").isEqualTo(at < bytes.length - 1);
        sum = sum.shiftLeft(7).add(BigInteger.valueOf(bytes[at] & 0x7F));
      }
      assertThat(sum.longValue()).isEqualTo(value);
      assertThat(new ByteReader(bytes).readVarint()).isEqualTo(value);
    }
  }

  /** Over bytes that mean something now and then. */
  @Test
  void skippingGoesAsFarAndFailsAsReadingDoes() {
    Random random = new Random(2);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(12)];
      random.nextBytes(bytes);
      if (bytes.length > 0) {
        bytes[0] &= 7;
      }
      Type type = TYPES.get(random.nextInt(TYPES.size()));
      ByteReader read = new ByteReader(bytes);
      ByteReader skipped = new ByteReader(bytes);
      try {
        ValueCodec.read(read, type);
      } catch (CorruptBytesException e) {
        assertThatThrownBy(() -> ValueCodec.skip(skipped, type)).hasMessage(e.getMessage());
        continue;
      }
      ValueCodec.skip(skipped, type);
      assertThat(skipped.position()).isEqualTo(read.position());
    }
  }

  @Test
  void aWordIsWrittenAsItsBoxedForm() {
    for (long value : new long[] {0, 1, -1, 63, 64, Long.MAX_VALUE, Long.MIN_VALUE}) {
      ByteWriter out = new ByteWriter();
      ValueCodec.writeWord(out, Type.TIMESTAMP, value);
      assertThat(out.toByteArray()).isEqualTo(ValueCodec.toBytes(Type.TIMESTAMP, value));
    }
    assertThat(ValueCodec.toBytes(new Type.DecimalType(9, 2), new BigDecimal("-1.28")))
        .containsExactly(1, -128);
  }

  @Test
  void refusesWhatIsNeverWritten() {
    assertRefused(Type.INT32, 1L << 31, "2147483648 is no int32");
    assertRefused(Type.DATE, (1L << 31) + 1, "2147483649 is no date");
    assertThat(ValueCodec.toBytes(Type.FLOAT64, -0.0)).containsOnly(0);
    byte[] zero = {Byte.MIN_VALUE, 0, 0, 0, 0, 0, 0, 0};
    byte[] nan = {0x7F, -8, 0, 0, 0, 0, 0, 1};
    for (byte[] bytes : List.of(zero, nan)) {
      assertThatThrownBy(() -> ValueCodec.read(new ByteReader(bytes), Type.FLOAT64))
          .isInstanceOf(CorruptBytesException.class);
      assertThatThrownBy(() -> ValueCodec.read(new ByteReader(bytes), new Type.VectorType(2)))
          .isInstanceOf(CorruptBytesException.class);
    }
    byte[] canonical = ValueCodec.toBytes(Type.FLOAT64, Double.NaN);
    assertThat(ValueCodec.read(new ByteReader(canonical), Type.FLOAT64)).isEqualTo(Double.NaN);
    assertThatThrownBy(() -> ValueCodec.readNumber(new ByteReader(canonical)))
        .isInstanceOf(CorruptBytesException.class);
  }

  private static void assertRefused(Type type, long value, String message) {
    byte[] bytes = ValueCodec.toBytes(type, value);
    assertThatThrownBy(() -> ValueCodec.read(new ByteReader(bytes), type)).hasMessage(message);
    assertThatThrownBy(() -> ValueCodec.readWord(new ByteReader(bytes), type)).hasMessage(message);
  }
}

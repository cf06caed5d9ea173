package dev.arabica.core.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyCodecTest {
  private static final List<Type> TYPES = List.of(Type.STRING, Type.INT64);
  private static final List<String> STRINGS =
      List.of(
          "", "\u0000", "\u0000a", "a", "a\u0000", "a\u0000b", "ab", "b", "\uFFFD", "\uD83D\uDE00");
  private static final List<Long> LONGS = List.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE);

  @Test
  void bytesAreOrderedAsTheColumnsAre() {
    for (String a : STRINGS) {
      for (String b : STRINGS) {
        for (Long x : LONGS) {
          for (Long y : LONGS) {
            int strings = Values.compare(Type.STRING, a, b);
            int expected = strings != 0 ? strings : Long.compare(x, y);
            int bytes = Arrays.compareUnsigned(encode(a, x), encode(b, y));
            assertThat(Integer.signum(bytes)).isEqualTo(Integer.signum(expected));
          }
        }
      }
    }
  }

  @Test
  void shardsAreStableAndInRange() {
    assertThat(KeyCodec.shard(encode("U1", 7L))).isBetween(0, KeyCodec.SHARDS - 1);
    assertThat(KeyCodec.shard(encode("U1", 7L))).isEqualTo(KeyCodec.shard(encode("U1", 7L)));
  }

  @Test
  void nullAndFloatAreNoKeys() {
    assertThatThrownBy(() -> KeyCodec.encode(List.of(Type.STRING), Collections.singletonList(null)))
        .hasMessageContaining("cannot be part of a key");
    assertThatThrownBy(() -> KeyCodec.encode(List.of(Type.FLOAT64), List.of(1.0)))
        .hasMessageContaining("float64");
  }

  private static byte[] encode(String text, Long number) {
    return KeyCodec.encode(TYPES, List.of(text, number));
  }

  @Test
  void decimalsKeepTheirOrder() {
    Type type = new Type.DecimalType(38, 1);
    byte[] last = null;
    for (String text :
        new String[] {
          "-" + "9".repeat(37) + ".9",
          "-1844674407370955161.6",
          "-0.1",
          "0.0",
          "0.1",
          "1844674407370955161.6",
          "9".repeat(37) + ".9"
        }) {
      byte[] bytes = KeyCodec.encode(List.of(type), List.of(new java.math.BigDecimal(text)));
      assertThat(bytes).hasSize(16);
      assertThat(last == null || Arrays.compareUnsigned(last, bytes) < 0).as(text).isTrue();
      last = bytes;
    }
  }
}

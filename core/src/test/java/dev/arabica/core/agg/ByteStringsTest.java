package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.codec.ByteWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ByteStringsTest {
  /** However many strings share a hash. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 1L << 40})
  void everyStringHasOneNumber(long hashes) {
    Random random = new Random(hashes);
    ByteStrings strings = new ByteStrings();
    List<String> inOrder = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      String text = Integer.toString(random.nextInt(300), 3 + random.nextInt(3));
      int number = add(strings, text, Math.floorMod(text.hashCode() * 0x9E3779B97F4A7C15L, hashes));
      if (!inOrder.contains(text)) {
        inOrder.add(text);
      }
      assertThat(number).isEqualTo(inOrder.indexOf(text));
      assertThat(strings.size()).isEqualTo(inOrder.size());
    }
    assertThat(all(strings, new int[] {5, 0, inOrder.size() - 1}))
        .containsExactly(inOrder.get(5), inOrder.get(0), inOrder.get(inOrder.size() - 1));
  }

  @Test
  void theyHaveAnOrderByAnyKeysAndThenByTheirBytes() {
    Random random = new Random(1);
    ByteStrings strings = new ByteStrings();
    List<String> texts = new ArrayList<>();
    long[] keys = new long[500];
    for (int i = 0; i < keys.length; i++) {
      // Apart in their lowest bits, in their uppermost, or not at all.
      keys[i] = random.nextInt(4) + (random.nextBoolean() ? random.nextLong() & ~0xFFL : 0);
      texts.add("text " + i);
      add(strings, texts.get(i), i);
    }
    List<String> sorted = new ArrayList<>(texts);
    sorted.sort(
        Comparator.comparing(
                (String text) -> keys[texts.indexOf(text)], (a, b) -> Long.compareUnsigned(a, b))
            .thenComparing(Comparator.naturalOrder()));
    assertThat(all(strings, strings.by(keys))).isEqualTo(sorted);
    assertThat(all(strings, strings.byHash())).isEqualTo(texts);
  }

  private static int add(ByteStrings strings, String text, long hash) {
    byte[] bytes = ("<" + text + ">").getBytes(StandardCharsets.UTF_8);
    return strings.add(bytes, 1, bytes.length - 2, hash);
  }

  private static List<String> all(ByteStrings strings, int[] numbers) {
    return Arrays.stream(numbers)
        .mapToObj(
            number -> {
              ByteWriter out = new ByteWriter();
              strings.write(number, out);
              return new String(out.toByteArray(), StandardCharsets.UTF_8);
            })
        .toList();
  }
}

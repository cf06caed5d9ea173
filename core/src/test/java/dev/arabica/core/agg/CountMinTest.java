package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class CountMinTest {
  private static final int FREQUENT = 60;
  private static final long TIMES = 1_500;
  private static final int RARE = 40_000;

  /**
   * The worst that there can be for rare values: others that are just frequent enough to spoil
   * every cell that they fall into.
   */
  @Test
  void estimatesAreNeverTooLowAndHardlyEverTooHigh() {
    Random random = new Random(1);
    CountMin sketch = new CountMin();
    for (int i = 0; i < FREQUENT; i++) {
      sketch.add(random.nextLong(), TIMES);
    }
    long[] rare = random.longs(RARE).toArray();
    for (long hash : rare) {
      sketch.add(hash, 1);
    }
    long all = FREQUENT * TIMES + RARE;
    assertThat(sketch.total()).isEqualTo(all);
    int tooHigh = 0;
    for (long hash : rare) {
      assertThat(sketch.estimate(hash)).isPositive();
      tooHigh += sketch.estimate(hash) > 1 + all / 100 ? 1 : 0;
    }
    assertThat(tooHigh).isLessThanOrEqualTo(RARE / 10_000);
  }

  @Test
  void rowsOfDifferentSumsAreNone() {
    CountMin sketch = new CountMin();
    sketch.add(new Random(2).nextLong(), 5);
    ByteWriter out = new ByteWriter();
    sketch.encode(out);
    byte[] bytes = out.toByteArray();
    CountMin decoded = new CountMin();
    decoded.decode(new ByteReader(bytes));
    assertThat(decoded.total()).isEqualTo(5);
    bytes[bytes.length - 1]++;
    assertThatThrownBy(() -> decoded.decode(new ByteReader(bytes)))
        .isInstanceOf(CorruptBytesException.class);
  }
}

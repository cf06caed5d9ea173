package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class KeyHashesTest {
  @Test
  void knowsWhatWasAdded() {
    KeyHashes keys = new KeyHashes();
    for (int i = 0; i < 100_000; i += 2) {
      keys.add(key(i));
      keys.add(key(i));
    }
    for (int i = 0; i < 100_000; i++) {
      assertThat(keys.contains(key(i))).isEqualTo(i % 2 == 0);
    }
  }

  @Test
  void letsEverythingThroughPastTheLimit() {
    KeyHashes keys = new KeyHashes();
    assertThat(keys.contains(key(-1))).isFalse();
    for (int i = 0; i <= KeyHashes.LIMIT; i++) {
      keys.add(key(i));
    }
    assertThat(keys.contains(key(-1))).isTrue();
    keys.add(key(-2));
  }

  private static byte[] key(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }
}

package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class HashesTest {
  @Test
  void aHashIsThereOnce() {
    Random random = new Random(1);
    Hashes hashes = new Hashes();
    TreeSet<Long> expected = new TreeSet<>(Long::compareUnsigned);
    for (int i = 0; i < 1_000; i++) {
      // Many with the same upper bits, and 0, which stands for no hash elsewhere.
      long hash = (long) random.nextInt(400) << random.nextInt(3) * 28;
      hashes.add(hash);
      expected.add(hash);
      assertThat(hashes.size()).isEqualTo(expected.size());
    }
    assertThat(hashes.sorted()).containsExactly(expected.stream().mapToLong(h -> h).toArray());
  }

  @Test
  void addingASetAddsItsHashes() {
    Random random = new Random(2);
    Hashes all = new Hashes();
    TreeSet<Long> expected = new TreeSet<>(Long::compareUnsigned);
    for (int part = 0; part < 20; part++) {
      Hashes hashes = new Hashes();
      for (int i = random.nextInt(60); i >= 0; i--) {
        long hash = i == 0 ? 0 : random.nextLong();
        hashes.add(hash);
        expected.add(hash);
      }
      all.add(hashes);
    }
    assertThat(all.sorted()).containsExactly(expected.stream().mapToLong(h -> h).toArray());
  }
}

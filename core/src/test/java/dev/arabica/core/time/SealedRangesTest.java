package dev.arabica.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedRangesTest {
  @Test
  void whatIsSealedKeepsItsFirstRevision() {
    SealedRanges sealed = SealedRanges.NONE.plus(10, 20, 3).plus(0, 30, 7);
    assertThat(sealed.sealedAt(5)).isEqualTo(7);
    assertThat(sealed.sealedAt(10)).isEqualTo(3);
    assertThat(sealed.sealedAt(19)).isEqualTo(3);
    assertThat(sealed.sealedAt(20)).isEqualTo(7);
    assertThat(sealed.sealedAt(30)).isEqualTo(SealedRanges.NOT_SEALED);
  }

  @Test
  void agreesWithAnArrayOfHours() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      long[] revisions = new long[60];
      Arrays.fill(revisions, SealedRanges.NOT_SEALED);
      SealedRanges sealed = SealedRanges.NONE;
      for (int revision = 1; revision < 9; revision++) {
        int from = random.nextInt(50);
        int to = from + random.nextInt(10);
        sealed = sealed.plus(from, to, revision);
        for (int i = from; i < to; i++) {
          revisions[i] = Math.min(revisions[i], revision);
        }
      }
      for (int i = 0; i < 60; i++) {
        assertThat(sealed.sealedAt(i)).isEqualTo(revisions[i]);
        for (int j = i + 1; j < 60; j++) {
          boolean all = Arrays.stream(revisions, i, j).allMatch(r -> r != SealedRanges.NOT_SEALED);
          assertThat(sealed.covers(i, j)).as("[%d, %d) of %s", i, j, sealed).isEqualTo(all);
        }
      }
      assertThat(SealedRanges.of(sealed.ranges())).isEqualTo(sealed);
    }
  }
}

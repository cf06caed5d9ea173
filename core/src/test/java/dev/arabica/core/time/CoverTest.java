package dev.arabica.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverTest {
  private static final Ladder LADDER = Ladder.DEFAULT;
  private static final long G = LADDER.baseSize();
  private static final long HOUR = Instants.MICROS_PER_HOUR;
  private static final long DAY = Instants.MICROS_PER_DAY;

  @Test
  void unsealedTimeIsCoveredByBaseBlocks() {
    assertThat(Cover.of(0, 2 * HOUR, LADDER, SealedRanges.NONE))
        .containsExactly(new Cover.Segment(G, 0, 2 * HOUR));
  }

  @Test
  void sealedHoursAndDaysAreTakenWhole() {
    SealedRanges sealed = SealedRanges.NONE.plus(0, 3 * DAY, 1);
    List<Cover.Segment> cover = Cover.of(DAY - HOUR - G, 2 * DAY + HOUR + G, LADDER, sealed);
    assertThat(cover)
        .containsExactly(
            new Cover.Segment(G, DAY - HOUR - G, DAY - HOUR),
            new Cover.Segment(HOUR, DAY - HOUR, DAY),
            new Cover.Segment(DAY, DAY, 2 * DAY),
            new Cover.Segment(HOUR, 2 * DAY, 2 * DAY + HOUR),
            new Cover.Segment(G, 2 * DAY + HOUR, 2 * DAY + HOUR + G));
  }

  @Test
  void everyCoverIsGaplessAndCoarseOnlyWhereSealed() {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      SealedRanges sealed = SealedRanges.NONE;
      for (int i = random.nextInt(4); i > 0; i--) {
        long from = random.nextInt(72) * HOUR;
        sealed = sealed.plus(from, from + (1 + random.nextInt(40)) * HOUR, i);
      }
      long lo = random.nextInt(900) * G;
      long hi = lo + random.nextInt(900) * G;
      long at = lo;
      for (Cover.Segment segment : Cover.of(lo, hi, LADDER, sealed)) {
        assertThat(segment.from()).isEqualTo(at);
        assertThat(segment.from() % segment.size()).isZero();
        if (segment.size() > G) {
          assertThat(sealed.covers(segment.from(), segment.to())).isTrue();
        }
        at = segment.to();
      }
      assertThat(at).isEqualTo(hi);
    }
  }
}

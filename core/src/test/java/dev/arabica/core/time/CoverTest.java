package dev.arabica.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverTest {
  private static final Ladder LADDER = Ladder.DEFAULT;
  private static final long G = LADDER.baseSize();
  private static final long HOUR = Instants.MICROS_PER_HOUR;
  private static final long DAY = Instants.MICROS_PER_DAY;

  private record Segment(long size, long from, long to) {}

  private static List<Segment> cover(long lo, long hi, SealedRanges sealed) {
    List<Segment> segments = new ArrayList<>();
    Cover.of(lo, hi, LADDER, sealed, (size, from, to) -> segments.add(new Segment(size, from, to)));
    return segments;
  }

  @Test
  void unsealedTimeIsCoveredByBaseBlocks() {
    assertThat(cover(0, 2 * HOUR, SealedRanges.NONE)).containsExactly(new Segment(G, 0, 2 * HOUR));
  }

  @Test
  void sealedHoursAndDaysAreTakenWhole() {
    SealedRanges sealed = SealedRanges.NONE.plus(0, 3 * DAY, 1);
    List<Segment> cover = cover(DAY - HOUR - G, 2 * DAY + HOUR + G, sealed);
    assertThat(cover)
        .containsExactly(
            new Segment(G, DAY - HOUR - G, DAY - HOUR),
            new Segment(HOUR, DAY - HOUR, DAY),
            new Segment(DAY, DAY, 2 * DAY),
            new Segment(HOUR, 2 * DAY, 2 * DAY + HOUR),
            new Segment(G, 2 * DAY + HOUR, 2 * DAY + HOUR + G));
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
      for (Segment segment : cover(lo, hi, sealed)) {
        assertThat(segment.from()).isEqualTo(at);
        assertThat(segment.from() % segment.size()).isZero();
        if (segment.size() > G) {
          assertThat(sealed.covers(segment.from(), segment.to())).isTrue();
        }
        for (long start = segment.from(); start < segment.to(); start += segment.size()) {
          assertThat(segment.size()).isEqualTo(coarsest(start, hi, sealed));
        }
        at = segment.to();
      }
      assertThat(at).isEqualTo(hi);
    }
  }

  private static long coarsest(long start, long hi, SealedRanges sealed) {
    return LADDER.sizes().stream()
        .filter(size -> start % size == 0 && start + size <= hi)
        .filter(size -> size == G || sealed.covers(start, start + size))
        .reduce((fine, coarse) -> coarse)
        .orElseThrow();
  }
}

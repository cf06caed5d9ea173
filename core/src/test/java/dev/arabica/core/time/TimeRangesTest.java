package dev.arabica.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.time.TimeRanges.Range;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against sets of bits. */
class TimeRangesTest {
  private static final int SIZE = 60;

  @Test
  void joinsWhatTouchesAndDropsWhatIsEmpty() {
    TimeRanges ranges =
        new TimeRanges(List.of(new Range(5, 7), new Range(1, 3), new Range(3, 5), new Range(9, 9)));
    assertThat(ranges.ranges()).containsExactly(new Range(1, 7));
    assertThat(TimeRanges.of(3, 3).isEmpty()).isTrue();
  }

  @Test
  void isTheSetItStandsFor() {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      TimeRanges a = random(random);
      TimeRanges b = random(random);
      BitSet union = bits(a);
      union.or(bits(b));
      assertThat(bits(a.union(b))).isEqualTo(union);
      assertThat(a.union(b).length()).isEqualTo(union.cardinality());
      BitSet minus = bits(a);
      minus.andNot(bits(b));
      assertThat(bits(a.minus(b))).isEqualTo(minus);
      int from = random.nextInt(SIZE);
      int to = from + 1 + random.nextInt(SIZE - from);
      BitSet window = new BitSet();
      window.set(from, to);
      BitSet common = bits(a);
      common.and(window);
      assertThat(bits(a.intersect(from, to))).isEqualTo(common);
      assertThat(a.intersects(from, to)).isEqualTo(!common.isEmpty());
      assertThat(a.covers(from, to)).isEqualTo(common.equals(window));
      assertThat(a.contains(from)).isEqualTo(bits(a).get(from));
      long start = a.startBefore(to);
      assertThat(start).isEqualTo(bits(a).get(to - 1) ? startBefore(a, to) : TimeRanges.NO_START);
    }
  }

  @Test
  void alignsOutwardsAndInwards() {
    TimeRanges ranges = new TimeRanges(List.of(new Range(7, 12), new Range(19, 41)));
    assertThat(ranges.widened(10)).isEqualTo(TimeRanges.of(0, 50));
    assertThat(ranges.whole(10)).isEqualTo(TimeRanges.of(20, 40));
    assertThat(ranges.reachingBack(10)).isEqualTo(TimeRanges.of(0, 41));
    assertThat(TimeRanges.of(-7, -2).widened(5)).isEqualTo(TimeRanges.of(-10, 0));
  }

  private static TimeRanges random(Random random) {
    TimeRanges ranges = TimeRanges.NONE;
    for (int i = random.nextInt(5); i > 0; i--) {
      int from = random.nextInt(SIZE);
      ranges = ranges.union(TimeRanges.of(from, from + random.nextInt(SIZE - from + 1)));
    }
    return ranges;
  }

  private static long startBefore(TimeRanges ranges, int to) {
    return bits(ranges).previousClearBit(to - 1) + 1L;
  }

  private static BitSet bits(TimeRanges ranges) {
    BitSet bits = new BitSet();
    ranges.ranges().forEach(r -> bits.set((int) r.from(), (int) r.to()));
    return bits;
  }
}

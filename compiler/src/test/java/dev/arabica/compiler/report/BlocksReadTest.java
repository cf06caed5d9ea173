package dev.arabica.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.time.Cover;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** Blocks that lookups read and keys keep: the short ways against the long ones. */
class BlocksReadTest {
  private static final long MINUTE = Instants.MICROS_PER_MINUTE;
  private static final long HOUR = Instants.MICROS_PER_HOUR;
  private static final long DAY = Instants.MICROS_PER_DAY;
  private static final long BASE = 5 * MINUTE;
  private static final long START = 1_000 * DAY;

  @Test
  void countsTheBlocksOfTheCover() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      long lo = START + BASE * random.nextInt(1_000);
      long hi = lo + BASE * random.nextInt(random.nextBoolean() ? 40 : 3_000);
      long sealed = START + HOUR * random.nextInt(400);
      assertThat(BlockCount.of(lo, hi, Ladder.DEFAULT, sealed)).isEqualTo(inCover(lo, hi, sealed));
    }
  }

  @Test
  void noLookupOfAWholeDayReadsMore() {
    Random random = new Random(11);
    for (int i = 0; i < 12; i++) {
      Set<BlocksRead.Extent> windows =
          Set.copyOf(
              random
                  .ints(1 + random.nextInt(3), 0, WINDOWS.size())
                  .distinct()
                  .mapToObj(WINDOWS::get)
                  .toList());
      long late = random.nextInt(4) * 20 * MINUTE;
      BlocksRead.Question question = new BlocksRead.Question(Ladder.DEFAULT, late, false, windows);
      assertThat(new BlocksRead().atMost(question)).as("%s", question).isEqualTo(worst(question));
    }
  }

  private static final List<BlocksRead.Extent> WINDOWS =
      List.of(
          extent(BASE, BASE, Window.Anchor.WATERMARK),
          extent(HOUR, BASE, Window.Anchor.REQUEST),
          extent(6 * HOUR, BASE, Window.Anchor.REQUEST),
          extent(DAY, BASE, Window.Anchor.WATERMARK),
          extent(7 * DAY, HOUR, Window.Anchor.REQUEST),
          extent(90 * DAY, DAY, Window.Anchor.REQUEST));

  private static BlocksRead.Extent extent(long length, long step, Window.Anchor anchor) {
    return new BlocksRead.Extent(length, step, anchor);
  }

  /** Every block of a day as the request's, the watermark up to two hours behind it. */
  private static long worst(BlocksRead.Question question) {
    long most = 0;
    for (long time = START; time < START + DAY; time += BASE) {
      for (long behind = 0; behind <= 2 * HOUR; behind += BASE) {
        most = Math.max(most, read(question, time, time - behind));
      }
    }
    return most;
  }

  private static long read(BlocksRead.Question question, long time, long watermark) {
    List<Long> edges = new ArrayList<>();
    for (BlocksRead.Extent window : question.windows()) {
      edges.add(
          Window.of(time, watermark, BASE, window.length(), window.step(), window.anchor()).lo());
    }
    edges.sort(Comparator.reverseOrder());
    long sealed = Window.floor(watermark - question.lateMicros() - HOUR, HOUR);
    long reached = watermark;
    long blocks = 0;
    for (long edge : edges) {
      if (edge < reached) {
        blocks += inCover(edge, reached, sealed);
        reached = edge;
      }
    }
    return blocks;
  }

  private static long inCover(long lo, long hi, long sealed) {
    SealedRanges ranges = SealedRanges.NONE.plus(0, sealed, 1);
    LongAdder blocks = new LongAdder();
    Cover.of(lo, hi, Ladder.DEFAULT, ranges, (size, from, to) -> blocks.add((to - from) / size));
    return blocks.sum();
  }

  @Test
  void anEverWindowReadsItsOwnBlockAndWhatFollows() {
    long blocks = atMost(false, extent(Window.EVER, DAY, Window.Anchor.REQUEST));
    // The block up to the last sealed day, 23 hours and the newest, not sealed yet.
    assertThat(blocks).isBetween(1L + 23 + 12, 1L + 23 + 30);
    assertThat(atMost(false, WINDOWS.get(5), extent(Window.EVER, DAY, Window.Anchor.REQUEST)))
        .isEqualTo(atMost(false, WINDOWS.get(5)) + 1);
  }

  @Test
  void anOpenHeadReadsTheGrowingBlockAndWhatTheWatermarkHasNotReached() {
    assertThat(atMost(true, WINDOWS.get(1))).isEqualTo(atMost(false, WINDOWS.get(1)) + 1);
  }

  private static long atMost(boolean open, BlocksRead.Extent... windows) {
    return new BlocksRead()
        .atMost(new BlocksRead.Question(Ladder.DEFAULT, 10 * MINUTE, open, Set.of(windows)));
  }

  @Test
  void smallBlocksAreKeptAsFarAsEdgesFallBetweenThem() {
    // 6h of base blocks, and the hours in them.
    assertThat(stored(extent(6 * HOUR, BASE, Window.Anchor.REQUEST))).isEqualTo(72 + 6);
    // Of base blocks only what is not sealed: an hour, ten minutes, and an hour until the next
    // seal.
    assertThat(stored(extent(7 * DAY, HOUR, Window.Anchor.REQUEST))).isEqualTo(26 + 7 * 24 + 1 + 8);
    assertThat(stored(extent(90 * DAY, DAY, Window.Anchor.REQUEST))).isEqualTo(26 + 26 + 91);
    assertThat(stored(extent(Window.EVER, DAY, Window.Anchor.REQUEST))).isEqualTo(26 + 26 + 1);
  }

  private static long stored(BlocksRead.Extent... windows) {
    return BlocksKept.stored(Ladder.DEFAULT, 10 * MINUTE, List.of(windows));
  }

  @Test
  void theStreamHoldsABlockUntilItIsSettled() {
    assertThat(BlocksKept.inStream(Ladder.DEFAULT, 0, 0)).isEqualTo(1);
    assertThat(BlocksKept.inStream(Ladder.DEFAULT, Instants.MICROS_PER_SECOND, 10 * MINUTE))
        .isEqualTo(4);
  }
}

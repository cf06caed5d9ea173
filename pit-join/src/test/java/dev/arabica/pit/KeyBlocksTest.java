package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyBlocksTest {
  private static final long BASE = Views.ITEM.ladder().baseSize();
  private static final long HOUR = Views.HOUR;

  @Test
  void showsTheHighestRevisionUpToTheOneAskedFor() {
    KeyBlocks blocks = blocks(SealedRanges.NONE);
    blocks.add(0, BASE, 0, 3, true, rep(30));
    blocks.add(0, BASE, 0, 7, true, rep(70));
    blocks.add(0, BASE, BASE, 5, true, rep(50));

    assertThat(read(blocks.asOf(2), "a", BASE, 0, HOUR)).isEmpty();
    assertThat(read(blocks.asOf(3), "a", BASE, 0, HOUR)).containsExactly("0:30");
    assertThat(read(blocks.asOf(6), "a", BASE, 0, HOUR)).containsExactly("0:30", BASE + ":50");
    assertThat(read(blocks.asOf(Long.MAX_VALUE), "a", BASE, 0, HOUR))
        .containsExactly("0:70", BASE + ":50");
  }

  @Test
  void keepsPacksSizesAndBoundsApart() {
    KeyBlocks blocks = blocks(SealedRanges.NONE);
    blocks.add(0, BASE, -BASE, 1, false, rep(1));
    blocks.add(0, BASE, 0, 1, false, rep(2));
    blocks.add(0, BASE, HOUR, 1, false, rep(3));
    blocks.add(0, HOUR, 0, 1, false, rep(4));
    blocks.add(1, BASE, 0, 1, false, rep(5));
    blocks.asOf(1);

    assertThat(read(blocks, "a", BASE, 0, HOUR)).containsExactly("0:2");
    assertThat(read(blocks, "a", HOUR, 0, HOUR)).containsExactly("0:4");
    assertThat(read(blocks, "b", BASE, 0, HOUR)).containsExactly("0:5");
    assertThat(read(blocks, "b", HOUR, 0, HOUR)).isEmpty();
    assertThat(read(blocks, "a", BASE, 0, 0)).isEmpty();
  }

  @Test
  void ignoresWhatTheStreamWroteAfterTheSeal() {
    KeyBlocks blocks = blocks(SealedRanges.of(List.of(new SealedRanges.Range(0, HOUR, 5))));
    blocks.add(0, BASE, 0, 4, true, rep(4));
    blocks.add(0, BASE, 0, 5, false, rep(5));
    blocks.add(0, BASE, 0, 6, true, rep(6));
    blocks.add(0, BASE, HOUR, 6, true, rep(7));
    blocks.add(0, BASE, HOUR, 8, false, rep(8));

    assertThat(read(blocks.asOf(4), "a", BASE, 0, HOUR)).containsExactly("0:4");
    assertThat(read(blocks.asOf(6), "a", BASE, 0, 2 * HOUR)).containsExactly("0:5", HOUR + ":7");
    assertThat(read(blocks.asOf(9), "a", BASE, 0, 2 * HOUR)).containsExactly("0:5", HOUR + ":8");
  }

  @Test
  void showsTheSealsOfTheRevision() {
    KeyBlocks blocks =
        blocks(
            SealedRanges.of(
                List.of(
                    new SealedRanges.Range(0, HOUR, 5),
                    new SealedRanges.Range(HOUR, 2 * HOUR, 9))));

    assertThat(blocks.asOf(4).sealed("a").isEmpty()).isTrue();
    assertThat(blocks.asOf(8).sealed("a").covers(0, HOUR)).isTrue();
    assertThat(blocks.asOf(8).sealed("a").covers(0, 2 * HOUR)).isFalse();
    assertThat(blocks.asOf(9).sealed("a").covers(0, 2 * HOUR)).isTrue();
    assertThat(blocks.asOf(9).sealed("b").isEmpty()).isTrue();
  }

  /** The history of the source and that of the pack, whichever is shorter. */
  @Test
  void showsTheCoverageOfTheRevision() {
    KeyBlocks blocks = blocks(SealedRanges.NONE);

    assertThat(blocks.asOf(2).completeFrom("b", 3 * HOUR)).isEqualTo(Long.MAX_VALUE);
    assertThat(blocks.asOf(4).completeFrom("b", 3 * HOUR)).isEqualTo(2 * HOUR);
    assertThat(blocks.asOf(5).completeFrom("b", 4 * HOUR)).isEqualTo(HOUR);
    assertThat(blocks.asOf(9).completeFrom("b", 4 * HOUR + 1)).isEqualTo(Long.MAX_VALUE);
    assertThat(blocks.asOf(9).completeFrom("a", HOUR)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void holdsManyAndForgetsThemForTheNextKey() {
    KeyBlocks blocks = blocks(SealedRanges.NONE);
    for (int i = 0; i < 1000; i++) {
      blocks.add(0, BASE, i * BASE, 1, true, rep(i & 0x7F));
    }
    assertThat(read(blocks.asOf(1), "a", BASE, 998 * BASE, Long.MAX_VALUE)).hasSize(2);
    blocks.clear();
    assertThat(blocks.isEmpty()).isTrue();
    assertThat(read(blocks, "a", BASE, 0, Long.MAX_VALUE)).isEmpty();
  }

  private static KeyBlocks blocks(SealedRanges sealed) {
    List<SealHistory> seals = List.of(new SealHistory(sealed), new SealHistory(SealedRanges.NONE));
    CoverageHistory coverage =
        new CoverageHistory.Builder()
            .add(3, 2 * HOUR, TimeRanges.of(HOUR, 4 * HOUR))
            .add(5, 0, TimeRanges.of(HOUR, 4 * HOUR))
            .build();
    return new KeyBlocks(
        new History(
            List.of("a", "b"), seals, List.of(new CoverageHistory.Builder().build(), coverage)));
  }

  private static byte[] rep(int value) {
    return new byte[] {(byte) value};
  }

  private static List<String> read(KeyBlocks blocks, String pack, long size, long from, long to) {
    List<String> found = new ArrayList<>();
    blocks.scan(pack, size, from, to, (start, rep) -> found.add(start + ":" + rep.readByte()));
    return found;
  }
}

package dev.arabica.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.time.Window.Anchor;
import org.junit.jupiter.api.Test;

class WindowTest {
  private static final long G = Ladder.DEFAULT.baseSize();
  private static final long HOUR = Instants.MICROS_PER_HOUR;
  private static final long DAY = Instants.MICROS_PER_DAY;

  @Test
  void theWorkedExampleOfSixHours() {
    Window window = Window.of(at("16:10:05"), at("16:05:00"), G, 6 * HOUR, G, Anchor.REQUEST);
    assertThat(window.lo()).isEqualTo(at("10:10:00"));
    assertThat(window.hi()).isEqualTo(at("16:05:00"));
  }

  @Test
  void withoutAWatermarkTheWindowEndsAtTheRequestsBlock() {
    Window window = Window.of(at("16:10:05"), Window.NO_WATERMARK, G, HOUR, G, Anchor.WATERMARK);
    assertThat(window.hi()).isEqualTo(at("16:10:00"));
    assertThat(window.lo()).isEqualTo(at("15:10:00"));
  }

  @Test
  void anchoredAtTheWatermarkTheWindowKeepsItsLength() {
    Window window = Window.of(at("16:10:05"), at("15:00:00"), G, HOUR, G, Anchor.WATERMARK);
    assertThat(window.hi() - window.lo()).isEqualTo(HOUR);
  }

  @Test
  void aWatermarkInsideABlockCountsOnlyWholeBlocks() {
    Window window = Window.of(at("16:10:05"), at("16:04:59"), G, HOUR, G, Anchor.REQUEST);
    assertThat(window.hi()).isEqualTo(at("16:00:00"));
  }

  @Test
  void theStepRoundsTheFarEdgeDown() {
    Window window = Window.of(at("16:10:05"), at("16:05:00"), G, 7 * DAY, HOUR, Anchor.REQUEST);
    assertThat(window.lo()).isEqualTo(at("16:00:00") - 7 * DAY);
  }

  @Test
  void aWatermarkThatLagsByTheWindowLeavesNothingToSay() {
    assertThat(Window.of(at("16:10:05"), at("15:10:00"), G, HOUR, G, Anchor.REQUEST).isStale())
        .isTrue();
    assertThat(Window.of(at("16:10:05"), at("15:15:00"), G, HOUR, G, Anchor.REQUEST).isStale())
        .isFalse();
  }

  @Test
  void timesBeforeTheEpochRoundDownToo() {
    assertThat(Window.floor(-1, G)).isEqualTo(-G);
    assertThat(Window.ceil(-1, G)).isZero();
    assertThat(Window.ceil(1, G)).isEqualTo(G);
  }

  private static long at(String time) {
    return Instants.parse("2025-11-29T" + time + "Z");
  }
}

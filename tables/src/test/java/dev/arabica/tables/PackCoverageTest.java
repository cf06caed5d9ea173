package dev.arabica.tables;

import static dev.arabica.core.time.Instants.MICROS_PER_HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.time.TimeRanges;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What commits say of packs, and what readers make of it. */
class PackCoverageTest {
  private static final String S = "s.views";
  private static final long H = MICROS_PER_HOUR;
  private static final long NEVER = Long.MAX_VALUE;

  private ControlState state;

  @BeforeEach
  void start() {
    state = ControlState.START.plus(1, Control.builder().completeFrom(S, 2 * H).build());
  }

  @Test
  void aPackThatIsBuiltWithEveryWatermarkIsWholeFromTheStartOfTheHistory() {
    add(watermark(10 * H).built(S, Map.of("a", hours(2, 10))));
    assertThat(from("a", 10 * H)).isEqualTo(2 * H);
    assertThat(state.covered(S, "a")).isEqualTo(TimeRanges.of(2 * H, NEVER));

    add(watermark(11 * H).built(S, Map.of("a", hours(10, 11))));
    assertThat(from("a", 11 * H)).isEqualTo(2 * H);
    // Where the source itself ends nothing is missing: there is no more of it.
    assertThat(from("a", 99 * H)).isEqualTo(2 * H);
    assertThat(state.covered(S, "a")).isEqualTo(TimeRanges.of(2 * H, NEVER));
  }

  @Test
  void aPackThatNobodyBuiltIsNotWholeAnywhere() {
    add(watermark(10 * H).built(S, Map.of("a", hours(2, 10))));
    assertThat(from("b", 10 * H)).isEqualTo(NEVER);
    assertThat(from("b", 3 * H)).isEqualTo(NEVER);
  }

  /** A source that no group read at first is none that older builds have left. */
  @Test
  void norIsAPackOfASourceThatHadNone() {
    add(watermark(10 * H).built(S, Map.of()));
    assertThat(from("b", 10 * H)).isEqualTo(NEVER);
  }

  @Test
  void aPackEndsWhereTheWatermarkWasThatItWentAlongWithLast() {
    add(watermark(10 * H).built(S, Map.of("a", hours(2, 10), "b", hours(2, 10))));
    add(watermark(12 * H).built(S, Map.of("b", hours(10, 12))));
    assertThat(from("a", 10 * H)).isEqualTo(2 * H);
    assertThat(from("a", 10 * H + 1)).isEqualTo(NEVER);
    assertThat(from("b", 12 * H)).isEqualTo(2 * H);

    add(Control.builder().built(S, Map.of("a", hours(11, 12))));
    assertThat(from("a", 10 * H + 1)).isEqualTo(NEVER);
    assertThat(from("a", 12 * H)).isEqualTo(11 * H);
    add(Control.builder().built(S, Map.of("a", hours(10, 11))));
    assertThat(from("a", 12 * H)).isEqualTo(2 * H);
  }

  @Test
  void aPackThatIsNotBuiltMissesWhatCame() {
    add(watermark(10 * H).built(S, Map.of("a", hours(2, 10), "b", hours(2, 10))));
    add(Control.builder().built(S, Map.of("b", hours(2, 10))).received(S, hours(5, 6)));
    assertThat(from("a", 5 * H)).isEqualTo(2 * H);
    assertThat(from("a", 6 * H)).isEqualTo(NEVER);
    assertThat(from("a", 10 * H)).isEqualTo(6 * H);
    assertThat(from("b", 10 * H)).isEqualTo(2 * H);

    add(Control.builder().built(S, Map.of("a", hours(5, 6))));
    assertThat(from("a", 10 * H)).isEqualTo(2 * H);
  }

  /** History that is ingested later counts once it is built. */
  @Test
  void anEarlierStartOfTheHistoryHasToBeBuilt() {
    add(watermark(10 * H).built(S, Map.of("a", hours(2, 10))));
    add(Control.builder().completeFrom(S, 0));
    assertThat(from("a", 10 * H)).isEqualTo(2 * H);
    add(Control.builder().built(S, Map.of("a", hours(0, 2))));
    assertThat(from("a", 10 * H)).isZero();
  }

  @Test
  void noWindowIsWholeWhileTheStartOfTheHistoryIsNotKnown() {
    ControlState unknown =
        ControlState.START.plus(
            1, Control.builder().watermark(S, H).built(S, Map.of("a", hours(0, 1))).build());
    assertThat(unknown.completeFrom(S, "a", H)).isEqualTo(NEVER);
  }

  /** As older builds wrote: every pack has the coverage of its source, until a commit says more. */
  @Test
  void packsOfWhichNothingIsSaidHaveTheCoverageOfTheirSource() {
    add(watermark(10 * H));
    assertThat(from("a", 10 * H)).isEqualTo(2 * H);
    assertThat(from("b", 10 * H)).isEqualTo(2 * H);

    add(watermark(11 * H).built(S, Map.of("a", hours(10, 11))));
    assertThat(from("a", 11 * H)).isEqualTo(2 * H);
    assertThat(from("b", 10 * H)).isEqualTo(NEVER);
  }

  @Test
  void sourcesAreApart() {
    add(watermark(10 * H).built(S, Map.of("a", hours(2, 10))));
    add(Control.builder().watermark("s.clicks", 50 * H).completeFrom("s.clicks", 0));
    assertThat(from("a", 10 * H)).isEqualTo(2 * H);
    assertThat(state.completeFrom("s.clicks", "c", 50 * H)).isZero();
  }

  private static Control.Builder watermark(long micros) {
    return Control.builder().watermark(S, micros);
  }

  private static TimeRanges hours(int from, int to) {
    return TimeRanges.of(from * H, to * H);
  }

  private void add(Control.Builder control) {
    state = state.plus(state.revision() + 1, control.build());
  }

  private long from(String pack, long hi) {
    return state.completeFrom(S, pack, hi);
  }
}

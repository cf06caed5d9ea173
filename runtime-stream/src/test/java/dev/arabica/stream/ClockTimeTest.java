package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClockTimeTest {
  @Test
  void aClockIsRoundedDownAndADeadlineUp() {
    assertThat(ClockTime.millis(1_999)).isEqualTo(1);
    assertThat(ClockTime.millis(-1)).isEqualTo(-1);
    assertThat(ClockTime.ceilMillis(1_001)).isEqualTo(2);
    assertThat(ClockTime.ceilMillis(2_000)).isEqualTo(2);
    assertThat(ClockTime.ceilMillis(-1)).isZero();
  }

  @Test
  void anUnstartedClockIsUnstartedInEitherUnit() {
    assertThat(ClockTime.micros(ClockTime.UNSTARTED)).isEqualTo(ClockTime.UNSTARTED);
  }

  @Test
  void aBlockClosesAtItsEndAndIsSettledWhenNothingIsLateAnyMore() {
    BlockSpan span = new BlockSpan(300_000_000, 600_000_000);
    long start = span.startOf(1_764_432_299_999_999L);
    assertThat(start).isEqualTo(1_764_432_000_000_000L);
    assertThat(span.closedAtMillis(start)).isEqualTo(1_764_432_300_000L);
    assertThat(span.settledAtMillis(start)).isEqualTo(1_764_432_900_000L);
  }
}

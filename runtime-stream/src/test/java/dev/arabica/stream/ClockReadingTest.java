package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClockReadingTest {
  @Test
  void readersAwakeDecideByTheirMinimum() {
    assertThat(
            ClockReading.joined(
                List.of(
                    new ClockReading(50, 70_000, false),
                    new ClockReading(40, 60_000, false),
                    new ClockReading(10, 90_000, true))))
        .isEqualTo(new ClockReading(40, 90_000, false));
  }

  @Test
  void quietReadersCountOnlyAmongThemselves() {
    assertThat(
            ClockReading.joined(
                List.of(
                    new ClockReading(50, 40_000, true),
                    new ClockReading(ClockTime.UNSTARTED, EventTimes.NONE, true))))
        .isEqualTo(new ClockReading(50, 40_000, false));
  }

  @Test
  void aReaderThatHasNotStartedHoldsTheOthersBack() {
    assertThat(
            ClockReading.joined(
                    List.of(new ClockReading(50, 40_000, false), ClockReading.UNSTARTED))
                .clockMillis())
        .isEqualTo(ClockTime.UNSTARTED);
  }
}

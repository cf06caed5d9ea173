package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class QuietWaitTest {
  private long now = 5_000;

  private final QuietWait wait =
      new QuietWait(
          Duration.ofSeconds(2),
          new RelativeClock() {
            @Override
            public long relativeTimeMillis() {
              return now;
            }

            @Override
            public long relativeTimeNanos() {
              return now * 1_000_000;
            }
          });

  @Test
  void theFirstEventIsGivenLonger() {
    now += 9_999;
    assertThat(wait.isOver()).isFalse();
    now += 1;
    assertThat(wait.isOver()).isTrue();
  }

  @Test
  void everyEventStartsTheWaitAnew() {
    wait.restart();
    now += 1_999;
    assertThat(wait.isOver()).isFalse();
    wait.restart();
    now += 2_000;
    assertThat(wait.isOver()).isTrue();
    assertThat(wait.elapsedMillis()).isEqualTo(2_000);
  }
}

package dev.arabica.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LatenessTest {
  @Test
  void aRowIsLateIfTheWatermarkBeforeItHadClosedItsBlockForGood() {
    Lateness lateness =
        new Lateness(new TreeMap<>(Map.of(4L, Long.MIN_VALUE, 5L, 130L, 6L, 200L)), 10, 20);
    assertThat(lateness.isLate(100, 4)).isFalse();
    assertThat(lateness.isLate(100, 5)).isTrue();
    assertThat(lateness.isLate(109, 5)).isTrue();
    assertThat(lateness.isLate(110, 5)).isFalse();
    assertThat(lateness.isLate(110, 6)).isTrue();
    // Of a commit that an earlier repair has seen.
    assertThat(lateness.isLate(0, 3)).isFalse();
  }
}

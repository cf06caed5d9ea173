package dev.arabica.tables;

import static dev.arabica.core.time.Instants.MICROS_PER_HOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlTest {
  private static final long H = MICROS_PER_HOUR;

  @Test
  void hasOneJson() {
    Control control =
        Control.builder()
            .watermark("s.views", 300)
            .completeFrom("s.views", Long.MIN_VALUE)
            .sealed("b", 0, H)
            .sealed("a", H, 2 * H)
            .sealed("a", 5 * H, 6 * H)
            .streamed("s.views")
            .streamed("s.clicks")
            .repairedRaw("s.views", -7)
            .built("s.views", Map.of("b", TimeRanges.NONE, "a", TimeRanges.of(Long.MIN_VALUE, 9)))
            .built("s.clicks", Map.of())
            .received("s.views", TimeRanges.of(1, 2).union(TimeRanges.of(4, 6)))
            .build();

    assertThat(control.toJson())
        .isEqualTo(
            "{\"built\":{\"s.clicks\":{},"
                + "\"s.views\":{\"a\":[[-9223372036854775808,9]],\"b\":[]}},"
                + "\"complete_from\":{\"s.views\":-9223372036854775808},"
                + "\"received\":{\"s.views\":[[1,2],[4,6]]},"
                + "\"repaired_raw\":{\"s.views\":-7},"
                + "\"sealed\":{\"a\":[[3600000000,7200000000],[18000000000,21600000000]],"
                + "\"b\":[[0,3600000000]]},"
                + "\"streamed\":[\"s.clicks\",\"s.views\"],"
                + "\"watermark\":{\"s.views\":300}}");
    assertThat(Control.fromJson(control.toJson())).isEqualTo(control);
  }

  @Test
  void noFactsAreNoSummary() {
    assertThat(Control.NONE.toSummary()).isEmpty();
    assertThat(Control.of(Map.of())).isEqualTo(Control.NONE);
    assertThat(Control.fromJson("{}").isEmpty()).isTrue();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> Control.fromJson("{\"mood\":1}")).hasMessageContaining("mood");
    assertThatThrownBy(() -> Control.fromJson("{\"watermark\":[1]}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Control.fromJson("{\"built\":{\"s\":{\"p\":[[1]]}}}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Control.fromJson("{\"received\":{\"s\":7}}"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Control.fromJson("{\"sealed\":{\"p\":[[1]]}}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void foldsInOrder() {
    ControlState state =
        ControlState.START
            .plus(1, Control.builder().watermark("s", 10).completeFrom("s", 5).build())
            .plus(2, Control.NONE)
            .plus(4, Control.builder().watermark("s", 8).completeFrom("s", 3).build())
            .plus(5, Control.builder().streamed("s").repairedRaw("s", 77).build())
            .plus(6, Control.builder().watermark("t", 1).repairedRaw("s", 12).build());

    assertThat(state.revision()).isEqualTo(6);
    assertThat(state.watermark("s")).hasValue(10);
    assertThat(state.watermark("t")).hasValue(1);
    assertThat(state.watermark("u")).isEmpty();
    assertThat(state.completeFrom("s")).hasValue(3);
    assertThat(state.streamed()).containsExactly("s");
    assertThat(state.repairedRaw("s")).hasValue(12);
    assertThatThrownBy(() -> state.plus(6, Control.NONE)).hasMessageContaining("cannot follow");
  }

  @Test
  void aSealKeepsItsFirstRevisionAndFencesTheStream() {
    ControlState state =
        ControlState.START
            .plus(3, Control.builder().sealed("p", 0, 2 * H).build())
            .plus(5, Control.builder().sealed("p", H, 3 * H).build());

    assertThat(state.sealed("p"))
        .isEqualTo(SealedRanges.NONE.plus(0, 2 * H, 3).plus(2 * H, 3 * H, 5));
    assertThat(state.fenced(Origin.STREAM, "p", H, 3)).isFalse();
    assertThat(state.fenced(Origin.STREAM, "p", H, 4)).isTrue();
    assertThat(state.fenced(Origin.STREAM, "p", 2 * H, 4)).isFalse();
    assertThat(state.fenced(Origin.STREAM, "p", 2 * H, 6)).isTrue();
    assertThat(state.fenced(Origin.REPAIR, "p", H, 9)).isFalse();
    assertThat(state.fenced(Origin.STREAM, "q", H, 9)).isFalse();
    assertThat(state.fenced(Origin.STREAM, "p", 3 * H, 9)).isFalse();
  }
}

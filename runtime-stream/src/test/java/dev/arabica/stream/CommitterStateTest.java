package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.codec.CorruptBytesException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommitterStateTest {
  @Test
  void theClockOfACheckpointIsThatOfTheSlowestTask() {
    PendingCheckpoint checkpoint =
        PendingCheckpoint.of(7, List.of(blocks(30), blocks(20), Flush.counts(new Tally())));
    assertThat(checkpoint.clockMillis()).isEqualTo(20);
    assertThat(checkpoint.files(Flush.Kind.BLOCKS)).hasSize(2);
    assertThat(checkpoint.files(Flush.Kind.RAW_ROWS)).isEmpty();
  }

  @Test
  void stateComesBackAsItWas() {
    CommitterState state = CommitterState.fresh();
    state.total().add(Count.ADMITTED, 12);
    state.told(40);
    state.pending().put(7L, PendingCheckpoint.of(7, List.of(blocks(30))));

    CommitterState back = CommitterState.fromBytes(state.toBytes());
    assertThat(back.job()).isEqualTo(state.job());
    assertThat(back.total().get(Count.ADMITTED)).isEqualTo(12);
    assertThat(back.toldClockMillis()).isEqualTo(40);
    assertThat(back.announced()).isTrue();
    assertThat(back.pending()).containsOnlyKeys(7L);
    assertThat(back.pending().get(7L).tally().get(Count.BLOCKS)).isEqualTo(3);
    assertThat(back.pending().get(7L).clockMillis()).isEqualTo(30);
    assertThat(back.pending().get(7L).files(Flush.Kind.BLOCKS).get(0)).containsExactly(1, 2);
  }

  @Test
  void anUnknownVersionIsNamed() {
    byte[] bytes = CommitterState.fresh().toBytes();
    bytes[0] = 9;
    assertThatThrownBy(() -> CommitterState.fromBytes(bytes))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessageContaining("version 9");
  }

  private static Flush blocks(long clockMillis) {
    Tally tally = new Tally();
    tally.add(Count.BLOCKS, 3);
    return new Flush(Flush.Kind.BLOCKS, clockMillis, new byte[] {1, 2}, tally);
  }
}

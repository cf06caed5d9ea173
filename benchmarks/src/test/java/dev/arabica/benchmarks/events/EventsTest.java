package dev.arabica.benchmarks.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The events are what they claim, and so is the truth about them. */
class EventsTest {
  @Test
  void areTheSameFromTheSameSeed() {
    Events events = Events.of(3, 50, 1_000);
    assertThat(events.key).isEqualTo(Events.of(3, 50, 1_000).key);
    assertThat(events.value).isNotEqualTo(Events.of(4, 50, 1_000).value);
    // So that a peer in another JVM has them too, whatever JDK that runs on.
    assertThat(LongStream.of(events.key).sum()).isEqualTo(-4500251182375804564L);
    assertThat(LongStream.of(events.value).sum()).isEqualTo(25612087L);
  }

  @Test
  void areALittleOutOfOrderWithNoTimeTwice() {
    Events events = Events.of(3, 50, 1_000);
    assertThat(LongStream.of(events.time).distinct()).hasSize(1_000);
    long late = IntStream.range(1, 1_000).filter(i -> events.time[i] < events.time[i - 1]).count();
    assertThat(late).isBetween(100L, 900L);
    assertThat(LongStream.of(events.time)).allMatch(time -> time % 1_000 == 0);
    assertThat(events.key).doesNotContain(0L);
  }

  @Test
  void haveKeysOfAZipfDistribution() {
    Events events = Events.of(3, 10, 29_290);
    for (int rank = 0; rank < 10; rank++) {
      long key = Events.keyOf(rank);
      long count = LongStream.of(events.key).filter(k -> k == key).count();
      // The sum of 1 / i up to 10 is 2.929.
      assertThat(count).isBetween(9_500L / (rank + 1), 10_500L / (rank + 1));
    }
  }

  @Test
  void slotsKeepKeysApart() {
    Slots slots = new Slots(1_000);
    int[] taken = IntStream.range(0, 1_000).map(i -> slots.slot(Events.keyOf(i))).toArray();
    assertThat(Arrays.stream(taken).distinct()).hasSize(1_000);
    assertThat(IntStream.range(0, 1_000).map(i -> slots.slot(Events.keyOf(i))))
        .isEqualTo(Arrays.stream(taken).boxed().toList());
    assertThat(slots.size()).isEqualTo(2_048);
  }

  @Test
  void anAnswerIsCheckedWithTheTruth() {
    Answer truth = Answer.of(Events.of(3, 50, 10));
    truth.check(truth);
    Answer wrong = new Answer(10, truth.sum() + 1, truth.min(), truth.max(), truth.last());
    assertThatThrownBy(() -> truth.check(wrong))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("said " + wrong + " where it is " + truth);
  }

  @Test
  void tilesHaveTheEventsOfTheirBlocks() {
    Tiles tiles = Tiles.of(3, 4);
    assertThat(tiles.keys()).isEqualTo(4);
    for (int block = 0; block < Tiles.BLOCKS; block++) {
      long start = Tiles.start(block);
      assertThat(LongStream.of(tiles.events(2, block).time))
          .allMatch(t -> t >= start && t < start + 300_000_000);
      assertThat(tiles.events(2, block).key).containsOnly(Events.keyOf(2));
    }
    Answer newest = Answer.of(tiles.events(2, 11));
    assertThat(tiles.answers(2)).hasSize(3).allMatch(answer -> answer.last() == newest.last());
    assertThat(tiles.answers(2).get(2).count())
        .isEqualTo(IntStream.range(0, 12).map(b -> tiles.events(2, b).size()).sum());
  }
}

package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.Rep;
import dev.arabica.core.time.Window;
import dev.arabica.testkit.AggregatorLaws.Outcome;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * The laws of blocks: however events are split, stored, rolled up and put together again, the bytes
 * are those of all of them in one rep, and the value that of a naive scan.
 */
final class SplitLaws {
  private static final int LARGEST_BLOCK = 9;
  private static final int WINDOWS = 2;

  private final AggregateUnderTest subject;
  private final AggregatorLaws oracle;

  SplitLaws(AggregateUnderTest subject, AggregatorLaws oracle) {
    this.subject = subject;
    this.oracle = oracle;
  }

  void partition(Draw draw) {
    List<Sample> samples = draw.samples();
    holds(combined(draw.shuffled(samples), draw), samples, "any blocks in any order");
  }

  void ladder(Draw draw) {
    List<Sample> samples = draw.samples();
    if (samples.isEmpty()) {
      return;
    }
    Ladders ladder = new Ladders(subject, draw, samples);
    ladder.build();
    for (int i = 0; i < WINDOWS; i++) {
      Window window = ladder.window();
      holds(ladder.assemble(window), ladder.samples(window), "a cover of " + window);
    }
  }

  /** Blocks of so few events that there are more than a thousand of them. */
  void merges(Draw draw) {
    for (int round = 0; round < AggregatorLaws.ROUNDS; round++) {
      List<Sample> samples = draw.told(oracle.manySamples(round, draw.random()));
      holds(combined(samples, draw), samples, "a thousand blocks in round " + round);
    }
  }

  private void holds(Rep rep, List<Sample> samples, String what) {
    assertThat(subject.encode(rep))
        .as("the bytes of " + what)
        .isEqualTo(subject.encode(subject.repOf(samples)));
    Outcome expected =
        samples.isEmpty() ? subject.finish(subject.identity()) : oracle.scanned(samples);
    assertThat(subject.finish(rep))
        .as("the value of " + what)
        .matches(
            found -> oracle.isWithinBound(expected, found),
            "is as good as that of a scan: " + expected);
  }

  /** Cuts samples into blocks, some of them stored and read, and combines them in any order. */
  private Rep combined(List<Sample> samples, Draw draw) {
    List<Rep> reps = new ArrayList<>();
    int at = 0;
    while (at < samples.size()) {
      int end = Math.min(samples.size(), at + 1 + draw.below(LARGEST_BLOCK));
      Rep block = subject.repOf(samples.subList(at, end));
      reps.add(draw.coin() ? subject.decode(subject.encode(block)) : block);
      at = end;
    }
    reps.add(subject.identity());
    while (reps.size() > 1) {
      Rep other = reps.remove(draw.below(reps.size()));
      Rep target = reps.get(draw.below(reps.size()));
      if (draw.coin()) {
        subject.combine(target, other);
      } else {
        subject.combineEncoded(target, subject.encode(other));
      }
    }
    return reps.get(0);
  }
}

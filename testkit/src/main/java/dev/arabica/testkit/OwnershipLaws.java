package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.Rep;
import dev.arabica.testkit.AggregatorLaws.Outcome;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.List;

/** The laws of who may write to what: reps are cached, shared between threads and used again. */
final class OwnershipLaws {
  private final AggregateUnderTest subject;

  OwnershipLaws(AggregateUnderTest subject) {
    this.subject = subject;
  }

  /** A cached rep is combined many times into windows that go on growing. */
  void secondArgument(Draw draw) {
    Rep cached = subject.repOf(draw.samples());
    byte[] before = subject.encode(cached);
    for (int window = 0; window < 3; window++) {
      Rep target = subject.repOf(draw.samples());
      subject.combine(target, cached);
      subject.addAll(target, draw.samples());
      subject.combine(target, subject.repOf(draw.samples()));
      assertThat(subject.encode(cached))
          .as("a cached rep after it was combined into window " + window)
          .isEqualTo(before);
    }
  }

  void copies(Draw draw) {
    Rep original = subject.repOf(draw.samples());
    Rep copy = subject.copy(original);
    byte[] both = subject.encode(original);
    assertThat(subject.encode(copy)).as("the copy").isEqualTo(both);
    change(copy, draw);
    assertThat(subject.encode(original)).as("the original of a changed copy").isEqualTo(both);
    Rep second = subject.copy(original);
    change(original, draw);
    assertThat(subject.encode(second)).as("a copy of a changed original").isEqualTo(both);
  }

  private void change(Rep rep, Draw draw) {
    subject.addAll(rep, draw.samples());
    subject.combine(rep, subject.repOf(draw.samples()));
  }

  void clearing(Draw draw) {
    byte[] empty = subject.encode(subject.identity());
    Rep rep = subject.repOf(draw.samples());
    subject.finish(rep);
    Rep copy = subject.copy(rep);
    byte[] before = subject.encode(copy);
    rep.clear();
    assertThat(subject.encode(rep)).as("a cleared rep").isEqualTo(empty);
    assertThat(subject.isEmpty(rep)).as("a cleared rep is empty").isTrue();
    List<Sample> next = draw.samples();
    subject.addAll(rep, next);
    assertThat(subject.encode(rep))
        .as("a cleared rep that took in other events")
        .isEqualTo(subject.encode(subject.repOf(next)));
    assertThat(subject.encode(copy)).as("a copy of a cleared rep").isEqualTo(before);
  }

  void separateReps(Draw draw) {
    List<Sample> left = draw.samples();
    List<Sample> right = draw.samples();
    byte[] leftAlone = subject.encode(subject.repOf(left));
    byte[] rightAlone = subject.encode(subject.repOf(right));
    Rep first = subject.identity();
    Rep second = subject.identity();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      subject.addAll(first, left.subList(Math.min(i, left.size()), Math.min(i + 1, left.size())));
      subject.addAll(
          second, right.subList(Math.min(i, right.size()), Math.min(i + 1, right.size())));
    }
    assertThat(subject.encode(first)).as("one of two reps at once").isEqualTo(leftAlone);
    assertThat(subject.encode(second)).as("the other of two reps at once").isEqualTo(rightAlone);
  }

  void ownPlaces(Draw draw) {
    Rep rep = subject.repOf(draw.samples());
    Rep other = subject.repOf(draw.samples());
    subject.combine(rep, other);
    subject.combineEncoded(rep, subject.encode(other));
    subject.finish(rep);
    assertThat(subject.keptToItsPlaces(rep)).as("wrote to its own places alone").isTrue();
    assertThat(subject.keptToItsPlaces(other)).as("wrote to its own places alone").isTrue();
  }

  /** To the byte: what is written back as it was is written, and another thread may see it. */
  void reading(Draw draw) {
    Rep rep = subject.repOf(draw.samples());
    subject.combine(rep, subject.repOf(draw.samples()));
    List<String> before = subject.contents(rep);
    subject.encode(rep);
    assertThat(subject.contents(rep)).as("what encode leaves behind").isEqualTo(before);
    subject.combine(subject.repOf(draw.samples()), rep);
    subject.combine(subject.identity(), rep);
    assertThat(subject.contents(rep)).as("what combine leaves of the second").isEqualTo(before);
    subject.isEmpty(rep);
    assertThat(subject.contents(rep)).as("what isEmpty leaves behind").isEqualTo(before);
  }

  void readingAtOnce(Draw draw) {
    Rep rep = subject.repOf(draw.samples());
    Rep other = subject.repOf(draw.samples());
    byte[] bytes = subject.encode(rep);
    byte[] ofBoth = subject.encode(subject.combined(rep, other));
    AtOnce.run(
        () -> {
          for (int i = 0; i < 4; i++) {
            assertThat(subject.encode(rep)).as("written by several threads").isEqualTo(bytes);
            assertThat(subject.encode(subject.combined(rep, other)))
                .as("combined by several threads")
                .isEqualTo(ofBoth);
          }
        });
    assertThat(subject.encode(rep)).as("after several threads have read it").isEqualTo(bytes);
  }

  void finishing(Draw draw) {
    Rep rep = subject.repOf(draw.samples());
    byte[] before = subject.encode(rep);
    Outcome once = subject.finish(rep);
    assertThat(subject.finish(rep)).as("finished again").isEqualTo(once);
    assertThat(subject.encode(rep)).as("a finished rep").isEqualTo(before);
  }
}

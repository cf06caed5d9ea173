package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.Rep;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.Arrays;
import java.util.List;

/** The laws of the algebra: what may be combined with what, and in which order. */
final class MonoidLaws {
  private final AggregateUnderTest subject;

  MonoidLaws(AggregateUnderTest subject) {
    this.subject = subject;
  }

  void identity(Draw draw) {
    Rep rep = subject.repOf(draw.samples());
    byte[] before = subject.encode(rep);
    subject.combine(rep, subject.identity());
    assertThat(subject.encode(rep)).as("a rep and no events").isEqualTo(before);
    Rep target = subject.identity();
    subject.combine(target, rep);
    assertThat(subject.encode(target)).as("no events and a rep").isEqualTo(before);
  }

  void associativity(Draw draw) {
    Rep a = subject.repOf(draw.samples());
    Rep b = subject.repOf(draw.samples());
    Rep c = subject.repOf(draw.samples());
    Rep fromTheLeft = subject.combined(subject.combined(a, b), c);
    Rep fromTheRight = subject.combined(a, subject.combined(b, c));
    assertThat(subject.encode(fromTheLeft))
        .as("(a, b), c beside a, (b, c)")
        .isEqualTo(subject.encode(fromTheRight));
  }

  void commutativity(Draw draw) {
    Rep a = subject.repOf(draw.samples());
    Rep b = subject.repOf(draw.samples());
    assertThat(subject.encode(subject.combined(a, b)))
        .as("a, b beside b, a")
        .isEqualTo(subject.encode(subject.combined(b, a)));
  }

  void homomorphism(Draw draw) {
    Rep added = subject.identity();
    Rep combined = subject.identity();
    for (Sample sample : draw.samples()) {
      subject.add(added, sample);
      subject.combine(combined, subject.repOf(List.of(sample)));
    }
    assertThat(subject.encode(combined))
        .as("combined with reps of one event each, beside added")
        .isEqualTo(subject.encode(added));
  }

  void permutation(Draw draw) {
    List<Sample> samples = draw.samples();
    byte[] asTheyCame = subject.encode(subject.repOf(samples));
    assertThat(subject.encode(subject.repOf(draw.shuffled(samples))))
        .as("the same events in another order")
        .isEqualTo(asTheyCame);
  }

  /**
   * What is combined with the same, and was not the same, is not the same: so from a whole and one
   * part of it the other follows.
   */
  void cancellation(Draw draw) {
    List<Sample> samples = draw.samples();
    Rep part = subject.repOf(samples);
    Rep rest = subject.repOf(draw.samples());
    for (List<Sample> others : List.of(draw.samples(), draw.allButOne(samples))) {
      Rep other = subject.repOf(others);
      if (!Arrays.equals(subject.encode(part), subject.encode(other))) {
        assertThat(subject.encode(subject.combined(part, rest)))
            .as("a part beside another, each with the same rest")
            .isNotEqualTo(subject.encode(subject.combined(other, rest)));
      }
    }
  }

  void emptiness(Draw draw) {
    List<Sample> samples = draw.samples();
    Rep rep = subject.repOf(samples);
    assertThat(subject.isEmpty(rep)).as("is empty").isEqualTo(samples.isEmpty());
    assertThat(subject.isEmpty(subject.copy(rep))).as("copy is empty").isEqualTo(samples.isEmpty());
    assertThat(subject.isEmpty(subject.decode(subject.encode(rep))))
        .as("decoded is empty")
        .isEqualTo(samples.isEmpty());
  }
}

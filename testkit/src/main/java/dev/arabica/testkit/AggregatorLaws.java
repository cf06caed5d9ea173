package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Layout;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The laws of {@link Aggregator}, for whoever writes one: extend this class, say which aggregate,
 * which values it may meet and what a naive scan gives, and get every law tested over many random
 * samples.
 */
public abstract class AggregatorLaws {
  private static final int SEEDS = 60;
  private static final int MANY_ROUNDS = 5;
  private static final int MANY = 6_000;

  private final AggregateUnderTest subject;
  private final Type resultType;
  private final String emptyValue;

  /**
   * One event as the aggregate sees it.
   *
   * @param by what the value is ranked, told apart or grouped by; null unless the aggregate takes
   *     such a thing
   */
  public record Sample(long eventTime, long idHigh, long idLow, Object value, Object by) {
    /** The total order of events: time, then id as unsigned bytes. */
    public int compareOrder(Sample other) {
      int order = Long.compare(eventTime, other.eventTime);
      order = order != 0 ? order : Long.compareUnsigned(idHigh, other.idHigh);
      return order != 0 ? order : Long.compareUnsigned(idLow, other.idLow);
    }
  }

  /** A value or the reason why there is none. */
  public record Outcome(Object value, FeatureStatus status) {
    public static Outcome of(Object value) {
      return new Outcome(value, FeatureStatus.OK);
    }

    public static final Outcome OVERFLOW = new Outcome(null, FeatureStatus.OVERFLOW);
  }

  /** The laws of an aggregate of the language. */
  protected AggregatorLaws(AggregateFunction function, Type inputType, Map<String, ?> parameters) {
    this(function, inputType, null, parameters);
  }

  /**
   * The laws of an aggregate of the language that takes a second expression.
   *
   * @param byType of that; null for none
   */
  protected AggregatorLaws(
      AggregateFunction function, Type inputType, Type byType, Map<String, ?> parameters) {
    this(
        new AggregateUnderTest(
            layout ->
                AggregateFunction.bind(aggregate(function, inputType, byType, parameters), layout),
            inputType,
            byType,
            function.resultType(inputType)),
        function.resultType(inputType),
        function.emptyValue());
  }

  /**
   * The laws of an aggregate on its own.
   *
   * @param aggregator makes it, with its places in a rep
   * @param emptyValue the value of an empty window, as it is written
   */
  protected AggregatorLaws(
      Function<Layout, Aggregator> aggregator, Type inputType, Type resultType, String emptyValue) {
    this(new AggregateUnderTest(aggregator, inputType, null, resultType), resultType, emptyValue);
  }

  private AggregatorLaws(AggregateUnderTest subject, Type resultType, String emptyValue) {
    this.subject = subject;
    this.resultType = resultType;
    this.emptyValue = emptyValue;
  }

  private static GroupPlan.Aggregate aggregate(
      AggregateFunction function, Type inputType, Type byType, Map<String, ?> parameters) {
    return new GroupPlan.Aggregate(
        "id",
        "under_test",
        function.symbol(),
        Optional.ofNullable(inputType).map(type -> new Expr.Column("x", type)),
        Optional.ofNullable(byType).map(type -> new Expr.Column("y", type)),
        Optional.empty(),
        Map.copyOf(parameters));
  }

  /**
   * Values that have broken implementations before, and ordinary ones; boxed, never null or NaN.
   */
  protected abstract List<Object> values();

  /** The value of an empty window, as JSON; the documented one, unless parameters shape it. */
  protected String emptyValue() {
    return emptyValue;
  }

  /** What the values are ranked, told apart or grouped by, where the aggregate takes that. */
  protected List<Object> bys() {
    return List.of();
  }

  /** What a naive scan over the samples gives; the samples are in no particular order. */
  protected abstract Outcome expected(List<Sample> samples);

  /**
   * Whether a value is as good as promised, given that of the naive scan: equal to it, unless the
   * aggregate states how far it may be off.
   */
  protected boolean isWithinBound(Outcome expected, Outcome found) {
    return found.equals(expected);
  }

  @TestFactory
  Stream<DynamicTest> combiningWithTheIdentityChangesNothing() {
    return overSeeds(
        random -> {
          Rep rep = subject.repOf(samples(random));
          byte[] before = subject.encode(rep);
          subject.combine(rep, subject.identity());
          assertThat(subject.encode(rep)).isEqualTo(before);
          Rep target = subject.identity();
          subject.combine(target, rep);
          assertThat(subject.encode(target)).isEqualTo(before);
        });
  }

  @TestFactory
  Stream<DynamicTest> anyGroupingAndOrderGivesTheSameBytes() {
    return overSeeds(
        random -> {
          List<Sample> samples = samples(random);
          byte[] inOrder = subject.encode(subject.repOf(samples));
          Collections.shuffle(samples, random);
          assertThat(subject.encode(subject.combineAtRandom(samples, random))).isEqualTo(inOrder);
        });
  }

  @TestFactory
  Stream<DynamicTest> addingIsCombiningWithOne() {
    return overSeeds(
        random -> {
          Rep added = subject.identity();
          Rep combined = subject.identity();
          for (Sample sample : samples(random)) {
            subject.add(added, sample);
            subject.combine(combined, subject.repOf(List.of(sample)));
          }
          assertThat(subject.encode(combined)).isEqualTo(subject.encode(added));
        });
  }

  @TestFactory
  Stream<DynamicTest> combineHarmsNobodyElse() {
    return overSeeds(
        random -> {
          Rep target = subject.repOf(samples(random));
          Rep cached = subject.repOf(samples(random));
          byte[] before = subject.encode(cached);
          subject.combine(target, cached);
          samples(random).forEach(sample -> subject.add(target, sample));
          subject.combine(target, subject.repOf(samples(random)));
          assertThat(subject.encode(cached))
              .as("a cached block after it was combined")
              .isEqualTo(before);
          byte[] after = subject.encode(target);
          samples(random).forEach(sample -> subject.add(cached, sample));
          assertThat(subject.encode(target))
              .as("the target after the other was changed")
              .isEqualTo(after);
        });
  }

  @TestFactory
  Stream<DynamicTest> bytesRoundTrip() {
    return overSeeds(
        random -> {
          Rep rep = subject.repOf(samples(random));
          byte[] bytes = subject.encode(rep);
          Rep decoded = subject.decode(bytes);
          assertThat(subject.encode(decoded)).isEqualTo(bytes);
          assertThat(subject.finish(decoded)).isEqualTo(subject.finish(rep));
          assertThat(subject.isEmpty(decoded)).isEqualTo(subject.isEmpty(rep));
          // The decoded rep goes on like the original.
          List<Sample> more = samples(random);
          more.forEach(sample -> subject.add(rep, sample));
          more.forEach(sample -> subject.add(decoded, sample));
          assertThat(subject.encode(decoded)).isEqualTo(subject.encode(rep));
        });
  }

  @TestFactory
  Stream<DynamicTest> bytesCutShortAreAnError() {
    return overSeeds(
        random -> {
          byte[] bytes = subject.encode(subject.repOf(samples(random)));
          byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
          assertThatThrownBy(() -> subject.decode(cut)).isInstanceOf(CorruptBytesException.class);
        });
  }

  @TestFactory
  Stream<DynamicTest> flippedBitsNeverEscapeAsAnotherError() {
    return overSeeds(
        random -> {
          byte[] bytes = subject.encode(subject.repOf(samples(random)));
          int bit = random.nextInt(bytes.length * 8);
          bytes[bit / 8] ^= (byte) (1 << bit % 8);
          try {
            Rep decoded = subject.decode(bytes);
            assertThat(subject.encode(decoded))
                .as("what is accepted is canonical")
                .isEqualTo(bytes);
          } catch (CorruptBytesException expected) {
            assertThat(expected).hasMessageNotContaining("null");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> finishingChangesNothing() {
    return overSeeds(
        random -> {
          Rep rep = subject.repOf(samples(random));
          byte[] before = subject.encode(rep);
          Outcome once = subject.finish(rep);
          assertThat(subject.finish(rep)).isEqualTo(once);
          assertThat(subject.encode(rep)).isEqualTo(before);
        });
  }

  @TestFactory
  Stream<DynamicTest> anySplitIntoBlocksEqualsTheNaiveScan() {
    return overSeeds(
        random -> {
          List<Sample> samples = samples(random);
          Outcome expected =
              samples.isEmpty() ? subject.finish(subject.identity()) : expected(samples);
          assertWithinBound(subject.combineAtRandom(samples, random), expected);
        });
  }

  /** However often an estimate is merged, it gets no worse. */
  @TestFactory
  Stream<DynamicTest> aThousandBlocksAreAsGoodAsOne() {
    return overSeeds(
        MANY_ROUNDS,
        (round, random) -> {
          List<Sample> samples = manySamples(round, random);
          Rep rep = subject.combineAtRandom(samples, random);
          assertThat(subject.encode(rep)).isEqualTo(subject.encode(subject.repOf(samples)));
          assertWithinBound(rep, expected(samples));
        });
  }

  private void assertWithinBound(Rep rep, Outcome expected) {
    assertThat(subject.finish(rep))
        .matches(found -> isWithinBound(expected, found), "is as good as " + expected);
  }

  @Test
  void nothingIsEmptyAndSomethingIsNot() {
    Rep rep = subject.identity();
    assertThat(subject.isEmpty(rep)).isTrue();
    subject.add(rep, new Sample(1, 2, 3, values().get(0), bys().isEmpty() ? null : bys().get(0)));
    assertThat(subject.isEmpty(rep)).isFalse();
  }

  @Test
  void theEmptyWindowHasItsDocumentedValue() {
    Outcome empty = subject.finish(subject.identity());
    assertThat(ValueJson.toJson(resultType, empty.value())).isIn(emptyValue(), emptyValue() + ".0");
  }

  /**
   * Between none and some hundred events, with ties in time; ids are unique, as admission makes
   * them.
   */
  protected List<Sample> samples(Random random) {
    int count = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(random.nextInt(6) == 0 ? 700 : 24);
    return samples(count, random);
  }

  /**
   * Thousands of events, enough for a thousand blocks: of the same values, unless it takes others
   * to bring an aggregate to its bounds.
   *
   * @param round from 0 to 4, for as many shapes of data
   */
  protected List<Sample> manySamples(int round, Random random) {
    return samples(MANY, random);
  }

  private List<Sample> samples(int count, Random random) {
    List<Object> pool = values();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object value = pool.get(random.nextInt(pool.size()));
      Object by = bys().isEmpty() ? null : bys().get(random.nextInt(bys().size()));
      samples.add(new Sample(random.nextInt(50), random.nextLong(), random.nextLong(), value, by));
    }
    return samples;
  }

  private interface Law {
    void check(Random random);
  }

  private interface RoundLaw {
    void check(int round, Random random);
  }

  private static Stream<DynamicTest> overSeeds(Law law) {
    return overSeeds(SEEDS, (round, random) -> law.check(random));
  }

  private static Stream<DynamicTest> overSeeds(int count, RoundLaw law) {
    return IntStream.range(0, count)
        .mapToObj(
            seed -> DynamicTest.dynamicTest("seed " + seed, () -> law.check(seed, random(seed))));
  }

  /** Spread out, since neighbouring seeds begin with nearly the same numbers. */
  private static Random random(long seed) {
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }
}

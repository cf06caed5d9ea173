package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Input;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
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
  private static final Window WINDOW = new Window(0, 1_000_000, 1_000_000);

  private final GroupPlan.Aggregate aggregate;
  private final Type inputType;
  private final Type resultType;
  private final Aggregator<Object> aggregator;

  /** One event as the aggregate sees it. */
  public record Sample(long eventTime, long idHigh, long idLow, Object value) {
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

  @SuppressWarnings("unchecked")
  protected AggregatorLaws(
      AggregateFunction function, Type inputType, Map<String, Long> parameters) {
    this.inputType = inputType;
    this.resultType = function.resultType(inputType);
    this.aggregate =
        new GroupPlan.Aggregate(
            "id",
            "under_test",
            function.symbol(),
            Optional.of(new Expr.Column("x", inputType)),
            Optional.empty(),
            parameters);
    this.aggregator = (Aggregator<Object>) AggregateFunction.bind(aggregate);
  }

  /**
   * Values that have broken implementations before, and ordinary ones; boxed, never null or NaN.
   */
  protected abstract List<Object> values();

  /** What a naive scan over the samples gives; the samples are in no particular order. */
  protected abstract Outcome expected(List<Sample> samples);

  @TestFactory
  Stream<DynamicTest> combiningWithTheIdentityChangesNothing() {
    return overSeeds(
        random -> {
          Object rep = repOf(samples(random));
          byte[] before = encode(rep);
          aggregator.combine(rep, aggregator.identity());
          assertThat(encode(rep)).isEqualTo(before);
          Object target = aggregator.identity();
          aggregator.combine(target, rep);
          assertThat(encode(target)).isEqualTo(before);
        });
  }

  @TestFactory
  Stream<DynamicTest> anyGroupingAndOrderGivesTheSameBytes() {
    return overSeeds(
        random -> {
          List<Sample> samples = samples(random);
          byte[] inOrder = encode(repOf(samples));
          Collections.shuffle(samples, random);
          assertThat(encode(combineAtRandom(samples, random))).isEqualTo(inOrder);
        });
  }

  @TestFactory
  Stream<DynamicTest> addingIsCombiningWithOne() {
    return overSeeds(
        random -> {
          Object added = aggregator.identity();
          Object combined = aggregator.identity();
          for (Sample sample : samples(random)) {
            add(added, sample);
            aggregator.combine(combined, repOf(List.of(sample)));
          }
          assertThat(encode(combined)).isEqualTo(encode(added));
        });
  }

  @TestFactory
  Stream<DynamicTest> combineHarmsNobodyElse() {
    return overSeeds(
        random -> {
          Object target = repOf(samples(random));
          Object cached = repOf(samples(random));
          byte[] before = encode(cached);
          aggregator.combine(target, cached);
          samples(random).forEach(sample -> add(target, sample));
          aggregator.combine(target, repOf(samples(random)));
          assertThat(encode(cached)).as("a cached block after it was combined").isEqualTo(before);
          byte[] after = encode(target);
          samples(random).forEach(sample -> add(cached, sample));
          assertThat(encode(target)).as("the target after the other was changed").isEqualTo(after);
        });
  }

  @TestFactory
  Stream<DynamicTest> bytesRoundTrip() {
    return overSeeds(
        random -> {
          Object rep = repOf(samples(random));
          byte[] bytes = encode(rep);
          Object decoded = decode(bytes);
          assertThat(encode(decoded)).isEqualTo(bytes);
          assertThat(finish(decoded)).isEqualTo(finish(rep));
          assertThat(aggregator.isEmpty(decoded)).isEqualTo(aggregator.isEmpty(rep));
          // The decoded rep goes on like the original.
          List<Sample> more = samples(random);
          more.forEach(sample -> add(rep, sample));
          more.forEach(sample -> add(decoded, sample));
          assertThat(encode(decoded)).isEqualTo(encode(rep));
        });
  }

  @TestFactory
  Stream<DynamicTest> bytesCutShortAreAnError() {
    return overSeeds(
        random -> {
          byte[] bytes = encode(repOf(samples(random)));
          byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length));
          assertThatThrownBy(() -> decode(cut)).isInstanceOf(CorruptBytesException.class);
        });
  }

  @TestFactory
  Stream<DynamicTest> flippedBitsNeverEscapeAsAnotherError() {
    return overSeeds(
        random -> {
          byte[] bytes = encode(repOf(samples(random)));
          int bit = random.nextInt(bytes.length * 8);
          bytes[bit / 8] ^= (byte) (1 << bit % 8);
          try {
            Object decoded = decode(bytes);
            assertThat(encode(decoded)).as("what is accepted is canonical").isEqualTo(bytes);
          } catch (CorruptBytesException expected) {
            assertThat(expected).hasMessageNotContaining("null");
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> finishingChangesNothing() {
    return overSeeds(
        random -> {
          Object rep = repOf(samples(random));
          byte[] before = encode(rep);
          Outcome once = finish(rep);
          assertThat(finish(rep)).isEqualTo(once);
          assertThat(encode(rep)).isEqualTo(before);
        });
  }

  @TestFactory
  Stream<DynamicTest> anySplitIntoBlocksEqualsTheNaiveScan() {
    return overSeeds(
        random -> {
          List<Sample> samples = samples(random);
          Outcome expected = samples.isEmpty() ? finish(aggregator.identity()) : expected(samples);
          assertThat(finish(combineAtRandom(samples, random))).isEqualTo(expected);
        });
  }

  @Test
  void nothingIsEmptyAndSomethingIsNot() {
    Object rep = aggregator.identity();
    assertThat(aggregator.isEmpty(rep)).isTrue();
    add(rep, new Sample(1, 2, 3, values().get(0)));
    assertThat(aggregator.isEmpty(rep)).isFalse();
  }

  @Test
  void theEmptyWindowHasItsDocumentedValue() {
    AggregateFunction function = AggregateFunction.named(aggregate.function());
    Outcome empty = finish(aggregator.identity());
    assertThat(dev.arabica.core.type.ValueJson.toJson(resultType, empty.value()))
        .isIn(function.emptyValue(), function.emptyValue() + ".0");
  }

  /**
   * Between none and some hundred events, with ties in time; ids are unique, as admission makes
   * them.
   */
  protected List<Sample> samples(Random random) {
    int count = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(random.nextInt(6) == 0 ? 700 : 24);
    List<Object> pool = values();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object value = pool.get(random.nextInt(pool.size()));
      samples.add(new Sample(random.nextInt(50), random.nextLong(), random.nextLong(), value));
    }
    return samples;
  }

  private Object combineAtRandom(List<Sample> samples, Random random) {
    List<Object> reps = new ArrayList<>();
    int at = 0;
    while (at < samples.size()) {
      int end = Math.min(samples.size(), at + 1 + random.nextInt(9));
      Object block = repOf(samples.subList(at, end));
      reps.add(random.nextBoolean() ? decode(encode(block)) : block);
      at = end;
    }
    reps.add(aggregator.identity());
    while (reps.size() > 1) {
      Object other = reps.remove(random.nextInt(reps.size()));
      aggregator.combine(reps.get(random.nextInt(reps.size())), other);
    }
    return reps.get(0);
  }

  private Object repOf(List<Sample> samples) {
    Object rep = aggregator.identity();
    samples.forEach(sample -> add(rep, sample));
    return rep;
  }

  private void add(Object rep, Sample sample) {
    Input input = new Input().at(sample.eventTime, sample.idHigh, sample.idLow);
    Object value = sample.value;
    switch (inputType.storage()) {
      case LONG -> input.of(value instanceof Boolean bool ? (bool ? 1L : 0L) : (long) (Long) value);
      case DOUBLE -> input.of((double) (Double) value);
      case REF -> input.of(value);
    }
    aggregator.add(rep, input);
  }

  private Outcome finish(Object rep) {
    Row out = new Row(new RowType(List.of(new Type.Field("value", resultType, true))));
    FeatureStatus status = aggregator.finish(rep, WINDOW, out, 0);
    return new Outcome(out.getValue(0), status);
  }

  private byte[] encode(Object rep) {
    ByteWriter out = new ByteWriter();
    aggregator.encode(rep, out);
    return out.toByteArray();
  }

  private Object decode(byte[] bytes) {
    ByteReader in = new ByteReader(bytes);
    Object rep = aggregator.decode(in);
    in.expectEnd();
    return rep;
  }

  private interface Law {
    void check(Random random);
  }

  private static Stream<DynamicTest> overSeeds(Law law) {
    return IntStream.range(0, SEEDS)
        .mapToObj(
            seed -> DynamicTest.dynamicTest("seed " + seed, () -> law.check(new Random(seed))));
  }
}

package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.agg.Layout;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The laws of {@link Aggregator}, for whoever writes one: extend this class, say which aggregate
 * and what a naive scan gives, and get every law tested over many random samples of hostile data.
 *
 * <pre>{@code
 * class BitOrLawsTest extends AggregatorLaws {
 *   BitOrLawsTest() {
 *     super(BitOr::new, Type.INT64, Type.INT64, "null");
 *   }
 *
 *   @Override
 *   protected Outcome expected(List<Sample> samples) {
 *     long bits = 0;
 *     for (Sample sample : samples) {
 *       bits |= (Long) sample.value();
 *     }
 *     return Outcome.of(bits);
 *   }
 * }
 * }</pre>
 *
 * <p>Each law is a test method here, by its name. The kit draws samples of up to some hundred
 * events in the order in which they come, with ties and negative times, of {@link Hostile} values
 * of the input's type, all of them or only a few. What an aggregate never sees is not among them:
 * nulls and NaN reach the pack that it lies in, which has laws of its own here. An aggregate that
 * is right only up to a bound overrides {@link #isWithinBound}, and {@link #manySamples} where it
 * takes data of a special shape to bring it there.
 *
 * <p>A failure tells the test and the seed to give, so that it happens again and alone: {@code
 * -Dtest='BitOrLawsTest#combineIsAssociative' -Dlaws.seed=N}. {@code -Dlaws.seeds=N} checks each
 * law over N samples, {@code -Dlaws.seconds=N} checks each over samples that nobody has seen for N
 * seconds.
 */
public abstract class AggregatorLaws {
  /** How many shapes of data {@link #manySamples} is asked for. */
  public static final int ROUNDS = 5;

  private static final int SEEDS = 30;

  /** For what starts threads. */
  private static final int FEW_SEEDS = 8;

  private final Signature signature;
  private final String emptyValue;
  private final boolean isInvertible;
  private final AggregateUnderTest subject;
  private final MonoidLaws monoid;
  private final OwnershipLaws ownership;
  private final CodecLaws codec;
  private final SplitLaws splits;
  private final PackLaws packs;
  private final Checks checks = new Checks(getClass(), this::samples);
  private PackUnderTest pack;

  /**
   * One event as the aggregate sees it.
   *
   * @param eventTime microseconds since the epoch
   * @param value in its boxed form (see {@link Type}); null if the aggregate takes no input
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

    /** The same event with other values. */
    Sample with(Object otherValue, Object otherBy) {
      return new Sample(eventTime, idHigh, idLow, otherValue, otherBy);
    }
  }

  /**
   * A value or the reason why there is none.
   *
   * @param value in its boxed form (see {@link Type})
   */
  public record Outcome(Object value, FeatureStatus status) {
    public static Outcome of(Object value) {
      return new Outcome(value, FeatureStatus.OK);
    }

    public static final Outcome OVERFLOW = new Outcome(null, FeatureStatus.OVERFLOW);

    /** Vectors and bytes are equal if their components are, and -0.0 equals 0.0. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Outcome that
          && status == that.status
          && Objects.equals(Plain.of(value), Plain.of(that.value));
    }

    @Override
    public int hashCode() {
      return Objects.hash(Plain.of(value), status);
    }

    @Override
    public String toString() {
      return Plain.of(value) + (status == FeatureStatus.OK ? "" : " (" + status + ")");
    }
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
        layout -> AggregateFunction.bind(call(function, inputType, byType, parameters), layout),
        inputType,
        byType,
        function.resultType(inputType),
        function.emptyValue(),
        function.isInvertible());
  }

  /**
   * The laws of an aggregate of one's own.
   *
   * @param aggregator makes it, with its places in a rep
   * @param inputType null if it takes none
   * @param emptyValue the value of an empty window, as JSON
   */
  protected AggregatorLaws(
      Function<Layout, Aggregator> aggregator, Type inputType, Type resultType, String emptyValue) {
    this(aggregator, inputType, null, resultType, emptyValue);
  }

  /**
   * The laws of an aggregate of one's own that takes a second expression.
   *
   * @param byType of what the input is ranked, told apart or grouped by
   */
  protected AggregatorLaws(
      Function<Layout, Aggregator> aggregator,
      Type inputType,
      Type byType,
      Type resultType,
      String emptyValue) {
    this(aggregator, inputType, byType, resultType, emptyValue, false);
  }

  private AggregatorLaws(
      Function<Layout, Aggregator> aggregator,
      Type inputType,
      Type byType,
      Type resultType,
      String emptyValue,
      boolean isInvertible) {
    this.isInvertible = isInvertible;
    this.signature = new Signature(aggregator, inputType, byType, resultType);
    this.emptyValue = emptyValue;
    this.subject = new AggregateUnderTest(signature);
    this.monoid = new MonoidLaws(subject);
    this.ownership = new OwnershipLaws(subject);
    this.codec = new CodecLaws(subject);
    this.splits = new SplitLaws(subject, this);
    this.packs = new PackLaws(subject, this::pack, signature);
  }

  private static GroupPlan.Aggregate call(
      AggregateFunction function, Type inputType, Type byType, Map<String, ?> parameters) {
    return new GroupPlan.Aggregate(
        "id",
        "under_test",
        function.symbol(),
        function.codecVersion(),
        Optional.ofNullable(inputType).map(type -> new Expr.Column("x", type)),
        Optional.ofNullable(byType).map(type -> new Expr.Column("y", type)),
        Optional.empty(),
        Map.copyOf(parameters));
  }

  /**
   * What a naive scan over the samples gives; there is at least one, and they are in no particular
   * order.
   */
  protected abstract Outcome expected(List<Sample> samples);

  /**
   * Whether a value is as good as promised, given that of the naive scan: equal to it, unless the
   * aggregate states how far it may be off.
   */
  protected boolean isWithinBound(Outcome expected, Outcome found) {
    return found.equals(expected);
  }

  /** The value of an empty window, as JSON; the documented one, unless parameters shape it. */
  protected String emptyValue() {
    return emptyValue;
  }

  /**
   * Whether a sliding sweep may subtract what leaves the window; as the language documents it, and
   * not so for an aggregate of one's own unless it says so here.
   */
  protected boolean isInvertible() {
    return isInvertible;
  }

  /** What inputs are drawn from, in their boxed form, never null or NaN. */
  protected List<Object> values() {
    return Sampling.hostile(signature.inputType());
  }

  /** What those are drawn from which inputs are ranked, told apart or grouped by. */
  protected List<Object> bys() {
    return Sampling.hostile(signature.byType());
  }

  /** Between none and some hundred events; ids are unique, as admission makes them. */
  protected List<Sample> samples(Random random) {
    return Sampling.some(values(), bys(), random);
  }

  /**
   * Thousands of events, enough for a thousand blocks: of the same values, unless it takes others
   * to bring an aggregate to its bounds.
   *
   * @param round from 0 to {@link #ROUNDS}, exclusively, for as many shapes of data
   */
  protected List<Sample> manySamples(int round, Random random) {
    return Sampling.many(values(), bys(), random);
  }

  // The algebra.

  @Test
  void combiningWithTheIdentityChangesNothing() {
    checks.over(SEEDS, monoid::identity);
  }

  @Test
  void combineIsAssociative() {
    checks.over(SEEDS, monoid::associativity);
  }

  @Test
  void combineIsCommutative() {
    checks.over(SEEDS, monoid::commutativity);
  }

  @Test
  void addingIsCombiningWithOne() {
    checks.over(SEEDS, monoid::homomorphism);
  }

  @Test
  void theOrderOfEventsHasNoMeaning() {
    checks.over(SEEDS, monoid::permutation);
  }

  /** Of an aggregate that is not invertible nothing is asked. */
  @Test
  void whatIsInvertibleCancels() {
    if (isInvertible()) {
      checks.over(SEEDS, monoid::cancellation);
    }
  }

  @Test
  void nothingIsEmptyAndSomethingIsNot() {
    checks.over(SEEDS, monoid::emptiness);
  }

  @Test
  void theEmptyWindowHasItsDocumentedValue() {
    Outcome empty = subject.finish(subject.identity());
    assertThat(ValueJson.toJson(signature.resultType(), empty.value()))
        .as("the value of an empty window")
        .isIn(emptyValue(), emptyValue() + ".0");
  }

  // Who may write to what.

  @Test
  void combineLeavesItsSecondArgumentAlone() {
    checks.over(SEEDS, ownership::secondArgument);
  }

  @Test
  void copiesAreIndependent() {
    checks.over(SEEDS, ownership::copies);
  }

  @Test
  void aClearedRepIsAsNew() {
    checks.over(SEEDS, ownership::clearing);
  }

  @Test
  void repsKeepNothingOfEachOther() {
    checks.over(SEEDS, ownership::separateReps);
  }

  @Test
  void onlyItsOwnPlacesAreWritten() {
    checks.over(SEEDS, ownership::ownPlaces);
  }

  @Test
  void finishingChangesNothing() {
    checks.over(SEEDS, ownership::finishing);
  }

  @Test
  void readingWritesNothing() {
    checks.over(SEEDS, ownership::reading);
  }

  @Test
  void severalThreadsMayRead() {
    checks.over(FEW_SEEDS, ownership::readingAtOnce);
  }

  // The bytes.

  @Test
  void bytesRoundTrip() {
    checks.over(SEEDS, codec::roundTrip);
  }

  @Test
  void combiningWithBytesIsCombiningWithTheirRep() {
    checks.over(SEEDS, codec::combiningBytes);
  }

  @Test
  void bytesAreNotHeldOnTo() {
    checks.over(SEEDS, codec::holdingOn);
  }

  @Test
  void bytesSayWhereTheyEnd() {
    checks.over(SEEDS, codec::ending);
  }

  @Test
  void bytesCutShortAreAnError() {
    checks.over(SEEDS, codec::truncation);
  }

  @Test
  void flippedBitsNeverEscapeAsAnotherError() {
    checks.over(SEEDS, codec::flippedBits);
  }

  // Blocks.

  @Test
  void anySplitIntoBlocksEqualsTheNaiveScan() {
    checks.over(SEEDS, splits::partition);
  }

  @Test
  void anyLadderEqualsTheNaiveScan() {
    checks.over(SEEDS, splits::ladder);
  }

  /** However often an estimate is merged, it gets no worse. */
  @Test
  void aThousandBlocksAreAsGoodAsOne() {
    checks.over(1, splits::merges);
  }

  // In a pack.

  @Test
  void nullsLeaveNoTrace() {
    checks.over(SEEDS, packs::nulls);
  }

  @Test
  void filteredRowsLeaveNoTrace() {
    checks.over(SEEDS, packs::filters);
  }

  @Test
  void notANumberLeavesNoTraceButIsCounted() {
    checks.over(SEEDS, packs::notANumber);
  }

  @Test
  void damagedBytesAreNeverAValue() {
    checks.over(SEEDS, packs::damage);
  }

  @Test
  void anUnknownVersionIsRefused() {
    checks.over(SEEDS, packs::otherVersions);
  }

  /** The pack that it lies in, which takes a moment to compile. */
  private PackUnderTest pack() {
    if (pack == null) {
      pack = pack(signature);
    }
    return pack;
  }

  /** For the kit's own tests, of packs that are broken. */
  PackUnderTest pack(Signature its) {
    return new PackUnderTest(its);
  }

  /** What a naive scan gives over the samples as the aggregate sees them: -0.0 is 0.0. */
  final Outcome scanned(List<Sample> samples) {
    return expected(
        samples.stream().map(s -> s.with(unsigned(s.value()), unsigned(s.by()))).toList());
  }

  private static Object unsigned(Object value) {
    return value instanceof Double number ? (Object) (number + 0.0) : value;
  }
}

package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The laws catch an aggregate that breaks them, and let a sound one pass. */
class AggregatorLawsCatchTest {
  private static final Law IDENTITY = Laws::combiningWithTheIdentityChangesNothing;
  private static final Law GROUPING = Laws::anyGroupingAndOrderGivesTheSameBytes;
  private static final Law HOMOMORPHISM = Laws::addingIsCombiningWithOne;
  private static final Law NO_HARM = Laws::combineHarmsNobodyElse;
  private static final Law ROUND_TRIP = Laws::bytesRoundTrip;
  private static final Law TRUNCATION = Laws::bytesCutShortAreAnError;
  private static final Law FLIPPED_BITS = Laws::flippedBitsNeverEscapeAsAnotherError;
  private static final Law PURITY = Laws::finishingChangesNothing;
  private static final Law NAIVE_SCAN = Laws::anySplitIntoBlocksEqualsTheNaiveScan;
  private static final Law EMPTINESS = laws -> one(laws::nothingIsEmptyAndSomethingIsNot);
  private static final Law EMPTY_VALUE = laws -> one(laws::theEmptyWindowHasItsDocumentedValue);

  /** One law of the kit, over all its samples. */
  private interface Law extends Function<Laws, Stream<DynamicTest>> {}

  /** The laws of a sum of few and small numbers, one of them beyond an int. */
  private static final class Laws extends AggregatorLaws {
    Laws(Aggregator<?> aggregator) {
      super(aggregator, Type.INT64, Type.INT64, "0");
    }

    @Override
    protected List<Object> values() {
      return List.of(0L, 7L, -2L, 1L << 40);
    }

    @Override
    protected Outcome expected(List<Sample> samples) {
      return Outcome.of(samples.stream().mapToLong(sample -> (Long) sample.value()).sum());
    }
  }

  @TestFactory
  Stream<DynamicTest> aSoundAggregatePasses() {
    return Stream.of(
            IDENTITY,
            GROUPING,
            HOMOMORPHISM,
            NO_HARM,
            ROUND_TRIP,
            TRUNCATION,
            FLIPPED_BITS,
            PURITY,
            NAIVE_SCAN,
            EMPTINESS,
            EMPTY_VALUE)
        .flatMap(law -> law.apply(new Laws(new BrokenSums.Sound())));
  }

  @TestFactory
  Stream<DynamicTest> aBrokenAggregateIsCaught() {
    return Stream.of(
        caught(IDENTITY, new BrokenSums.NotNeutral()),
        caught(GROUPING, new BrokenSums.NotAssociative()),
        caught(GROUPING, new BrokenSums.NotCommutative()),
        caught(HOMOMORPHISM, new BrokenSums.CountsCombines()),
        caught(NO_HARM, new BrokenSums.MutatesTheOther()),
        caught(NO_HARM, new BrokenSums.SharesWithTheOther()),
        caught(ROUND_TRIP, new BrokenSums.ForgetsWhenEncoded()),
        caught(TRUNCATION, new BrokenSums.ForgivesTruncation()),
        caught(TRUNCATION, new BrokenSums.FailsOtherwise()),
        caught(FLIPPED_BITS, new BrokenSums.ForgivesFlippedBits()),
        caught(PURITY, new BrokenSums.FinishesOnce()),
        caught(NAIVE_SCAN, new BrokenSums.Wrong()),
        caught(EMPTINESS, new BrokenSums.EmptyByValue()),
        caught(EMPTY_VALUE, new BrokenSums.NullWhenEmpty()));
  }

  private static DynamicTest caught(Law law, Aggregator<?> broken) {
    return DynamicTest.dynamicTest(
        broken.getClass().getSimpleName(),
        () -> assertThat(law.apply(new Laws(broken))).anySatisfy(test -> assertFails(test)));
  }

  private static void assertFails(DynamicTest test) {
    assertThatCode(() -> test.getExecutable().execute()).isInstanceOf(AssertionError.class);
  }

  private static Stream<DynamicTest> one(Runnable law) {
    return Stream.of(DynamicTest.dynamicTest("law", law::run));
  }
}

package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.Layout;
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
  private static final Law MANY_BLOCKS = Laws::aThousandBlocksAreAsGoodAsOne;
  private static final Law EMPTINESS = laws -> one(laws::nothingIsEmptyAndSomethingIsNot);
  private static final Law EMPTY_VALUE = laws -> one(laws::theEmptyWindowHasItsDocumentedValue);

  /** One law of the kit, over all its samples. */
  private interface Law extends Function<Laws, Stream<DynamicTest>> {}

  /** The laws of a sum of few and small numbers, one of them beyond an int. */
  private static final class Laws extends AggregatorLaws {
    Laws(Function<Layout, Aggregator> aggregator) {
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
            MANY_BLOCKS,
            EMPTINESS,
            EMPTY_VALUE)
        .flatMap(law -> law.apply(new Laws(BrokenSums.Sound::new)));
  }

  @TestFactory
  Stream<DynamicTest> aBrokenAggregateIsCaught() {
    return Stream.of(
        caught(IDENTITY, BrokenSums.NotNeutral::new),
        caught(GROUPING, BrokenSums.NotAssociative::new),
        caught(GROUPING, BrokenSums.NotCommutative::new),
        caught(HOMOMORPHISM, BrokenSums.CountsCombines::new),
        caught(NO_HARM, BrokenSums.MutatesTheOther::new),
        caught(NO_HARM, BrokenSums.SharesWithTheOther::new),
        caught(ROUND_TRIP, BrokenSums.ForgetsWhenEncoded::new),
        caught(TRUNCATION, BrokenSums.ForgivesTruncation::new),
        caught(TRUNCATION, BrokenSums.FailsOtherwise::new),
        caught(FLIPPED_BITS, BrokenSums.ForgivesFlippedBits::new),
        caught(PURITY, BrokenSums.FinishesOnce::new),
        caught(NAIVE_SCAN, BrokenSums.Wrong::new),
        caught(MANY_BLOCKS, BrokenSums.ForgetsBeyondAThousand::new),
        caught(MANY_BLOCKS, BrokenSums.WrongAboutMany::new),
        caught(EMPTINESS, BrokenSums.EmptyByValue::new),
        caught(EMPTY_VALUE, BrokenSums.NullWhenEmpty::new));
  }

  private static DynamicTest caught(Law law, Function<Layout, Aggregator> broken) {
    return DynamicTest.dynamicTest(
        broken.apply(new Layout()).getClass().getSimpleName(),
        () -> assertThat(law.apply(new Laws(broken))).anySatisfy(test -> assertFails(test)));
  }

  private static void assertFails(DynamicTest test) {
    assertThatCode(() -> test.getExecutable().execute()).isInstanceOf(AssertionError.class);
  }

  private static Stream<DynamicTest> one(Runnable law) {
    return Stream.of(DynamicTest.dynamicTest("law", law::run));
  }
}

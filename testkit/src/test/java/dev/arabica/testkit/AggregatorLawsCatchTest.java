package dev.arabica.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.agg.Aggregator;
import dev.arabica.core.agg.Layout;
import dev.arabica.core.agg.StructureAggregator;
import dev.arabica.core.type.Type;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The laws catch an aggregate that breaks them, each of them, and let a sound one pass. */
class AggregatorLawsCatchTest {
  /** The law of each name, and aggregates that break it. */
  private static final Map<String, List<Broken>> BROKEN =
      Map.ofEntries(
          by(
              "combiningWithTheIdentityChangesNothing",
              sum(BrokenSums.NotNeutral::new),
              BrokenWords.CountsTheEmpty::new),
          by(
              "combineIsAssociative",
              sum(BrokenSums.NotAssociative::new),
              BrokenWords.NotAssociative::new),
          by(
              "combineIsCommutative",
              sum(BrokenSums.NotCommutative::new),
              BrokenWords.NotCommutative::new),
          by(
              "addingIsCombiningWithOne",
              sum(BrokenSums.CountsCombines::new),
              BrokenWords.CountsCombines::new),
          by("theOrderOfEventsHasNoMeaning", BrokenWords.WeighsByArrival::new),
          by("whatIsInvertibleCancels", BrokenWords.KeepsTheGreatest::new),
          by("nothingIsEmptyAndSomethingIsNot", sum(BrokenSums.EmptyByValue::new)),
          by("theEmptyWindowHasItsDocumentedValue", sum(BrokenSums.NullWhenEmpty::new)),
          by(
              "combineLeavesItsSecondArgumentAlone",
              sum(BrokenSums.MutatesTheOther::new),
              sum(BrokenSums.SharesWithTheOther::new),
              BrokenWords.TakesFromTheOther::new),
          by("copiesAreIndependent", sum(BrokenSums.SharesWithTheOther::new)),
          by("aClearedRepIsAsNew", BrokenWords.RemembersTheRep::new),
          by("repsKeepNothingOfEachOther", BrokenWords.WritesLater::new),
          by("onlyItsOwnPlacesAreWritten", BrokenWords.TakesAPlaceTooMany::new),
          by(
              "finishingChangesNothing",
              sum(BrokenSums.FinishesOnce::new),
              BrokenWords.FinishesOnce::new),
          by(
              "readingWritesNothing",
              sum(BrokenSums.TidiesWhenEncoded::new),
              BrokenWords.TidiesWhenEncoded::new),
          by("severalThreadsMayRead", BrokenWords.EncodesByWayOfItself::new),
          by(
              "bytesRoundTrip",
              sum(BrokenSums.ForgetsWhenEncoded::new),
              BrokenWords.ForgetsWhenEncoded::new),
          by(
              "combiningWithBytesIsCombiningWithTheirRep",
              sum(BrokenSums.CombinesBytesOtherwise::new),
              BrokenWords.DecodesOver::new),
          by("bytesAreNotHeldOnTo", sum(BrokenSums.HoldsOnToBytes::new)),
          by("bytesSayWhereTheyEnd", BrokenWords.ReadsAllThereIs::new),
          by(
              "bytesCutShortAreAnError",
              sum(BrokenSums.ForgivesTruncation::new),
              sum(BrokenSums.FailsOtherwise::new),
              BrokenWords.ReadsAllThereIs::new),
          by("flippedBitsNeverEscapeAsAnotherError", sum(BrokenSums.ForgivesFlippedBits::new)),
          by("anySplitIntoBlocksEqualsTheNaiveScan", sum(BrokenSums.Wrong::new)),
          by(
              "anyLadderEqualsTheNaiveScan",
              sum(BrokenSums.Wrong::new),
              BrokenWords.DropsLateEvents::new),
          by(
              "aThousandBlocksAreAsGoodAsOne",
              sum(BrokenSums.ForgetsBeyondAThousand::new),
              sum(BrokenSums.WrongAboutMany::new)),
          by("nullsLeaveNoTrace", in(BrokenPacks.TakesNulls::new)),
          by("filteredRowsLeaveNoTrace", in(BrokenPacks.TakesAll::new)),
          by(
              "notANumberLeavesNoTraceButIsCounted",
              new Broken(BrokenWords.KeepsTheInput::new, PackUnderTest::new),
              in(BrokenPacks.CountsNoNaN::new)),
          by("damagedBytesAreNeverAValue", in(BrokenPacks.ForgivesDamage::new)),
          by("anUnknownVersionIsRefused", in(BrokenPacks.ReadsAnyVersion::new)));

  /** An aggregate in a pack, one of which is broken. */
  private record Broken(
      Function<Layout, Aggregator> aggregator, Function<Signature, PackUnderTest> pack) {
    String name() {
      Aggregator made = aggregator.apply(new Layout());
      Signature signature = new Signature(aggregator, Type.FLOAT64, null, Type.INT64);
      Object code = made instanceof StructureAggregator<?> keeping ? keeping.code() : made;
      return (code == made ? "" : "structure ")
          + code.getClass().getSimpleName()
          + " in "
          + pack.apply(signature).getClass().getSimpleName();
    }
  }

  private static Function<Layout, Aggregator> sum(Supplier<BrokenSums.Sound> made) {
    return layout -> new StructureAggregator<>(layout, made.get());
  }

  @SafeVarargs
  private static Map.Entry<String, List<Broken>> by(
      String law, Function<Layout, Aggregator>... broken) {
    List<Broken> all = new ArrayList<>();
    for (Function<Layout, Aggregator> aggregator : broken) {
      all.add(new Broken(aggregator, PackUnderTest::new));
    }
    return Map.entry(law, all);
  }

  private static Map.Entry<String, List<Broken>> by(String law, Broken... broken) {
    return Map.entry(law, List.of(broken));
  }

  private static Broken in(Function<Signature, PackUnderTest> pack) {
    return new Broken(BrokenWords.Sound::new, pack);
  }

  /** The laws of a sum of few and small numbers, one of them beyond an int. */
  private static AggregatorLaws lawsOf(Broken broken) {
    return new AggregatorLaws(broken.aggregator, Type.FLOAT64, Type.INT64, "0") {
      @Override
      PackUnderTest pack(Signature its) {
        return broken.pack.apply(its);
      }

      @Override
      protected boolean isInvertible() {
        return true;
      }

      @Override
      protected List<Object> values() {
        return List.of(0.0, 7.0, -2.0, 0x1p40);
      }

      @Override
      protected Outcome expected(List<Sample> samples) {
        return Outcome.of(samples.stream().mapToLong(s -> ((Double) s.value()).longValue()).sum());
      }
    };
  }

  private static List<Method> laws() {
    return Arrays.stream(AggregatorLaws.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .toList();
  }

  @Test
  void everyLawHasABrokenAggregate() {
    Set<String> names = laws().stream().map(Method::getName).collect(Collectors.toSet());
    assertThat(BROKEN.keySet()).isEqualTo(names);
  }

  @TestFactory
  Stream<DynamicTest> aSoundAggregatePasses() {
    return Stream.<Function<Layout, Aggregator>>of(
            sum(BrokenSums.Sound::new), BrokenWords.Sound::new)
        .flatMap(
            sound ->
                laws().stream()
                    .map(
                        law ->
                            DynamicTest.dynamicTest(
                                law.getName(),
                                () -> obey(law, new Broken(sound, PackUnderTest::new)))));
  }

  @TestFactory
  Stream<DynamicTest> aBrokenAggregateIsCaught() {
    return laws().stream()
        .flatMap(
            law ->
                BROKEN.get(law.getName()).stream()
                    .map(
                        broken ->
                            DynamicTest.dynamicTest(
                                law.getName() + ": " + broken.name(),
                                () ->
                                    assertThatCode(() -> obey(law, broken))
                                        .isInstanceOf(AssertionError.class))));
  }

  private static void obey(Method law, Broken broken) throws Throwable {
    try {
      law.invoke(lawsOf(broken));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Test
  void aFailureTellsHowToSeeItAgain() {
    AggregatorLaws laws = lawsOf(new Broken(BrokenWords.NotAssociative::new, PackUnderTest::new));
    assertThatThrownBy(laws::combineIsAssociative)
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "(?s)-Dtest='AggregatorLawsCatchTest\\$\\d#combineIsAssociative'"
                + " -Dlaws\\.seed=-?\\d+: samples of \\[\\d+, \\d+, \\d+] events: .*beside.*");
  }
}

package dev.arabica.reference;

import static dev.arabica.reference.World.Spec.of;
import static dev.arabica.reference.World.at;
import static dev.arabica.reference.World.column;
import static dev.arabica.reference.World.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window.Anchor;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of the contract, each by an example small enough to check by hand. */
final class WorkedExamplesTest {
  private static final Optional<SourcePlan.Dedup> NO_DEDUP = Optional.empty();

  @Test
  void sixHoursAskedAt161005WithWatermark1605CoverFrom1010To1605() {
    List<Event> events =
        List.of(
            view("10:09:59.999999", 1),
            view("10:10:00", 10),
            view("16:04:59.999999", 100),
            view("16:05:00", 1000),
            view("16:09:00", 10000));
    ReferenceEngine engine = engine(events, of("sum", "n", "6h"));
    assertThat(value(engine, "16:10:05", "16:05:00")).isEqualTo(110L);
    assertThat(value(engine, "16:10:05", null)).isEqualTo(11110L);
  }

  @Test
  void theWatermarkIsRoundedDownToABlock() {
    ReferenceEngine engine = engine(List.of(view("16:06:00", 1)), of("count", null, "1h"));
    assertThat(value(engine, "16:20:00", "16:09:59")).isEqualTo(0L);
    assertThat(value(engine, "16:20:00", "16:10:00")).isEqualTo(1L);
  }

  @Test
  void theStepRoundsTheFarEdgeDown() {
    List<Event> events = List.of(view("09:00:00", 1), view("09:55:00", 10));
    ReferenceEngine engine = engine(events, of("sum", "n", "6h"), of("sum", "n", "6h").step("1h"));
    assertThat(value(engine, 0, "15:58:00", null)).isEqualTo(10L);
    assertThat(value(engine, 1, "15:58:00", null)).isEqualTo(11L);
  }

  @Test
  void theAnchorSaysWhatTheFarEdgeIsMeasuredFrom() {
    List<Event> events = List.of(view("15:02:00", 1), view("15:32:00", 10));
    ReferenceEngine engine =
        engine(events, of("sum", "n", "1h"), of("sum", "n", "1h").anchored(Anchor.WATERMARK));
    assertThat(value(engine, 0, "16:30:00", "16:00:00")).isEqualTo(10L);
    assertThat(value(engine, 1, "16:30:00", "16:00:00")).isEqualTo(11L);
  }

  @Test
  void aWatermarkThatLagsByMoreThanTheWindowIsStale() {
    List<Event> events = List.of(view("14:00:00", 1));
    ReferenceEngine engine =
        engine(events, of("count", null, "1h"), of("count", null, "1h").anchored(Anchor.WATERMARK));
    assertThat(feature(engine, 0, "u", at("16:00:00"), at("15:00:00")))
        .isEqualTo(FeatureValue.none(FeatureStatus.STALE));
    assertThat(value(engine, 0, "16:00:00", "15:05:00")).isEqualTo(0L);
    assertThat(value(engine, 1, "16:00:00", "15:00:00")).isEqualTo(1L);
  }

  @Test
  void aRowWithoutTimeOrKeyIsNullAndSaysWhy() {
    ReferenceEngine engine = engine(List.of(), of("count", null, "1h"));
    assertThat(feature(engine, 0, "u", null, null))
        .isEqualTo(FeatureValue.none(FeatureStatus.NO_TIME));
    assertThat(feature(engine, 0, null, at("16:00:00"), null))
        .isEqualTo(FeatureValue.none(FeatureStatus.NULL_KEY));
  }

  @Test
  void emptyWindowsHaveTheirDocumentedValues() {
    ReferenceEngine engine =
        engine(
            List.of(),
            of("count", null, "1h"),
            of("sum", "n", "1h"),
            of("sum", "price", "1h"),
            of("avg", "n", "1h"),
            of("min", "text", "1h"),
            of("max", "price", "1h"),
            of("last", "text", "1h"),
            of("last_n", "text", "1h"),
            of("approx_distinct", "text", "1h"));
    assertThat(values(engine, 9, "16:00:00"))
        .isEqualTo(Arrays.asList(0L, 0L, 0.0, null, null, null, null, List.of(), 0L));
  }

  @Test
  void variancesAreThoseOfATextbook() {
    List<Event> events = new ArrayList<>();
    for (long n : new long[] {2, 4, 4, 4, 5, 5, 7, 9}) {
      events.add(event("15:30:00", "u", n, n + 0.5, "t" + events.size(), events.size()));
    }
    ReferenceEngine engine =
        engine(
            events,
            of("variance", "n", "1h"),
            of("stddev", "price", "1h"),
            of("var_pop", "price", "1h"),
            of("stddev_pop", "n", "1h"));
    assertThat(values(engine, 4, "16:00:00"))
        .isEqualTo(List.of(32.0 / 7, Math.sqrt(32.0 / 7), 4.0, 2.0));
    ReferenceEngine ofOne =
        engine(events.subList(0, 1), of("variance", "n", "1h"), of("stddev_pop", "n", "1h"));
    assertThat(values(ofOne, 2, "16:00:00")).isEqualTo(Arrays.asList(null, 0.0));
  }

  @Test
  void firstGoesByTheSameOrderAsLast() {
    List<Event> events =
        List.of(
            event("15:31:00", "u", 2L, null, "b", 2),
            event("15:30:00", "u", 4L, null, "d", 9),
            event("15:30:00", "u", 3L, null, "c", 4),
            event("15:29:00", "u", null, null, null, 5));
    ReferenceEngine engine = engine(events, of("first", "n", "1h"), of("first_n", "text", "1h"));
    assertThat(values(engine, 2, "16:00:00")).isEqualTo(List.of(3L, List.of("c", "d", "b")));
  }

  @Test
  void aDefaultReplacesTheValueOfAnEmptyWindowOnly() {
    List<Event> events = List.of(event("15:30:00", "u", 5L, Double.NaN, null, 1));
    ReferenceEngine engine =
        engine(
            events,
            of("sum", "n", "1h").byDefault(Type.INT64, -1L),
            of("count", "text", "1h").byDefault(Type.NULL, null),
            of("sum", "price", "1h").byDefault(Type.INT64, 7L),
            of("avg", "price", "1h").byDefault(Type.FLOAT64, 0.5));
    assertThat(values(engine, 4, "16:00:00")).isEqualTo(Arrays.asList(5L, null, 7.0, 0.5));
  }

  @Test
  void nullsAreSkippedNeverCountedAsZero() {
    List<Event> events =
        List.of(
            event("15:30:00", "u", null, 1.0, "a", 1),
            event("15:31:00", "u", 4L, Double.NaN, null, 2),
            event("15:32:00", "u", null, null, null, 3));
    ReferenceEngine engine =
        engine(
            events,
            of("count", null, "1h"),
            of("count", "n", "1h"),
            of("avg", "n", "1h"),
            of("count", "price", "1h"),
            of("last", "text", "1h"));
    assertThat(values(engine, 5, "16:00:00")).isEqualTo(Arrays.asList(3L, 1L, 4.0, 1L, "a"));
  }

  @Test
  void anEventWithoutAKeyCountsForNobody() {
    ReferenceEngine engine =
        engine(List.of(event("15:30:00", null, 1L, null, null, 1)), of("count", null, "1h"));
    assertThat(value(engine, "16:00:00", null)).isEqualTo(0L);
  }

  @Test
  void aFilterThatIsNullIsFalse() {
    Expr positive =
        Expr.Call.of(Function.GREATER, List.of(column("n"), new Expr.Literal(Type.INT64, 0L)));
    List<Event> events =
        List.of(
            view("15:30:00", 1), view("15:31:00", -1), event("15:32:00", "u", null, null, null, 9));
    ReferenceEngine engine = engine(events, of("count", null, "1h").where(positive));
    assertThat(value(engine, "16:00:00", null)).isEqualTo(1L);
  }

  @Test
  void lastGoesByEventTimeThenEventIdNeverByArrival() {
    List<Event> events =
        Arrays.asList(
            event("15:31:00", "u", 1L, null, "tie, greater id", 8),
            event("15:31:00", "u", 1L, null, "tie, lesser id", 7),
            event("15:32:00", "u", 1L, null, null, 1),
            event("15:30:00", "u", 1L, null, "oldest", 9),
            event("15:30:30", "u", 1L, null, "older", 2));
    for (int i = 0; i < 2; i++) {
      ReferenceEngine engine = engine(events, of("last", "text", "1h"), of("last_n", "text", "1h"));
      assertThat(values(engine, 2, "16:00:00"))
          .isEqualTo(
              List.of("tie, greater id", List.of("tie, greater id", "tie, lesser id", "older")));
      Collections.reverse(events);
    }
  }

  @Test
  void sumsThatDoNotFitOverflowAndAveragesDoNot() {
    List<Event> events =
        List.of(
            event("15:30:00", "u", Long.MAX_VALUE, Double.MAX_VALUE, null, 1),
            event("15:31:00", "u", Long.MAX_VALUE, Double.MAX_VALUE, null, 2));
    ReferenceEngine engine =
        engine(
            events,
            of("sum", "n", "1h"),
            of("sum", "price", "1h"),
            of("avg", "n", "1h"),
            of("avg", "price", "1h"));
    FeatureValue overflow = FeatureValue.none(FeatureStatus.OVERFLOW);
    assertThat(feature(engine, 0, "u", at("16:00:00"), null)).isEqualTo(overflow);
    assertThat(feature(engine, 1, "u", at("16:00:00"), null)).isEqualTo(overflow);
    assertThat(value(engine, 2, "16:00:00", null)).isEqualTo(0x1p63);
    assertThat(value(engine, 3, "16:00:00", null)).isEqualTo(Double.MAX_VALUE);
  }

  @Test
  void floatSumsAreRoundedOnce() {
    List<Event> events =
        List.of(
            event("15:30:00", "u", null, 1e300, null, 1),
            event("15:31:00", "u", null, 1e-300, null, 2),
            event("15:32:00", "u", null, -1e300, null, 3));
    assertThat(value(engine(events, of("sum", "price", "1h")), "16:00:00", null)).isEqualTo(1e-300);
  }

  @Test
  void duplicatesShareKeyAndIntervalAndTheEarliestWins() {
    SourcePlan.Dedup dedup =
        new SourcePlan.Dedup(List.of(column("text")), Instants.MICROS_PER_HOUR);
    List<Event> events =
        List.of(
            event("14:30:00", "u", 10L, null, "a", 5),
            event("14:10:00", "u", 1L, null, "a", 5),
            event("15:00:00", "u", 100L, null, "a", 5),
            event("14:10:00", "u", 1000L, null, null, 6),
            event("14:10:00", "u", 1000L, null, null, 7));
    Plan plan = World.plan(Optional.of(dedup), of("sum", "n", "6h"));
    ReferenceEngine engine = new ReferenceEngine(plan, Map.of(World.SOURCE, events));
    assertThat(value(engine, "16:00:00", null)).isEqualTo(2101L);
  }

  @Test
  void distinctCountsTellManyApart() {
    List<Event> events = new java.util.ArrayList<>();
    for (int i = 0; i < 512; i++) {
      events.add(event("15:30:00", "u", i % 256L, null, "t" + i, i));
    }
    ReferenceEngine engine =
        engine(events, of("approx_distinct", "n", "1h"), of("approx_distinct", "text", "1h"));
    assertThat(value(engine, 0, "16:00:00", null)).isEqualTo(256L);
    assertThat((Long) value(engine, 1, "16:00:00", null)).isBetween(480L, 545L);
  }

  private static Event view(String time, long n) {
    return event(time, "u", n, null, null, at(time));
  }

  private static ReferenceEngine engine(List<Event> events, World.Spec... specs) {
    return new ReferenceEngine(World.plan(NO_DEDUP, specs), Map.of(World.SOURCE, events));
  }

  private static Object value(ReferenceEngine engine, String time, String watermark) {
    return value(engine, 0, time, watermark);
  }

  private static Object value(ReferenceEngine engine, int feature, String time, String watermark) {
    FeatureValue value =
        feature(engine, feature, "u", at(time), watermark == null ? null : at(watermark));
    assertThat(value.status()).isEqualTo(FeatureStatus.OK);
    return value.value();
  }

  private static List<Object> values(ReferenceEngine engine, int count, String time) {
    Object[] values = new Object[count];
    Arrays.setAll(values, i -> value(engine, i, time, null));
    return Arrays.asList(values);
  }

  private static FeatureValue feature(
      ReferenceEngine engine, int feature, String user, Long time, Long watermark) {
    return engine.value(
        World.GROUP, "f" + feature, Collections.singletonList(user), time, watermark);
  }
}

package dev.arabica.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every aggregate of the table that has more than a few words of meaning, by hand. */
final class NaiveAggregateTest {
  private static final long HOUR = 3_600_000_000L;
  private static final Type MONEY = new Type.DecimalType(18, 2);

  @Test
  void decimalsAddUpExactlyAndRoundOnlyInAnAverage() {
    assertThat(value("sum", MONEY, List.of(money("0.10"), money("0.20")))).isEqualTo(money("0.30"));
    assertThat(value("avg", MONEY, List.of(money("0.10"), money("0.25")))).isEqualTo(0.175);
    assertThat(value("min", MONEY, List.of(money("9.00"), money("10.00"))))
        .isEqualTo(money("9.00"));
    assertThat(value("var_pop", MONEY, List.of(money("1.00"), money("3.00")))).isEqualTo(1.0);
    BigDecimal large = new BigDecimal("99999999999999999999999999999999999999");
    assertThat(over("sum", new Type.DecimalType(38, 0), List.of(large, BigDecimal.ONE)))
        .isEqualTo(FeatureValue.none(FeatureStatus.OVERFLOW));
  }

  @Test
  void anEmptyWindowHasTheValueOfTheTable() {
    assertThat(value("distinct_count", Type.STRING, List.of())).isEqualTo(0L);
    assertThat(value("approx_quantile", Type.INT64, List.of(), "q", 0.5)).isNull();
    assertThat(value("approx_quantiles", Type.INT64, List.of(), "q", List.of(0.5))).isNull();
    assertThat(value("histogram", Type.INT64, List.of(), "edges", List.of(1.0, 2.0)))
        .isEqualTo(List.of(0L, 0L, 0L));
    assertThat(value("count_by", Type.STRING, List.of(), "categories", 2L)).isEqualTo(Map.of());
    assertThat(value("top_k", Type.STRING, List.of(), "k", 2L)).isEqualTo(List.of());
    assertThat(value("decayed_sum", Type.INT64, List.of(), "half_life", HOUR)).isEqualTo(0.0);
    assertThat(value("vector_sum", new Type.VectorType(2), List.of())).isNull();
    assertThat(value("vector_avg", new Type.VectorType(2), List.of())).isNull();
  }

  @Test
  void distinctCountIsExactHoweverManyThereAre() {
    List<Object> values = new ArrayList<>();
    IntStream.range(0, 5_000).forEach(i -> values.add("v" + i % 2_500));
    assertThat(value("distinct_count", Type.STRING, values, "exact", 1_000L)).isEqualTo(2_500L);
  }

  @Test
  void quantilesAreTheValueAtTheRankBelow() {
    List<Object> values = List.of(40L, 10L, 30L, 20L);
    assertThat(value("approx_quantile", Type.INT64, values, "q", 0.0)).isEqualTo(10.0);
    assertThat(value("approx_quantile", Type.INT64, values, "q", 0.5)).isEqualTo(20.0);
    assertThat(value("approx_quantile", Type.INT64, values, "q", 1.0)).isEqualTo(40.0);
    assertThat(value("approx_quantiles", Type.INT64, values, "q", List.of(0.34, 0.99)))
        .isEqualTo(List.of(20.0, 30.0));
    assertThat(value("approx_quantile", MONEY, List.of(money("2.50")), "q", 0.9)).isEqualTo(2.5);
  }

  @Test
  void aQuantileIsTheDecimalThatItIsWrittenAs() {
    List<Object> values = new ArrayList<>();
    IntStream.range(0, 101).forEach(i -> values.add((long) i));
    // As floats, 0.29 * 100 is a little below 29.
    assertThat(value("approx_quantile", Type.INT64, values, "q", 0.29)).isEqualTo(29.0);
  }

  @Test
  void aValueOnAnEdgeIsInTheBinAboveIt() {
    List<Double> edges = List.of(0.0, 10.0);
    assertThat(value("histogram", Type.INT64, List.of(-1L, 0L, 9L, 10L, 11L), "edges", edges))
        .isEqualTo(List.of(1L, 2L, 2L));
    List<Object> infinite = List.of(Double.NEGATIVE_INFINITY, 0.0, Double.POSITIVE_INFINITY);
    assertThat(value("histogram", Type.FLOAT64, infinite, "edges", edges))
        .isEqualTo(List.of(1L, 1L, 1L));
    List<Object> large = List.of((1L << 53) + 1, 1L << 53);
    assertThat(value("histogram", Type.INT64, large, "edges", List.of(0x1p53 + 2)))
        .isEqualTo(List.of(2L, 0L));
  }

  @Test
  void categoriesBeyondTheLimitShareAnEntry() {
    List<Object> colours = List.of("red", "green", "blue", "red", "blue", "red");
    Map<String, Long> all = new LinkedHashMap<>(Map.of("red", 3L, "green", 1L, "blue", 2L));
    assertThat(value("count_by", Type.STRING, colours, "categories", 3L)).isEqualTo(all);
    List<String> byHash =
        all.keySet().stream()
            .sorted(Comparator.comparing(NaiveAggregateTest::hash, Long::compareUnsigned))
            .toList();
    Map<String, Long> limited =
        Map.of(byHash.get(0), all.get(byHash.get(0)), "other", 6 - all.get(byHash.get(0)));
    assertThat(value("count_by", Type.STRING, colours, "categories", 1L)).isEqualTo(limited);
  }

  /** XXH3 of the canonical bytes: of a short string its length and its UTF-8. */
  private static long hash(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[utf8.length + 1];
    bytes[0] = (byte) utf8.length;
    System.arraycopy(utf8, 0, bytes, 1, utf8.length);
    return Hashing.xxh3_64().hashBytesToLong(bytes);
  }

  @Test
  void valuesByCategory() {
    List<Object> values = List.of(1L, 2L, 5L);
    List<Object> colours = List.of("b", "a", "b");
    assertThat(by("sum_by", values, colours, 9L)).isEqualTo(Map.of("a", 2L, "b", 6L));
    assertThat(by("avg_by", values, colours, 9L)).isEqualTo(Map.of("a", 2.0, "b", 3.0));
    assertThat(by("max_by", values, colours, 9L)).isEqualTo(Map.of("a", 2L, "b", 5L));
    assertThat(((Map<?, ?>) by("max_by", values, colours, 9L)).keySet().toString())
        .as("sorted")
        .isEqualTo("[a, b]");
    assertThat(by("sum_by", values, List.of("other", "x", "y"), 0L)).isEqualTo(Map.of("other", 8L));
  }

  @Test
  void aCategoryIsNamedByItsText() {
    FeatureValue value =
        aggregate("count_by", Type.BOOL, null, Map.of("categories", 9L))
            .over(inputs(List.of(true, false, true), null));
    assertThat(value.value()).isEqualTo(Map.of("false", 1L, "true", 2L));
  }

  @Test
  void anEntryThatDoesNotFitLeavesNone() {
    FeatureValue value =
        aggregate("sum_by", Type.INT64, Type.STRING, Map.of("categories", 9L))
            .over(inputs(List.of(Long.MAX_VALUE, 1L, 1L), List.of("a", "a", "b")));
    assertThat(value).isEqualTo(FeatureValue.none(FeatureStatus.OVERFLOW));
  }

  @Test
  void theMostFrequentComeFirstAndOfEquallyFrequentTheLeast() {
    assertThat(value("top_k", Type.STRING, List.of("c", "b", "a", "c", "b", "d"), "k", 3L))
        .isEqualTo(List.of(List.of("b", 2L), List.of("c", 2L), List.of("a", 1L)));
  }

  @Test
  void theNewestOfEachKeyAndTheGreatestByValue() {
    List<Object> values = List.of("a1", "b1", "a2", "c1");
    assertThat(by("last_distinct_n", Type.STRING, values, List.of("a", "b", "a", "c"), 2L))
        .isEqualTo(List.of("c1", "a2"));
    List<Object> scores = List.of("5", "9", "5", "1");
    assertThat(by("top_n", Type.STRING, values, scores, 3L))
        .as("of equal ones the newest first")
        .isEqualTo(List.of("b1", "a2", "a1"));
    assertThat(by("bottom_n", Type.STRING, values, scores, 3L))
        .isEqualTo(List.of("c1", "a2", "a1"));
  }

  @Test
  void valuesLoseHalfOfTheirWeightWithEveryHalfLife() {
    List<Inputs.Input> inputs =
        List.of(
            new Inputs.Input(0, new EventId(0, 0), 8L, Inputs.Input.NONE),
            new Inputs.Input(HOUR, new EventId(0, 1), 2L, Inputs.Input.NONE));
    Inputs at = new Inputs(inputs, 2 * HOUR);
    assertThat(aggregate("decayed_sum", Type.INT64, null, Map.of("half_life", HOUR)).over(at))
        .isEqualTo(FeatureValue.ok(8 / 4.0 + 2 / 2.0));
    assertThat(aggregate("decayed_count", null, null, Map.of("half_life", HOUR)).over(at))
        .isEqualTo(FeatureValue.ok(0.75));
  }

  @Test
  void vectorsAreAddedComponentByComponent() {
    Type type = new Type.VectorType(2);
    List<Object> vectors =
        List.of(new float[] {1e8f, 1}, new float[] {3, 2}, new float[] {-1e8f, 6});
    assertThat((float[]) value("vector_sum", type, vectors)).containsExactly(3f, 9f);
    assertThat((float[]) value("vector_avg", type, vectors)).containsExactly(1f, 3f);
    List<Object> large = List.of(new float[] {Float.MAX_VALUE, 0}, new float[] {1e38f, 0});
    assertThat(over("vector_sum", type, large).status()).isEqualTo(FeatureStatus.OVERFLOW);
    assertThat(((float[]) value("vector_avg", type, large))[0])
        .isEqualTo((float) ((Float.MAX_VALUE + (double) 1e38f) / 2));
  }

  private static Object value(String function, Type type, List<?> values, Object... parameter) {
    FeatureValue value = over(function, type, values, parameter);
    assertThat(value.status()).isEqualTo(FeatureStatus.OK);
    return value.value();
  }

  private static FeatureValue over(
      String function, Type type, List<?> values, Object... parameter) {
    Map<String, Object> parameters =
        parameter.length == 0 ? Map.of() : Map.of((String) parameter[0], parameter[1]);
    return aggregate(function, type, null, parameters).over(inputs(values, null));
  }

  private static Object by(String function, List<?> values, List<?> by, long categories) {
    return aggregate(function, Type.INT64, Type.STRING, Map.of("categories", categories))
        .over(inputs(values, by))
        .value();
  }

  private static Object by(String function, Type type, List<?> values, List<?> by, long n) {
    return aggregate(function, type, Type.STRING, Map.of("n", n)).over(inputs(values, by)).value();
  }

  private static NaiveAggregate aggregate(
      String function, Type type, Type by, Map<String, Object> parameters) {
    return new NaiveAggregate(
        new GroupPlan.Aggregate(
            "id",
            "a",
            function,
            Optional.ofNullable(type).map(t -> new Expr.Column("x", t)),
            Optional.ofNullable(by).map(t -> new Expr.Column("by", t)),
            Optional.empty(),
            parameters));
  }

  /** In the order of time. */
  private static Inputs inputs(List<?> values, List<?> by) {
    List<Inputs.Input> inputs = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Object other = by == null ? Inputs.Input.NONE : by.get(i);
      inputs.add(new Inputs.Input(i, new EventId(0, i), values.get(i), other));
    }
    return new Inputs(inputs, values.size());
  }

  private static BigDecimal money(String text) {
    return new BigDecimal(text);
  }
}

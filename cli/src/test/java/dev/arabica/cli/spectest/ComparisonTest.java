package dev.arabica.cli.spectest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
  private static final Type ITEM =
      new Type.StructType(
          List.of(
              new Type.Field("id", Type.STRING, true), new Type.Field("x", Type.FLOAT64, true)));
  private static final Type ITEMS = new Type.ListType(ITEM);

  @Test
  void numbersAreEqualOrWithin() {
    assertThat(difference(Type.FLOAT64, 0.3, 0.3)).isEmpty();
    assertThat(difference(Type.FLOAT64, 0.3, 0.4)).hasValue("");
    assertThat(within(0.1, Type.FLOAT64, 0.3, 0.4)).as("as written, not as stored").isEmpty();
    assertThat(within(0.1, Type.FLOAT64, 0.3, 0.41)).hasValue("");
    assertThat(within(2, Type.INT64, Long.MAX_VALUE, Long.MAX_VALUE - 2)).isEmpty();
    assertThat(within(2, Type.INT64, Long.MAX_VALUE, Long.MAX_VALUE - 3)).hasValue("");
    assertThat(within(1, Type.FLOAT64, Double.POSITIVE_INFINITY, 1.0)).hasValue("");
    assertThat(difference(Type.FLOAT64, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY))
        .isEmpty();
    assertThat(difference(Type.FLOAT32, 0.1, (double) 0.1f)).as("as a float32").isEmpty();
    Type money = new Type.DecimalType(9, 2);
    assertThat(difference(money, new BigDecimal("1.50"), new BigDecimal("1.50"))).isEmpty();
    assertThat(within(0.01, money, new BigDecimal("1.50"), new BigDecimal("1.51"))).isEmpty();
  }

  @Test
  void nullIsNullAndNothingElse() {
    assertThat(difference(Type.INT64, null, null)).isEmpty();
    assertThat(difference(Type.INT64, null, 0L)).hasValue("");
    assertThat(difference(Type.INT64, 0L, null)).hasValue("");
  }

  @Test
  void aNestedDifferenceIsPlaced() {
    List<Object> a = List.of("a", 1.0);
    List<Object> b = List.of("b", 2.0);
    assertThat(difference(ITEMS, List.of(a, b), List.of(a, b))).isEmpty();
    assertThat(difference(ITEMS, List.of(a, b), List.of(a, List.of("b", 2.5)))).hasValue("[1].x");
    assertThat(within(0.5, ITEMS, List.of(a, b), List.of(a, List.of("b", 2.5)))).isEmpty();
    assertThat(difference(ITEMS, List.of(a), List.of(a, b))).hasValue("[1]");
    assertThat(difference(ITEMS, Arrays.asList(a, null), List.of(a, b))).hasValue("[1]");
    assertThat(difference(new Type.VectorType(2), new float[] {1, 2}, new float[] {1, 3}))
        .hasValue("[1]");
  }

  @Test
  void mapsAreComparedByKey() {
    Type counts = new Type.MapType(Type.STRING, Type.INT64);
    assertThat(difference(counts, Map.of("a", 1L), Map.of("a", 1L))).isEmpty();
    assertThat(difference(counts, Map.of("a", 1L), Map.of("a", 2L))).hasValue("[\"a\"]");
    assertThat(difference(counts, Map.of("a", 1L), Map.of())).hasValue("[\"a\"]");
    assertThat(difference(counts, Map.of(), Map.of("b", 1L))).hasValue("[\"b\"]");
  }

  private static Optional<String> difference(Type type, Object expected, Object actual) {
    return new Comparison(Optional.empty()).difference(type, expected, actual);
  }

  private static Optional<String> within(double off, Type type, Object expected, Object actual) {
    return new Comparison(Optional.of(off)).difference(type, expected, actual);
  }
}

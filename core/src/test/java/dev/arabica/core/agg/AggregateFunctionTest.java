package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.UnsupportedPlanException;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AggregateFunctionTest {
  private static final Type DECIMAL = new Type.DecimalType(9, 2);
  private static final Map<String, Type> TYPES = types();

  private static Map<String, Type> types() {
    Map<String, Type> types = new HashMap<>();
    Arrays.stream(Type.Scalar.values()).forEach(type -> types.put(type.toString(), type));
    types.put(DECIMAL.toString(), DECIMAL);
    types.put("vector<float32, 4>", new Type.VectorType(4));
    types.put("list<int64>", new Type.ListType(Type.INT64));
    types.put("none", null);
    return types;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "count            | none               | int64",
        "count            | vector<float32, 4> | int64",
        "sum              | int32              | int64",
        "sum              | float32            | float64",
        "sum              | decimal(9, 2)      | decimal(38, 2)",
        "sum              | string             | ",
        "avg              | decimal(9, 2)      | float64",
        "min              | decimal(9, 2)      | decimal(9, 2)",
        "max              | date               | date",
        "max              | bool               | ",
        "first            | vector<float32, 4> | vector<float32, 4>",
        "last_n           | list<int64>        | list<list<int64>>",
        "last_n           | none               | ",
        "last_distinct_n  | string             | list<string>",
        "top_n            | string             | list<string>",
        "bottom_n         | null               | ",
        "any              | int64              | ",
        "distinct_count   | decimal(9, 2)      | int64",
        "distinct_count   | float64            | ",
        "approx_distinct  | timestamp          | int64",
        "approx_quantile  | int32              | float64",
        "approx_quantiles | decimal(9, 2)      | list<float64>",
        "histogram        | float32            | list<int64>",
        "histogram        | string             | ",
        "count_by         | date               | map<string, int64>",
        "count_by         | timestamp          | ",
        "count_by         | none               | ",
        "sum_by           | int32              | map<string, int64>",
        "sum_by           | decimal(9, 2)      | map<string, decimal(38, 2)>",
        "avg_by           | int32              | map<string, float64>",
        "max_by           | string             | map<string, string>",
        "top_k            | string             | list<struct<value string, count int64>>",
        "top_k            | vector<float32, 4> | ",
        "decayed_sum      | int64              | float64",
        "decayed_sum      | none               | ",
        "decayed_count    | none               | float64",
        "decayed_count    | int64              | ",
        "vector_sum       | vector<float32, 4> | vector<float32, 4>",
        "vector_avg       | list<int64>        | ",
      })
  void givesAType(String function, String input, String result) {
    assertThat(TYPES).containsKey(input);
    Type type = AggregateFunction.named(function).resultType(TYPES.get(input));
    assertThat(type == null ? null : type.toString()).isEqualTo(result);
  }

  @ParameterizedTest
  @CsvSource({
    "top_n, 'decimal(9, 2)', true",
    "top_n, bool, false",
    "last_distinct_n, bool, true",
    "last_distinct_n, float64, false",
    "sum_by, int32, true",
    "sum_by, timestamp, false",
    "sum, int64, false",
    "count_by, string, false"
  })
  void takesABy(String function, String by, boolean taken) {
    assertThat(AggregateFunction.named(function).takesBy(TYPES.get(by))).isEqualTo(taken);
  }

  @ParameterizedTest
  @EnumSource
  void saysHowItIsCalled(AggregateFunction function) {
    assertThat(function.doc()).startsWith(function.symbol() + "(");
    String call = function.doc().substring(0, function.doc().indexOf(')') + 1);
    for (Parameter parameter : function.signature()) {
      if (parameter.isNamed()) {
        assertThat(call).contains(parameter.name() + " ");
      }
      parameter
          .defaultValue()
          .ifPresent(
              value -> {
                assertThat(parameter.accepts(value)).isTrue();
                assertThat(call).contains(parameter.name() + " " + value);
              });
    }
    assertThat(function.errorBound().isPresent())
        .isEqualTo(function.law() == AggregateFunction.Law.SKETCH);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "last_n           | n          | a whole number from 1 to 10000",
        "distinct_count   | exact      | a whole number from 1 to 100000",
        "approx_quantile  | q          | a number from 0 to 1",
        "approx_quantile  | error      | a number from 0.001 to 0.5",
        "approx_quantiles | q          | a list of 1 to 1000 numbers from 0 to 1",
        "histogram        | edges      | a list of 1 to 1000 numbers, each greater than the one before",
        "decayed_count    | half_life  | a duration from 60s to 3650d",
        "sum_by           | by         | an expression",
      })
  void saysWhatAParameterIs(String function, String name, String expected) {
    assertThat(parameter(function, name).expected()).isEqualTo(expected);
  }

  @Test
  void takesTheValuesOfAParameterAndNoOthers() {
    Parameter n = parameter("last_n", "n");
    assertThat(List.of(1L, 10_000L)).allMatch(n::accepts);
    assertThat(List.of(0L, 10_001L, 1.0, "1", List.of(1L))).noneMatch(n::accepts);
    Parameter q = parameter("approx_quantile", "q");
    assertThat(List.of(0.0, 1.0)).allMatch(q::accepts);
    assertThat(List.of(-0.1, 1.1, Double.NaN, 1L)).noneMatch(q::accepts);
    Parameter qs = parameter("approx_quantiles", "q");
    assertThat(qs.accepts(List.of(0.9, 0.5))).isTrue();
    assertThat(List.of(List.of(), List.of(0.5, 2.0), List.of(1L), 0.5)).noneMatch(qs::accepts);
    Parameter edges = parameter("histogram", "edges");
    assertThat(edges.accepts(List.of(-1.0, 0.0, 1e300))).isTrue();
    assertThat(List.of(List.of(1.0, 1.0), List.of(2.0, 1.0), List.of(Double.NaN)))
        .noneMatch(edges::accepts);
    assertThat(parameter("sum_by", "by").accepts(1L)).isFalse();
  }

  @Test
  void bindsWhatItKnows() {
    assertThat(AggregateFunction.bind(aggregate("sum", Type.INT64), new Layout())).isNotNull();
    assertThat(AggregateFunction.bind(aggregate("sum", DECIMAL), new Layout())).isNotNull();
    assertThatThrownBy(() -> AggregateFunction.bind(aggregate("median", Type.INT64), new Layout()))
        .isInstanceOf(UnsupportedPlanException.class)
        .hasMessageEndingWith("aggregate `x`: no function `median`");
  }

  private static Parameter parameter(String function, String name) {
    return AggregateFunction.named(function).signature().stream()
        .filter(parameter -> parameter.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static GroupPlan.Aggregate aggregate(String function, Type input) {
    return new GroupPlan.Aggregate(
        "id", "x", function, Optional.of(new Expr.Column("x", input)), Optional.empty(), Map.of());
  }
}

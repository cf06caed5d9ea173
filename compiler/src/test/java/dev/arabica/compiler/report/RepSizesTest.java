package dev.arabica.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Parameter;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.type.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Bytes of reps, a version byte included. */
class RepSizesTest {
  private final RepSizes sizes = new RepSizes();

  @Test
  void aCountIsOneByteAndAtMostNine() {
    assertThat(of("count", null)).isEqualTo(new ByteSize(2, 10));
  }

  @Test
  void anIntegerSumHasItsCountAndUpToSixteenBytes() {
    assertThat(of("sum", Type.INT64).greatest()).isEqualTo(1 + 9 + 1 + 16);
  }

  @Test
  void aFloatSumMayHoldEveryDouble() {
    assertThat(of("sum", Type.FLOAT64).greatest()).isBetween(250L, 310L);
    assertThat(of("sum", Type.FLOAT64).typical()).isLessThan(30);
  }

  @Test
  void aSetBecomesASketch() {
    assertThat(of("approx_distinct", Type.STRING).typical()).isEqualTo(1 + 1 + 20 * 8);
    assertThat(of("approx_distinct", Type.STRING).greatest()).isEqualTo(1 + 2 + 4096);
  }

  @Test
  void frequentValuesBecomeASketchWithNames() {
    ByteSize size = sizes.of(aggregate("top_k", Type.STRING, null, Map.of("k", 3L)));
    assertThat(size.typical()).isEqualTo(1 + 1 + 20 * (17 + 1 + 8));
    assertThat(size.greatest()).isEqualTo(1 + 2 + 4096 + 1_000 * (65 + 8));
  }

  @Test
  void aListIsFull() {
    ByteSize hundred = sizes.of(aggregate("last_n", Type.STRING, null, Map.of("n", 100L)));
    ByteSize two = sizes.of(aggregate("last_n", Type.STRING, null, Map.of("n", 2L)));
    assertThat(hundred.greatest()).isEqualTo(1 + 1 + 100 * (24 + 2 + 64));
    assertThat(two.greatest()).isEqualTo(1 + 1 + 2 * (24 + 2 + 64));
    assertThat(hundred.typical()).isEqualTo(1 + 1 + 20 * (24 + 2 + 16));
  }

  @ParameterizedTest
  @EnumSource
  void everyAggregateHasASize(AggregateFunction function) {
    for (Type type : TYPES) {
      if (function.resultType(type) != null) {
        Type by = function.takesBy(Type.STRING) ? Type.STRING : null;
        ByteSize size = sizes.of(aggregate(function.symbol(), type, by, parameters(function)));
        assertThat(size.typical()).isPositive().isLessThanOrEqualTo(size.greatest());
      }
    }
  }

  private static final List<Type> TYPES =
      List.of(
          Type.BOOL,
          Type.INT32,
          Type.INT64,
          Type.FLOAT32,
          Type.FLOAT64,
          Type.STRING,
          Type.BYTES,
          Type.TIMESTAMP,
          Type.DATE,
          new Type.DecimalType(38, 2),
          new Type.ListType(Type.STRING),
          new Type.MapType(Type.STRING, Type.INT64),
          new Type.VectorType(8),
          new Type.StructType(List.of(new Type.Field("a", Type.DATE, true))));

  private static Map<String, Object> parameters(AggregateFunction function) {
    Map<String, Object> parameters = new HashMap<>();
    for (Parameter parameter : function.signature()) {
      if (!parameter.isExpression()) {
        Object value =
            switch (parameter.kind()) {
              case FRACTION -> (Object) parameter.least();
              case NUMBERS, EDGES -> List.of(0.5);
              case DURATION -> (long) parameter.least();
              default -> 5L;
            };
        parameters.put(parameter.name(), parameter.defaultValue().orElse(value));
      }
    }
    return parameters;
  }

  private ByteSize of(String function, Type input) {
    return sizes.of(aggregate(function, input, null, Map.of()));
  }

  private static GroupPlan.Aggregate aggregate(
      String function, Type input, Type by, Map<String, Object> parameters) {
    return new GroupPlan.Aggregate(
        "id", "name", function, column(input), column(by), Optional.empty(), parameters);
  }

  private static Optional<Expr> column(Type type) {
    return Optional.ofNullable(type).map(t -> new Expr.Column("x", t));
  }
}

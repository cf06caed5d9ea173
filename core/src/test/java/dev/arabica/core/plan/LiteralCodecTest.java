package dev.arabica.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.json.Json;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiteralCodecTest {
  private static final Type STRUCT =
      new Type.StructType(
          List.of(
              new Type.Field("raw", Type.BYTES, true), new Type.Field("x", Type.FLOAT64, true)));
  private static final Type.MapType MAP =
      new Type.MapType(Type.DATE, new Type.ListType(Type.STRING));

  @Test
  void constantsOfEveryTypeRoundTrip() {
    check(Type.FLOAT64, Double.NEGATIVE_INFINITY);
    check(new Type.DecimalType(38, 38), new BigDecimal("-0." + "1".repeat(38)));
    check(new Type.ListType(Type.INT64), Arrays.asList(1L, null, Long.MIN_VALUE));
    check(STRUCT, Arrays.asList(new byte[] {0, -1}, Double.NaN));
    check(MAP, Values.map(MAP, Map.of(3L, List.of("a", ""), -1L, List.of())));
    check(new Type.VectorType(2), new float[] {0.1f, Float.NaN});
    check(new Type.ListType(STRUCT), null);
  }

  private static void check(Type type, Object value) {
    String json = Json.canonical(ExprCodec.write(new Expr.Literal(type, value)));
    Expr.Literal read = (Expr.Literal) ExprCodec.read(PlanNode.of(Json.parse(json)));
    assertThat(read.type()).isEqualTo(type);
    assertThat(Values.compareNullsFirst(type, read.value(), value)).as(json).isZero();
    assertThat(Json.canonical(ExprCodec.write(read))).isEqualTo(json);
  }
}

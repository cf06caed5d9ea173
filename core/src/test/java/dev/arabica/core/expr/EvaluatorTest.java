package dev.arabica.core.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final RowType ROW =
      new RowType(
          List.of(
              new Type.Field("a", Type.INT64, true),
              new Type.Field("b", Type.INT64, true),
              new Type.Field("x", Type.FLOAT64, true),
              new Type.Field("s", Type.STRING, true),
              new Type.Field("p", Type.BOOL, true),
              new Type.Field("t", Type.TIMESTAMP, true)));
  private static final Boolean[] THREE = {true, false, null};

  @Test
  void andAndOrFollowSqlsNullLogic() {
    for (Boolean p : THREE) {
      for (Boolean q : THREE) {
        Expr left = literal(Type.BOOL, p);
        Expr right = literal(Type.BOOL, q);
        Boolean and =
            Boolean.FALSE.equals(p) || Boolean.FALSE.equals(q)
                ? Boolean.FALSE
                : p == null || q == null ? null : Boolean.TRUE;
        Boolean or =
            Boolean.TRUE.equals(p) || Boolean.TRUE.equals(q)
                ? Boolean.TRUE
                : p == null || q == null ? null : Boolean.FALSE;
        assertThat(value(call(Function.AND, left, right), row())).isEqualTo(and);
        assertThat(value(call(Function.OR, left, right), row())).isEqualTo(or);
      }
    }
  }

  @Test
  void whatDoesNotFitIsNull() {
    Row row = row();
    row.setLong(0, Long.MAX_VALUE);
    row.setLong(1, 0);
    assertThat(value(call(Function.ADD, column("a"), literal(Type.INT64, 1L)), row)).isNull();
    assertThat(value(call(Function.MULTIPLY, column("a"), column("a")), row)).isNull();
    assertThat(value(call(Function.DIVIDE, column("a"), column("b")), row)).isNull();
    assertThat(value(call(Function.MODULO, column("a"), column("b")), row)).isNull();
    row.setLong(0, Long.MIN_VALUE);
    assertThat(value(call(Function.NEGATE, column("a")), row)).isNull();
    assertThat(value(call(Function.ABS, column("a")), row)).isNull();
  }

  @Test
  void integersWidenBesideFloats() {
    Row row = row();
    row.setLong(0, 3);
    row.setDouble(2, 0.5);
    assertThat(value(call(Function.MULTIPLY, column("a"), column("x")), row)).isEqualTo(1.5);
    assertThat(value(call(Function.GREATER, column("a"), column("x")), row)).isEqualTo(true);
    assertThat(value(call(Function.DIVIDE, column("a"), literal(Type.INT64, 2L)), row))
        .isEqualTo(1.5);
    assertThat(value(call(Function.COALESCE, column("x"), column("a")), row)).isEqualTo(0.5);
  }

  @Test
  void negativeZeroEqualsZero() {
    Row row = row();
    row.setDouble(2, -0.0);
    assertThat(value(call(Function.EQUAL, column("x"), literal(Type.FLOAT64, 0.0)), row))
        .isEqualTo(true);
    assertThat(row.getDouble(2)).isEqualTo(0.0);
  }

  @Test
  void membershipOfNullIsUnknownUnlessFound() {
    Row row = row();
    row.setRef(3, "b");
    Expr in = call(Function.IN, column("s"), literal(Type.STRING, "a"), literal(Type.STRING, null));
    assertThat(value(in, row)).isNull();
    row.setRef(3, "a");
    assertThat(value(in, row)).isEqualTo(true);
  }

  @Test
  void timeFunctionsAreUtc() {
    Row row = row();
    row.setLong(5, dev.arabica.core.time.Instants.parse("1969-12-31T23:30:00Z"));
    assertThat(value(call(Function.HOUR_OF_DAY, column("t")), row)).isEqualTo(23L);
    assertThat(value(call(Function.DAY_OF_WEEK, column("t")), row)).isEqualTo(3L);
    assertThat(value(call(Function.DATE_OF, column("t")), row)).isEqualTo(-1L);
    Expr later = call(Function.ADD, column("t"), call(Function.MINUTES, literal(Type.INT64, 45L)));
    assertThat(value(call(Function.HOUR_OF_DAY, later), row)).isEqualTo(0L);
  }

  @Test
  void aFilterThatIsNullIsFalse() {
    Expr filter = call(Function.GREATER, column("a"), literal(Type.INT64, 1L));
    assertThat(Evaluators.bind(filter, ROW).isTrue(row())).isFalse();
    assertThat(
            value(
                call(Function.IF, filter, literal(Type.INT64, 1L), literal(Type.INT64, 2L)), row()))
        .isEqualTo(2L);
  }

  @Test
  void aStructOfNullsIsAValue() {
    Expr struct = new Expr.Struct(List.of("a", "s"), List.of(column("a"), column("s")));
    assertThat(value(struct, row())).isEqualTo(Arrays.asList(null, null));
    assertThat(value(new Expr.FieldOf(struct, "s"), row())).isNull();
  }

  private static Object value(Expr expr, Row row) {
    return Evaluators.bind(expr, ROW).value(row);
  }

  private static Expr call(Function function, Expr... args) {
    return Expr.Call.of(function, List.of(args));
  }

  private static Expr column(String name) {
    return new Expr.Column(name, ROW.type(ROW.require(name)));
  }

  private static Expr literal(Type type, Object value) {
    return new Expr.Literal(type, value);
  }

  private static Row row() {
    return new Row(ROW);
  }
}

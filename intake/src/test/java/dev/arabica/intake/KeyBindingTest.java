package dev.arabica.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.key.KeyCodec;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class KeyBindingTest {
  private static final RowType ROW_TYPE = Sources.plain().rowType();
  private static final GroupPlan GROUP =
      new GroupPlan(
          "shop.g",
          "shop.events",
          List.of(
              new GroupPlan.Key("user", new Expr.Column("user", Type.STRING)),
              new GroupPlan.Key("id", new Expr.Column("id", Type.INT64))),
          Optional.of(
              Expr.Call.of(
                  Function.GREATER,
                  List.of(new Expr.Column("n", Type.INT32), new Expr.Literal(Type.INT64, 0L)))),
          Ladder.DEFAULT,
          List.of(),
          List.of());

  private final KeyBinding binding = new KeyBinding(GROUP, ROW_TYPE);

  @Test
  void aKeyIsTheCanonicalBytesOfItsColumns() {
    assertThat(binding.keyOf(row("u", 1L)))
        .isEqualTo(KeyCodec.encode(List.of(Type.STRING, Type.INT64), List.of("u", 5L)));
  }

  @Test
  void whatTheFilterLeavesOutHasNoKey() {
    assertThat(binding.keyOf(row("u", 0L))).isNull();
    assertThat(binding.keyOf(row(null, 0L))).isNull();
  }

  @Test
  void aFilterThatIsNullIsFalse() {
    assertThat(binding.keyOf(row("u", null))).isNull();
  }

  @Test
  void aNullKeyColumnIsToldApart() {
    assertThat(KeyBinding.isNullKey(binding.keyOf(row(null, 1L)))).isTrue();
    assertThat(KeyBinding.isNullKey(binding.keyOf(row("", 1L)))).isFalse();
    assertThat(KeyBinding.isNullKey(null)).isFalse();
  }

  private static Row row(String user, Long n) {
    Row row = new Row(ROW_TYPE);
    row.setLong(ROW_TYPE.require("id"), 5);
    row.setValue(ROW_TYPE.require("user"), user);
    row.setValue(ROW_TYPE.require("n"), n);
    return row;
  }
}

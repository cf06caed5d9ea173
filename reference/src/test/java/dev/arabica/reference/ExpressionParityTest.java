package dev.arabica.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The engines' expressions, walked and compiled, and the reference's give the same value for the
 * same row.
 */
final class ExpressionParityTest {
  private static final int SEEDS = 40;
  private static final int EXPRESSIONS = 4 * Function.values().length;
  private static final int ROWS = 20;

  @TestFactory
  Stream<DynamicTest> evaluatedEqualsInterpreted() {
    return IntStream.range(0, SEEDS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
  }

  /**
   * A function that no compiled expression calls, or that is never anything but null, is not
   * compared.
   */
  @Test
  void everyFunctionIsMetWithAValueAndWithNull() {
    Set<Function> valued = EnumSet.noneOf(Function.class);
    Set<Function> nulled = EnumSet.noneOf(Function.class);
    for (int seed = 0; seed < SEEDS; seed++) {
      Random random = random(seed);
      List<Row> rows = rows(random);
      for (Expr expr : new RandomCalls(random).expressions(EXPRESSIONS)) {
        Evaluator evaluator = Evaluators.compile(expr, RandomCalls.ROW_TYPE);
        if (expr instanceof Expr.Call call && evaluator.getClass().isHidden()) {
          rows.forEach(
              row -> (evaluator.value(row) == null ? nulled : valued).add(call.function()));
        }
      }
    }
    assertThat(valued).containsExactlyInAnyOrder(Function.values());
    assertThat(nulled)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.of(Function.IS_NULL, Function.LIST)));
  }

  private static void compare(int seed) {
    Random random = random(seed);
    List<Row> rows = rows(random);
    for (Expr expr : new RandomCalls(random).expressions(EXPRESSIONS)) {
      Evaluator walked = Evaluators.bind(expr, RandomCalls.ROW_TYPE);
      Evaluator compiled = Evaluators.compile(expr, RandomCalls.ROW_TYPE);
      for (Row row : rows) {
        Object value = walked.value(row);
        assertThat(comparable(value))
            .as("%s over %s", expr, row)
            .isEqualTo(comparable(Interpreter.value(expr, row)));
        requireForm(expr.type(), value);
        assertThat(comparable(compiled.value(row)))
            .as("compiled %s over %s", expr, row)
            .isEqualTo(comparable(value));
        if (expr.type() == Type.BOOL) {
          assertThat(compiled.isTrue(row)).isEqualTo(Boolean.TRUE.equals(value));
        }
      }
    }
  }

  /**
   * The value is in the boxed form of its type: its bytes are what they should be, and read back.
   */
  private static void requireForm(Type type, Object value) {
    if (value == null || type == Type.NULL) {
      return;
    }
    byte[] bytes = ValueCodec.toBytes(type, value);
    assertThat(bytes).isEqualTo(CanonicalBytes.of(type, value));
    Object read = ValueCodec.read(new ByteReader(bytes), type);
    assertThat(Values.equal(type, value, read)).as("%s %s", type, value).isTrue();
    assertThat(Values.hash(read)).isEqualTo(Values.hash(value));
  }

  private static Random random(int seed) {
    // Neighbouring seeds begin with nearly the same numbers.
    return new Random(seed * 0x9E3779B97F4A7C15L);
  }

  private static List<Row> rows(Random random) {
    HostileValues values = new HostileValues(random);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      Row row = new Row(RandomCalls.ROW_TYPE);
      for (int column = 0; column < row.type().size(); column++) {
        row.setValue(column, values.nullable(row.type().type(column)));
      }
      rows.add(row);
    }
    return rows;
  }

  /** The sign of zero is left out: wherever a value is kept, zero has none. */
  private static Object comparable(Object value) {
    return value == null ? null : KeyValues.of(List.of(value));
  }
}

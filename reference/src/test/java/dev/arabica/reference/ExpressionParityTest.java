package dev.arabica.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The engines' expressions and the interpreter give the same value for the same row. */
final class ExpressionParityTest {
  private static final int SEEDS = 40;
  private static final int EXPRESSIONS = 160;
  private static final int ROWS = 20;
  private static final int ATTEMPTS = 60;
  private static final SourcePlan SOURCE = HostileEvents.source(Optional.empty());
  private static final RowType ROW_TYPE = SOURCE.rowType();

  @TestFactory
  Stream<DynamicTest> evaluatedEqualsInterpreted() {
    return IntStream.range(0, SEEDS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> compare(seed)));
  }

  @Test
  void everyFunctionIsMet() {
    Random random = new Random(1);
    Set<Function> met = EnumSet.noneOf(Function.class);
    for (int i = 0; i < SEEDS; i++) {
      expressions(random, EXPRESSIONS).forEach(expr -> collect(expr, met));
    }
    assertThat(met).containsExactlyInAnyOrder(Function.values());
  }

  private static void compare(long seed) {
    // Neighbouring seeds begin with nearly the same numbers.
    Random random = new Random(seed * 0x9E3779B97F4A7C15L);
    HostileEvents events = new HostileEvents(random);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      rows.add(events.row(ROW_TYPE));
    }
    for (Expr expr : expressions(random, EXPRESSIONS)) {
      Evaluator evaluator = Evaluators.bind(expr, ROW_TYPE);
      for (Row row : rows) {
        assertThat(comparable(evaluator.value(row)))
            .as("%s over %s", expr, row)
            .isEqualTo(comparable(Interpreter.value(expr, row)));
      }
    }
  }

  /** The sign of zero is left out: wherever a value is kept, zero has none. */
  private static Object comparable(Object value) {
    return value == null ? null : KeyValues.of(List.of(value));
  }

  /** Expressions of growing depth, each made of earlier ones. */
  private static List<Expr> expressions(Random random, int count) {
    List<Expr> pool = new ArrayList<>();
    for (int i = 0; i < count / 4; i++) {
      pool.add(leaf(random));
    }
    while (pool.size() < count) {
      pool.add(random.nextInt(12) == 0 ? structural(random, pool) : call(random, pool));
    }
    return pool;
  }

  private static Expr structural(Random random, List<Expr> pool) {
    Expr struct =
        new Expr.Struct(List.of("a", "b"), List.of(pick(random, pool), pick(random, pool)));
    return random.nextBoolean() ? struct : new Expr.FieldOf(struct, "b");
  }

  /** A call of a random function with random arguments that it takes. */
  private static Expr call(Random random, List<Expr> pool) {
    Function function = Function.values()[random.nextInt(Function.values().length)];
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Expr> args = new ArrayList<>();
      for (int i = 0; i <= attempt % 3; i++) {
        args.add(pick(random, pool));
      }
      Type type = function.resultType(args.stream().map(Expr::type).toList());
      if (type != null) {
        return new Expr.Call(function, args, type);
      }
    }
    return leaf(random);
  }

  private static Expr pick(Random random, List<Expr> pool) {
    return pool.get(random.nextInt(pool.size()));
  }

  private static Expr leaf(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> new Expr.Literal(Type.NULL, null);
      case 1 -> new Expr.Literal(Type.INT64, random.nextInt(5) - 2L);
      case 2 -> new Expr.Literal(Type.FLOAT64, random.nextInt(5) / 2.0 - 1);
      case 3 -> new Expr.Literal(Type.STRING, random.nextBoolean() ? "a" : "");
      case 4 -> new Expr.Literal(Type.DURATION, (random.nextInt(5) - 2) * 3_600_000_000L);
      default -> {
        String name = ROW_TYPE.name(random.nextInt(ROW_TYPE.size()));
        yield HostileEvents.column(name);
      }
    };
  }

  private static void collect(Expr expr, Set<Function> met) {
    if (expr instanceof Expr.Call call) {
      met.add(call.function());
    }
  }
}

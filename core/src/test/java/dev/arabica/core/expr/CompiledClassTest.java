package dev.arabica.core.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The classes that expressions become: of any size, without garbage, and gone when unused. */
class CompiledClassTest {
  /** HotSpot compiles no method with more bytes. */
  private static final int HUGE_METHOD = 8000;

  private static final int COLUMNS = 40;
  private static final RowType ROW_TYPE = rowType();

  @Test
  void aWideExpressionIsSplit() {
    List<Expr> sums = new ArrayList<>();
    for (int i = 0; i < 1500; i++) {
      sums.add(call(Function.ADD, call(Function.MULTIPLY, number(i), number(i + 7)), literal(i)));
    }
    requireSplit(Expr.Call.of(Function.GREATEST, sums));
    requireSplit(Expr.Call.of(Function.COALESCE, sums));
    requireSplit(Expr.Call.of(Function.LIST, sums));
    requireSplit(new Expr.Struct(IntStream.range(0, 1500).mapToObj(i -> "f" + i).toList(), sums));
    requireSplit(balanced(sums, (a, b) -> call(Function.SUBTRACT, a, b)));
  }

  @Test
  void aWideConditionIsSplit() {
    List<Expr> tests = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      Function function = i % 3 == 0 ? Function.GREATER : Function.LESS;
      tests.add(call(function, number(i), literal(i * 1_000 - 900_000)));
    }
    requireSplit(balanced(tests, (a, b) -> call(Function.AND, a, b)));
    requireSplit(balanced(tests, (a, b) -> call(Function.OR, b, a)));
    requireSplit(balanced(tests, (a, b) -> call(Function.IF, a, b, call(Function.NOT, b))));
  }

  @Test
  void whatIsNotBytecodeIsSplitToo() {
    List<Expr> texts = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      Expr lower = call(Function.LOWER, text(i));
      texts.add(call(Function.CONCAT, lower, new Expr.Literal(Type.STRING, "x" + i)));
    }
    requireSplit(Expr.Call.of(Function.CONCAT, texts));
    requireSplit(Expr.Call.of(Function.LIST, texts));
    requireSplit(balanced(texts, (a, b) -> call(Function.REPLACE, a, b, text(1))));
  }

  /** As many parts as a spec may write. */
  @Test
  void tenThousandCallsAreOneClass() {
    List<Expr> texts = new ArrayList<>();
    List<Function> functions = List.of(Function.LOWER, Function.REVERSE, Function.UPPER);
    for (int i = 0; i < COLUMNS; i++) {
      Expr text = text(i);
      for (int j = 0; j < 10_000 / COLUMNS; j++) {
        text = call(functions.get(j % 3), text);
      }
      texts.add(text);
    }
    requireSplit(Expr.Call.of(Function.LIST, texts));
  }

  /** Far deeper than any spec: a parser takes 200 levels, and 300 with lets written out. */
  @Test
  void aDeepExpressionIsSplit() {
    Expr sum = number(0);
    Expr condition = call(Function.LESS, number(0), number(1));
    Expr text = text(0);
    for (int i = 1; i < 1000; i++) {
      sum = call(i % 2 == 0 ? Function.ADD : Function.SUBTRACT, sum, number(i));
      condition =
          call(
              i % 2 == 0 ? Function.AND : Function.OR,
              condition,
              call(Function.LESS, number(i), literal(i)));
      text =
          call(
              Function.IF,
              call(Function.LESS, number(i), literal(0)),
              text(i),
              call(Function.REVERSE, text));
    }
    requireSplit(sum);
    requireSplit(condition);
    requireSplit(text);
  }

  /** As a tree each of them would have more parts than there are atoms. */
  @Test
  void whatIsSharedIsWrittenOnce() {
    Expr sum = number(0);
    Expr chosen = number(0);
    for (int i = 1; i < 200; i++) {
      Expr less = call(Function.LESS, number(i), literal(i));
      sum =
          call(
              Function.SUBTRACT,
              call(Function.ADD, sum, literal(i)),
              call(Function.NEGATE, call(Function.ABS, sum)));
      chosen =
          call(
              Function.IF,
              less,
              call(Function.COALESCE, chosen, number(i)),
              call(Function.ADD, chosen, literal(i)));
    }
    for (Expr expr : List.of(sum, chosen)) {
      assertThat(sizeOf(expr)).isLessThan(HUGE_METHOD);
      Evaluators.compile(expr, ROW_TYPE).value(row(1));
    }
  }

  /** Each part is used on two paths, neither of which comes before the other, and on both. */
  @Test
  void noPathMultipliesTheWork() {
    Expr count = number(0);
    for (int i = 1; i <= 300; i++) {
      Expr isBoth =
          call(
              Function.AND,
              call(Function.LESS, number(i), literal(1000)),
              call(Function.LESS, count, literal(0)));
      count = call(Function.IF, isBoth, literal(-i), call(Function.ADD, count, literal(1)));
    }
    assertThat(Evaluators.compile(count, ROW_TYPE).value(row(2))).isEqualTo(300L);
  }

  @Test
  void equalPartsAreEvaluatedOnce() {
    Expr upper = call(Function.UPPER, text(0));
    Expr again = call(Function.UPPER, text(0));
    List<?> pair =
        (List<?>) Evaluators.compile(call(Function.LIST, upper, again), ROW_TYPE).value(row(1));
    assertThat(pair.get(0)).isEqualTo("TEXT 0").isSameAs(pair.get(1));

    Expr isLong = call(Function.GREATER, call(Function.LENGTH, upper), literal(3));
    Expr chosen = call(Function.IF, isLong, again, text(1));
    Expr three = call(Function.LIST, chosen, upper, chosen);
    List<?> kept = (List<?>) Evaluators.compile(three, ROW_TYPE).value(row(1));
    assertThat(kept.get(0)).isSameAs(kept.get(1)).isSameAs(kept.get(2));
  }

  /** The result of one row is not taken for that of the next. */
  @Test
  void sharedPartsOfTheirOwnMethodFollowTheRow() {
    Expr large = number(0);
    for (int i = 1; i < 200; i++) {
      large = call(Function.ADD, large, call(Function.MULTIPLY, number(i), literal(i)));
    }
    Expr test = call(Function.LESS, number(1), literal(0));
    Expr expr = call(Function.IF, test, large, call(Function.NEGATE, large));
    Evaluator compiled = Evaluators.compile(expr, ROW_TYPE);
    Evaluator interpreted = Evaluators.bind(expr, ROW_TYPE);
    for (int seed = 0; seed < 20; seed++) {
      assertThat(compiled.value(row(seed))).isEqualTo(interpreted.value(row(seed)));
    }
    Row none = row(3);
    none.setNull(ROW_TYPE.require("n20"));
    assertThat(compiled.value(none)).isNull();
    assertThat(compiled.value(row(3))).isEqualTo(interpreted.value(row(3)));
  }

  @Test
  void aFilterAndTwoLetsAllocateNothing() {
    Expr filter =
        call(
            Function.AND,
            call(Function.EQUAL, text(0), new Expr.Literal(Type.STRING, "text 0")),
            call(
                Function.AND,
                call(Function.GREATER, call(Function.MULTIPLY, real(0), number(1)), literal(-1)),
                call(
                    Function.IN,
                    text(1),
                    new Expr.Literal(Type.STRING, "text 1"),
                    new Expr.Literal(Type.STRING, "text 2"))));
    Expr net = call(Function.MULTIPLY, call(Function.SUBTRACT, number(0), number(1)), number(2));
    Expr hour = call(Function.HOUR_OF_DAY, call(Function.FROM_MILLIS, number(3)));
    List<Evaluator> compiled =
        List.of(filter, net, hour).stream().map(e -> Evaluators.compile(e, ROW_TYPE)).toList();
    Row[] rows = {row(1), row(2), row(3), new Row(ROW_TYPE)};
    assertThat(sum(compiled, rows, 20_000)).isNotZero();
    long before = allocated();
    sum(compiled, rows, 20_000);
    long after = allocated();
    // The question itself, if it costs anything.
    long asking = allocated() - after;
    assertThat(after - before - asking).isZero();
  }

  private static long sum(List<Evaluator> filterAndLets, Row[] rows, int times) {
    Evaluator filter = filterAndLets.get(0);
    Evaluator first = filterAndLets.get(1);
    Evaluator second = filterAndLets.get(2);
    long sum = 0;
    for (int i = 0; i < times; i++) {
      for (Row row : rows) {
        if (filter.isTrue(row) && first.evaluate(row) && second.evaluate(row)) {
          sum += first.longResult() + second.longResult() + (filter.evaluate(row) ? 1 : 0);
        }
      }
    }
    return sum;
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void aClassGoesWithItsEvaluator() throws InterruptedException {
    WeakReference<Class<?>> type =
        new WeakReference<>(
            Evaluators.compile(call(Function.ADD, number(0), number(1)), ROW_TYPE).getClass());
    for (int i = 0; i < 50 && type.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(type.get()).isNull();
  }

  @Test
  void aColumnThatIsMissingIsNamed() {
    Expr sum = call(Function.ADD, number(0), new Expr.Column("elsewhere", Type.INT64));
    assertThatThrownBy(() -> Evaluators.compile(sum, ROW_TYPE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("elsewhere");
  }

  @Test
  void whatNeedsNoClassGetsNone() {
    Expr struct = new Expr.Struct(List.of("a", "b"), List.of(literal(1), literal(2)));
    for (Expr expr : List.of(literal(1), call(Function.ADD, literal(1), literal(2)), struct)) {
      Evaluator evaluator = Evaluators.compile(expr, ROW_TYPE);
      assertThat(evaluator.getClass().isHidden()).isFalse();
      assertThat(evaluator.value(row(1))).isEqualTo(Evaluators.bind(expr, ROW_TYPE).value(row(1)));
    }
  }

  private static void requireSplit(Expr expr) {
    assertThat(sizeOf(expr)).isBetween(ExprCompiler.MOST_BYTES / 4, HUGE_METHOD / 2);
    Evaluator compiled = Evaluators.compile(expr, ROW_TYPE);
    assertThat(compiled.getClass().isHidden()).isTrue();
    Evaluator interpreted = Evaluators.bind(expr, ROW_TYPE);
    for (int seed = 0; seed < 6; seed++) {
      Row row = row(seed);
      assertThat(compiled.value(row)).isEqualTo(interpreted.value(row));
      if (seed > 0) {
        row.setNull(ROW_TYPE.require("n" + seed));
        row.setNull(ROW_TYPE.require("s" + seed));
        assertThat(compiled.value(row)).isEqualTo(interpreted.value(row));
      }
    }
    assertThat(compiled.value(new Row(ROW_TYPE))).isEqualTo(interpreted.value(new Row(ROW_TYPE)));
  }

  /** The bytes of the largest method. */
  private static int sizeOf(Expr expr) {
    Node root = new Graph(ROW_TYPE).of(expr);
    return new ExprClass(root, new Partition(root, ExprCompiler.MOST_BYTES)).write();
  }

  private static Expr balanced(List<Expr> exprs, BinaryOperator<Expr> join) {
    if (exprs.size() == 1) {
      return exprs.get(0);
    }
    int half = exprs.size() / 2;
    return join.apply(
        balanced(exprs.subList(0, half), join), balanced(exprs.subList(half, exprs.size()), join));
  }

  private static Expr call(Function function, Expr... args) {
    return Expr.Call.of(function, List.of(args));
  }

  private static Expr number(int column) {
    return new Expr.Column("n" + column % COLUMNS, Type.INT64);
  }

  private static Expr real(int column) {
    return new Expr.Column("x" + column % COLUMNS, Type.FLOAT64);
  }

  private static Expr text(int column) {
    return new Expr.Column("s" + column % COLUMNS, Type.STRING);
  }

  private static Expr literal(long value) {
    return new Expr.Literal(Type.INT64, value);
  }

  private static RowType rowType() {
    List<Type.Field> fields = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      fields.add(new Type.Field("n" + i, Type.INT64, true));
      fields.add(new Type.Field("x" + i, Type.FLOAT64, true));
      fields.add(new Type.Field("s" + i, Type.STRING, true));
    }
    return new RowType(fields);
  }

  private static Row row(int seed) {
    Row row = new Row(ROW_TYPE);
    for (int i = 0; i < COLUMNS; i++) {
      row.setLong(3 * i, (seed - 2L) * i);
      row.setDouble(3 * i + 1, i / (double) (seed + 1));
      row.setRef(3 * i + 2, "text " + i);
    }
    return row;
  }
}

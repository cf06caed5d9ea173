package dev.arabica.core.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compiled expressions give what interpreted ones give, to the sign of a zero. */
class CompiledParityTest {
  private static final Type DECIMAL = new Type.DecimalType(10, 2);
  private static final Type LONGS = new Type.ListType(Type.INT64);
  private static final Type TEXTS = new Type.ListType(Type.STRING);
  private static final Type MAP = new Type.MapType(Type.STRING, Type.FLOAT64);
  private static final Type VECTOR = new Type.VectorType(2);

  /** What columns hold: the edges of each type, and null. */
  private static final Map<Type, List<?>> VALUES = new LinkedHashMap<>();

  static {
    VALUES.put(Type.BOOL, Arrays.asList(true, false, null));
    VALUES.put(
        Type.INT64,
        Arrays.asList(
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            -3_037_000_500L,
            -1L,
            0L,
            1L,
            2L,
            Long.MAX_VALUE,
            null));
    VALUES.put(
        Type.FLOAT64,
        Arrays.asList(
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            -0x1p63,
            -1.5,
            0.0,
            Double.MIN_VALUE,
            2.0,
            0x1p63,
            Double.POSITIVE_INFINITY,
            null));
    VALUES.put(
        Type.STRING, Arrays.asList("", "a", "1", "\uFFFD", "\uD83D\uDE00", "\uD83D", "é", null));
    VALUES.put(
        Type.TIMESTAMP, Arrays.asList(Long.MIN_VALUE, -1L, 0L, 1_764_432_605_000_000L, null));
    VALUES.put(Type.DURATION, Arrays.asList(Long.MIN_VALUE, -1L, 0L, 1L, 3_600_000_000L, null));
    VALUES.put(Type.DATE, Arrays.asList((long) Integer.MIN_VALUE, -1L, 20_000L, null));
    VALUES.put(
        DECIMAL, Arrays.asList(new BigDecimal("-99999999.99"), new BigDecimal("2.00"), null));
    VALUES.put(Type.BYTES, Arrays.asList(new byte[0], new byte[] {-1}, null));
    VALUES.put(LONGS, Arrays.asList(List.of(), Arrays.asList(1L, null, Long.MIN_VALUE), null));
    VALUES.put(TEXTS, Arrays.asList(List.of("a", "\uD83D\uDE00"), Arrays.asList("", null), null));
    VALUES.put(MAP, Arrays.asList(Map.of("a", Double.NaN), Map.of(), null));
    VALUES.put(VECTOR, Arrays.asList(new float[] {0, 0}, new float[] {3, -4}, null));
  }

  private static final int COLUMNS_OF_A_TYPE = 3;
  private static final RowType ROW_TYPE = rowType();
  private static final List<Row> ROWS = rows(new Random(1));

  /** Over columns of every type, and over what is computed of them. */
  @ParameterizedTest
  @EnumSource(Function.class)
  void everyFunctionIsCompiled(Function function) {
    int compiled = 0;
    for (List<Expr> args : arguments(function)) {
      if (function.typeOf(args) != null) {
        Expr call = Expr.Call.of(function, args);
        compiled += requireSame(call) ? 1 : 0;
        requireEstimate(call);
      }
    }
    assertThat(compiled).isPositive();
  }

  @Test
  void connectivesShortCutInEveryNesting() {
    Random random = new Random(2);
    for (int i = 0; i < 400; i++) {
      requireSame(condition(random, 5));
    }
  }

  @Test
  void membershipIsSearchedAmongFewAndMany() {
    for (int count : new int[] {1, 3, 30}) {
      for (boolean orNull : new boolean[] {false, true}) {
        requireSame(among(column(Type.INT64, 0), count, orNull, i -> (long) i * i - 1));
        requireSame(among(column(Type.FLOAT64, 0), count, orNull, i -> i / 2.0 - 1.5));
        requireSame(among(negated(column(Type.FLOAT64, 0)), count, orNull, i -> i - 0.0));
        requireSame(among(column(Type.FLOAT64, 0), count, orNull, i -> i * Double.NaN));
        requireSame(
            among(column(Type.STRING, 0), count, orNull, i -> "\uD83D\uDE00é".substring(i % 3)));
        requireSame(among(column(DECIMAL, 0), count, orNull, i -> (long) i));
        requireSame(among(column(Type.INT64, 0), count, orNull, i -> i / 2.0));
      }
    }
  }

  @Test
  void valuesAreKeptWhereTheyStandSeveralTimes() {
    Random random = new Random(3);
    List<Expr> pool = new ArrayList<>();
    for (Type type : List.of(Type.BOOL, Type.INT64, Type.FLOAT64, Type.STRING)) {
      pool.add(column(type, 0));
      pool.add(column(type, 1));
    }
    Set<Function> functions =
        EnumSet.of(
            Function.ADD,
            Function.MULTIPLY,
            Function.IF,
            Function.COALESCE,
            Function.AND,
            Function.OR,
            Function.IS_NULL,
            Function.LESS,
            Function.NULL_IF,
            Function.CONCAT,
            Function.LENGTH,
            Function.LIST);
    List<Function> any = List.copyOf(functions);
    while (pool.size() < 600) {
      Function function = any.get(random.nextInt(any.size()));
      List<Expr> args = new ArrayList<>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        args.add(pool.get(random.nextInt(Math.min(pool.size(), 60))));
      }
      if (function.typeOf(args) != null) {
        Expr call = Expr.Call.of(function, args);
        requireSame(call);
        pool.add(call);
      }
    }
  }

  private static Expr among(
      Expr wanted, int count, boolean orNull, java.util.function.IntFunction<Object> value) {
    List<Expr> args = new ArrayList<>(List.of(wanted));
    for (int i = 0; i < count; i++) {
      args.add(literal(value.apply(i)));
    }
    if (orNull) {
      args.add(count / 2 + 1, new Expr.Literal(Type.NULL, null));
    }
    return Expr.Call.of(Function.IN, args);
  }

  private static Expr literal(Object value) {
    Type type =
        value instanceof Long ? Type.INT64 : value instanceof Double ? Type.FLOAT64 : Type.STRING;
    return new Expr.Literal(type, value);
  }

  private static Expr negated(Expr expr) {
    return Expr.Call.of(Function.NEGATE, List.of(expr));
  }

  /** Three columns of bools, comparisons and constants among and, or, not and the rest. */
  private static Expr condition(Random random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return switch (random.nextInt(4)) {
        case 0 -> new Expr.Literal(Type.BOOL, VALUES.get(Type.BOOL).get(random.nextInt(3)));
        case 1 -> Expr.Call.of(Function.LESS, columns(Type.FLOAT64, 2));
        default -> column(Type.BOOL, random.nextInt(COLUMNS_OF_A_TYPE));
      };
    }
    Function function =
        List.of(
                Function.AND,
                Function.OR,
                Function.AND,
                Function.OR,
                Function.NOT,
                Function.IS_NULL,
                Function.IF,
                Function.COALESCE,
                Function.EQUAL,
                Function.IN)
            .get(random.nextInt(10));
    int count =
        switch (function) {
          case NOT, IS_NULL -> 1;
          case IF, IN -> 3;
          default -> 2;
        };
    List<Expr> args = new ArrayList<>();
    while (args.size() < count) {
      args.add(condition(random, depth - 1));
    }
    return Expr.Call.of(function, args);
  }

  /** All that may suit a function: up to three columns or constants of any types. */
  private static List<List<Expr>> arguments(Function function) {
    List<List<Expr>> all = new ArrayList<>();
    for (Type first : VALUES.keySet()) {
      all.add(columns(first, 1));
      all.add(columns(first, 2));
      all.add(columns(first, 3));
      all.add(List.of(column(first, 0), new Expr.Literal(Type.NULL, null)));
      for (Type second : VALUES.keySet()) {
        Expr a = column(first, 0);
        Expr b = column(second, 0);
        all.add(List.of(a, b));
        all.add(List.of(a, constant(second)));
        all.add(List.of(constant(second), a));
        all.add(List.of(a, b, column(second, 1)));
        all.add(List.of(a, b, column(first, 1)));
        all.add(List.of(a, constant(second), constant(second)));
        all.add(List.of(column(Type.BOOL, 0), a, b));
        all.add(List.of(a, column(Type.STRING, 1), column(Type.STRING, 2)));
      }
    }
    Expr zero = negated(column(Type.FLOAT64, 0));
    all.add(List.of(zero));
    all.add(List.of(zero, column(Type.FLOAT64, 0)));
    all.add(List.of(column(Type.FLOAT64, 0), zero));
    all.add(List.of(zero, zero, column(Type.FLOAT64, 0)));
    Expr digits = new Expr.Literal(Type.INT64, 9L);
    all.add(List.of(column(Type.STRING, 0), digits, new Expr.Literal(Type.INT64, 3L)));
    return all;
  }

  private static Expr constant(Type type) {
    return new Expr.Literal(type, VALUES.get(type).get(1));
  }

  private static List<Expr> columns(Type type, int count) {
    List<Expr> columns = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      columns.add(column(type, i));
    }
    return columns;
  }

  private static Expr column(Type type, int number) {
    return new Expr.Column(type + "_" + number, type);
  }

  /** Whether there was anything to compile. */
  private static boolean requireSame(Expr expr) {
    Evaluator interpreted = Evaluators.bind(expr, ROW_TYPE);
    Evaluator compiled = Evaluators.compile(expr, ROW_TYPE);
    for (Row row : ROWS) {
      Object value = interpreted.value(row);
      assertThat(compiled.value(row)).as("%s over %s", expr, row).isEqualTo(value);
      if (expr.type() == Type.BOOL) {
        assertThat(compiled.isTrue(row))
            .as("%s over %s", expr, row)
            .isEqualTo(value == Boolean.TRUE);
      }
    }
    return compiled.getClass().isHidden();
  }

  /** The size of methods is estimated, so that they can be split before they are written. */
  private static void requireEstimate(Expr expr) {
    Node root = new Graph(ROW_TYPE).of(expr);
    Partition partition = new Partition(root, ExprCompiler.MOST_BYTES);
    if (!root.isConstant()) {
      assertThat(new ExprClass(root, partition).write())
          .as("bytes of %s", expr)
          .isLessThanOrEqualTo(partition.bytes(root));
    }
  }

  private static RowType rowType() {
    List<Type.Field> fields = new ArrayList<>();
    for (Type type : VALUES.keySet()) {
      for (int i = 0; i < COLUMNS_OF_A_TYPE; i++) {
        fields.add(new Type.Field(type + "_" + i, type, true));
      }
    }
    return new RowType(fields);
  }

  /** Every pair of values of a type at least once, the rest at random. */
  private static List<Row> rows(Random random) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      Row row = new Row(ROW_TYPE);
      for (int column = 0; column < ROW_TYPE.size(); column++) {
        List<?> values = VALUES.get(ROW_TYPE.type(column));
        int pair = i % (values.size() * values.size());
        int choice =
            switch (column % COLUMNS_OF_A_TYPE) {
              case 0 -> pair % values.size();
              case 1 -> pair / values.size();
              default -> random.nextInt(values.size());
            };
        row.setValue(column, values.get(choice));
      }
      rows.add(row);
    }
    return rows;
  }
}

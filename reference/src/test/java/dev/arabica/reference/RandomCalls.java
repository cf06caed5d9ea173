package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Expressions over columns of every type, each made of earlier ones. */
final class RandomCalls {
  private static final int ATTEMPTS = 40;
  private static final Type STRUCT =
      new Type.StructType(
          List.of(
              field("a", Type.INT64), field("s", Type.STRING), field("v", new Type.VectorType(2))));
  static final List<Type> TYPES =
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
          new Type.DecimalType(10, 2),
          new Type.DecimalType(38, 0),
          new Type.DecimalType(38, 38),
          new Type.DecimalType(1, 0),
          new Type.ListType(Type.INT64),
          new Type.ListType(Type.FLOAT64),
          new Type.ListType(Type.STRING),
          new Type.ListType(new Type.DecimalType(38, 2)),
          new Type.ListType(Type.TIMESTAMP),
          new Type.ListType(STRUCT),
          STRUCT,
          new Type.MapType(Type.STRING, Type.INT64),
          new Type.MapType(Type.INT64, Type.FLOAT64),
          new Type.MapType(Type.BOOL, new Type.ListType(Type.STRING)),
          new Type.MapType(Type.DATE, new Type.DecimalType(10, 2)),
          new Type.VectorType(3),
          new Type.VectorType(2));
  static final RowType ROW_TYPE = rowType();

  private final Random random;
  private final HostileValues values;
  private final List<Expr> pool = new ArrayList<>();

  RandomCalls(Random random) {
    this.random = random;
    this.values = new HostileValues(random);
  }

  /** Two columns of each type. */
  private static RowType rowType() {
    List<Type.Field> fields = new ArrayList<>();
    for (int i = 0; i < 2 * TYPES.size(); i++) {
      fields.add(field("c" + i, TYPES.get(i / 2)));
    }
    return new RowType(fields);
  }

  private static Type.Field field(String name, Type type) {
    return new Type.Field(name, type, true);
  }

  /** All columns, then literals, then a call of each function in turn, and more at random. */
  List<Expr> expressions(int count) {
    ROW_TYPE.fields().forEach(f -> pool.add(new Expr.Column(f.name(), f.type())));
    for (int i = 0; i < TYPES.size(); i++) {
      pool.add(literal(TYPES.get(i)));
      pool.add(literal(random.nextInt(3) == 0 ? Type.NULL : Type.DURATION));
    }
    for (int i = 0; i < count; i++) {
      Function function = Function.values()[(i + random.nextInt(3)) % Function.values().length];
      pool.add(random.nextInt(12) == 0 ? structural() : call(function));
    }
    return pool;
  }

  private Expr literal(Type type) {
    return new Expr.Literal(type, type == Type.NULL ? null : values.nullable(type));
  }

  private Expr structural() {
    if (random.nextBoolean()) {
      return new Expr.FieldOf(pick(STRUCT::equals), random.nextBoolean() ? "s" : "v");
    }
    return new Expr.Struct(List.of("a", "b"), List.of(pick(), pick()));
  }

  /** A call with random arguments that the function takes. */
  private Expr call(Function function) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      List<Expr> args = random.nextInt(4) == 0 ? anyArguments(attempt) : arguments(function);
      if (function.typeOf(args) != null) {
        return Expr.Call.of(function, args);
      }
    }
    return pick();
  }

  private List<Expr> anyArguments(int attempt) {
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i <= attempt % 3; i++) {
      args.add(pick());
    }
    return args;
  }

  /** Arguments of types that the function may well take. */
  private List<Expr> arguments(Function function) {
    return switch (function) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MODULO, SAFE_DIV, POW -> numbers(2);
      case NEGATE, ABS, SIGN, FLOOR, CEIL, SQRT, EXP, LN, LOG1P, LOG2, LOG10, IS_NAN -> numbers(1);
      case CLAMP -> numbers(3);
      case LEAST, GREATEST -> alike(1 + random.nextInt(3));
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, NULL_IF -> alike(2);
      case IN -> random.nextBoolean() ? alike(3) : elementAndList();
      case AND, OR -> of(Type.BOOL, Type.BOOL);
      case NOT -> of(Type.BOOL);
      case IS_NULL, TO_STRING, HASH64 -> alike(1);
      case COALESCE, LIST -> random.nextBoolean() ? alike(3) : same(2);
      case IF -> prepended(pick(Type.BOOL::equals), random.nextBoolean() ? alike(2) : same(2));
      case ROUND -> with(numbers(1), whole(random.nextInt(7) - 2));
      case TO_FLOAT, TO_INT ->
          List.of(pick(t -> t == Type.STRING || t == Type.BOOL || t.isNumeric()));
      case TO_DECIMAL ->
          with(numberOrText(), whole(1 + random.nextInt(38)), whole(random.nextInt(5)));
      case TO_DATE, LOWER, UPPER, TRIM -> of(Type.STRING);
      case TO_TIMESTAMP -> of(random.nextBoolean() ? Type.STRING : Type.DATE);
      case CONTAINS, STARTS_WITH, ENDS_WITH, CONCAT, SPLIT -> of(Type.STRING, Type.STRING);
      case REPLACE -> of(Type.STRING, Type.STRING, Type.STRING);
      case SUBSTRING -> with(of(Type.STRING), whole(), whole());
      case JOIN -> of(new Type.ListType(Type.STRING), Type.STRING);
      case LENGTH, REVERSE -> random.nextInt(3) == 0 ? of(Type.STRING) : list();
      case INDEX_OF ->
          random.nextBoolean() ? of(Type.STRING, Type.STRING) : reversed(elementAndList());
      case ELEMENT -> random.nextBoolean() ? mapAndKey() : with(listOrVector(), whole());
      case SLICE -> with(list(), whole(), whole());
      case SORT, DISTINCT, LIST_SUM, LIST_AVG, LIST_MIN, LIST_MAX -> list();
      case MAP_KEYS, MAP_VALUES -> List.of(pick(Type.MapType.class::isInstance));
      case HOUR_OF_DAY, MINUTE_OF_HOUR, DATE_OF -> of(Type.TIMESTAMP);
      case DAY_OF_WEEK, DAY_OF_MONTH, MONTH, YEAR ->
          of(random.nextBoolean() ? Type.TIMESTAMP : Type.DATE);
      case TRUNCATE -> of(Type.TIMESTAMP, Type.DURATION);
      case DAYS_BETWEEN -> of(Type.DATE, Type.DATE);
      case ADD_DAYS -> with(of(Type.DATE), whole());
      case MILLIS, SECONDS, MINUTES, HOURS, DAYS, FROM_MILLIS -> of(Type.INT64);
      case TO_MILLIS, TO_SECONDS -> of(random.nextBoolean() ? Type.TIMESTAMP : Type.DURATION);
      case DOT, COSINE -> of(new Type.VectorType(3), new Type.VectorType(3));
      case NORM -> of(new Type.VectorType(2));
      case ONE_HOT, BUCKETIZE -> valueAndConstants();
      case HASH_BUCKET -> with(same(1), whole());
    };
  }

  private Expr pick() {
    return pool.get(random.nextInt(pool.size()));
  }

  /** One whose type is wanted. */
  private Expr pick(Predicate<Type> wanted) {
    for (int attempt = 0; attempt < 1000; attempt++) {
      Expr expr = pick();
      if (wanted.test(expr.type())) {
        return expr;
      }
    }
    return literal(TYPES.stream().filter(wanted).findFirst().orElse(Type.DURATION));
  }

  private List<Expr> of(Type... types) {
    List<Expr> args = new ArrayList<>();
    for (Type type : types) {
      args.add(pick(type::equals));
    }
    return args;
  }

  private List<Expr> numbers(int count) {
    List<Expr> args = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      args.add(pick(type -> type.isNumeric() || type == Type.TIMESTAMP && count == 2));
    }
    return args;
  }

  private List<Expr> numberOrText() {
    return List.of(pick(type -> type.isNumeric() || type == Type.STRING));
  }

  /** Numbers, or values of one type. */
  private List<Expr> alike(int count) {
    return random.nextBoolean() ? numbers(count) : same(count);
  }

  private List<Expr> same(int count) {
    Expr first = pick();
    List<Expr> args = new ArrayList<>(List.of(first));
    while (args.size() < count) {
      args.add(pick(first.type()::equals));
    }
    return args;
  }

  /** Small, for positions and numbers of elements; sometimes any. */
  private Expr whole() {
    return random.nextInt(3) == 0
        ? pick(type -> type.isInteger())
        : new Expr.Literal(Type.INT64, random.nextInt(9) - 3L);
  }

  private static Expr whole(int value) {
    return new Expr.Literal(Type.INT64, (long) value);
  }

  private List<Expr> list() {
    return List.of(pick(Type.ListType.class::isInstance));
  }

  private List<Expr> listOrVector() {
    return List.of(pick(t -> t instanceof Type.ListType || t instanceof Type.VectorType));
  }

  private List<Expr> elementAndList() {
    Expr list = list().get(0);
    Type element = ((Type.ListType) list.type()).element();
    return List.of(
        pick(type -> type.equals(element) || type.isNumeric() && element.isNumeric()), list);
  }

  private List<Expr> mapAndKey() {
    Expr map = pick(Type.MapType.class::isInstance);
    Expr key = pick(((Type.MapType) map.type()).key()::equals);
    return List.of(map, key);
  }

  private List<Expr> valueAndConstants() {
    Expr value = pick(type -> type instanceof Type.Scalar || type.isNumeric());
    List<Expr> args = new ArrayList<>(List.of(value));
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      Type type = value.type().isNumeric() ? pick(Type::isNumeric).type() : value.type();
      args.add(new Expr.Literal(type, values.of(type)));
    }
    return args;
  }

  private static List<Expr> with(List<Expr> args, Expr... more) {
    List<Expr> all = new ArrayList<>(args);
    all.addAll(List.of(more));
    return all;
  }

  private static List<Expr> prepended(Expr first, List<Expr> rest) {
    return with(List.of(first), rest.toArray(Expr[]::new));
  }

  private static List<Expr> reversed(List<Expr> args) {
    return List.of(args.get(1), args.get(0));
  }
}

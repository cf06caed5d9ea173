package dev.arabica.core.expr;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the functions give, by example. */
class FunctionTest {
  private static final RowType NO_COLUMNS = new RowType(List.of());
  private static final String SMILE = "\uD83D\uDE00";

  @Test
  void decimalsAreExact() {
    assertThat(call(Function.ADD, decimal("0.10"), decimal("0.2"))).isEqualTo(big("0.30"));
    assertThat(call(Function.MULTIPLY, decimal("1.5"), decimal("-0.25"))).isEqualTo(big("-0.375"));
    assertThat(call(Function.MODULO, decimal("-7.5"), 2L)).isEqualTo(big("-1.5"));
    assertThat(call(Function.MODULO, decimal("7.5"), 0L)).isNull();
    assertThat(call(Function.DIVIDE, decimal("1"), 4L)).isEqualTo(0.25);
    assertThat(call(Function.ADD, decimal("0.1"), 0.2)).isEqualTo(0.1 + 0.2);
    assertThat(call(Function.EQUAL, decimal("1.00"), 1L)).isEqualTo(true);
    assertThat(call(Function.ADD, decimal("9".repeat(38)), 1L)).isNull();
    assertThat(
            type(Function.MULTIPLY, decimal("1." + "0".repeat(20)), decimal("1." + "0".repeat(19))))
        .isNull();
  }

  @Test
  void numbersAreRounded() {
    assertThat(call(Function.ROUND, 2.5)).isEqualTo(3.0);
    assertThat(call(Function.ROUND, -2.5)).isEqualTo(-3.0);
    assertThat(call(Function.ROUND, 0.49999999999999994)).isEqualTo(0.0);
    assertThat(call(Function.ROUND, 1234.567, 1L)).isEqualTo(1234.6);
    assertThat(call(Function.ROUND, 1250L, -2L)).isEqualTo(1300.0);
    assertThat(call(Function.ROUND, decimal("9.995"), 2L)).isEqualTo(big("10.00"));
    assertThat(call(Function.CEIL, -1.5)).isEqualTo(-1.0);
    assertThat(call(Function.FLOOR, decimal("-1.5"))).isEqualTo(big("-2"));
    assertThat(call(Function.SIGN, -0.5)).isEqualTo(-1L);
    assertThat(call(Function.CLAMP, 7L, 0L, 5L)).isEqualTo(5L);
    assertThat(call(Function.CLAMP, 7L, 5L, 0L)).isNull();
    assertThat(call(Function.LEAST, 3L, 2.5)).isEqualTo(2.5);
    assertThat(call(Function.GREATEST, "b", "a", "é")).isEqualTo("é");
    assertThat(call(Function.GREATEST, 1.0, Double.NaN)).isNull();
  }

  @Test
  void whatIsOutsideTheDomainIsNull() {
    assertThat(call(Function.LN, 0L)).isNull();
    assertThat(call(Function.SQRT, -1L)).isNull();
    assertThat(call(Function.LOG1P, -1L)).isNull();
    assertThat(call(Function.EXP, 1000L)).isNull();
    assertThat(call(Function.POW, 0L, -1L)).isNull();
    assertThat(call(Function.POW, 2L, 10L)).isEqualTo(1024.0);
    for (int exponent = -1074; exponent < 1024; exponent++) {
      assertThat(call(Function.LOG2, Math.scalb(1.0, exponent))).isEqualTo((double) exponent);
    }
  }

  @Test
  void textsCountCodePoints() {
    assertThat(call(Function.SUBSTRING, SMILE + "ab", 1L, 1L)).isEqualTo("a");
    assertThat(call(Function.SUBSTRING, "abc", -2L)).isEqualTo("bc");
    assertThat(call(Function.SUBSTRING, "abc", 3L, 5L)).isEqualTo("");
    assertThat(call(Function.SUBSTRING, "abc", 0L, -1L)).isNull();
    assertThat(call(Function.INDEX_OF, SMILE + "ab", "b")).isEqualTo(2L);
    assertThat(call(Function.INDEX_OF, "ab", "c")).isNull();
    assertThat(call(Function.REVERSE, "a" + SMILE)).isEqualTo(SMILE + "a");
    assertThat(call(Function.TRIM, " \ta b\n")).isEqualTo("a b");
    assertThat(call(Function.REPLACE, "aaa", "aa", "b")).isEqualTo("ba");
    assertThat(call(Function.REPLACE, "aaa", "", "b")).isEqualTo("aaa");
    assertThat(call(Function.REPLACE, "a".repeat(1000), "a", "b".repeat(1001))).isNull();
    assertThat(call(Function.SPLIT, "a,,b", ",")).isEqualTo(List.of("a", "", "b"));
    assertThat(call(Function.SPLIT, "", ",")).isEqualTo(List.of(""));
    assertThat(call(Function.SPLIT, "a", "")).isNull();
    assertThat(call(Function.JOIN, strings("a", null, "b"), "-")).isEqualTo("a-b");
  }

  /** What is stored of it would be another text. */
  @Test
  void noFunctionHalvesASurrogatePair() {
    String text = "a" + SMILE + SMILE + "b" + SMILE;
    List<Object> made = new ArrayList<>();
    for (long from = -6; from <= 6; from++) {
      for (long n = 0; n <= 6; n++) {
        made.add(call(Function.SUBSTRING, text, from, n));
      }
    }
    made.add(call(Function.REVERSE, text));
    made.add(call(Function.REPLACE, text, "b", SMILE));
    made.add(call(Function.REPLACE, text, SMILE, ""));
    made.addAll((List<?>) call(Function.SPLIT, text, SMILE));
    made.add(call(Function.TRIM, " " + SMILE + " "));
    made.add(call(Function.UPPER, "\uD801\uDC28"));
    assertThat(made).allSatisfy(part -> assertThat(Values.isEncodable((String) part)).isTrue());
    assertThat(made).contains(SMILE + SMILE + "b", SMILE + "b" + SMILE + SMILE + "a", "ab");
    assertThat(made).endsWith("\uD801\uDC00");
  }

  @Test
  void textsAndNumbersAreConverted() {
    assertThat(call(Function.TO_INT, "-12")).isEqualTo(-12L);
    assertThat(call(Function.TO_INT, "1.5")).isNull();
    assertThat(call(Function.TO_INT, decimal("-1.9"))).isEqualTo(-1L);
    assertThat(call(Function.TO_FLOAT, "1e3")).isEqualTo(1000.0);
    assertThat(call(Function.TO_FLOAT, " 1")).isNull();
    assertThat(call(Function.TO_FLOAT, true)).isEqualTo(1.0);
    assertThat(call(Function.TO_DECIMAL, "2.675", 10L, 2L)).isEqualTo(big("2.68"));
    assertThat(call(Function.TO_DECIMAL, 2.675, 10L, 2L)).isEqualTo(big("2.67"));
    assertThat(call(Function.TO_DECIMAL, "100", 4L, 2L)).isNull();
    assertThat(type(Function.TO_DECIMAL, "1", 2L, 3L)).isNull();
    assertThat(call(Function.TO_STRING, 2e23)).isEqualTo("2.0E23");
    assertThat(call(Function.TO_STRING, 0.1)).isEqualTo("0.1");
    assertThat(call(Function.TO_STRING, literal(Type.FLOAT32, (double) 0.1f))).isEqualTo("0.1");
    assertThat(call(Function.TO_STRING, literal(Type.DURATION, 5_400_000_000L))).isEqualTo("90m");
    assertThat(call(Function.TO_DATE, "2024-02-29")).isEqualTo(day("2024-02-29"));
    assertThat(call(Function.TO_DATE, "2025-02-29")).isNull();
  }

  @Test
  void timesAreUtc() {
    Object instant = at("1969-12-31T23:59:30Z");
    assertThat(call(Function.YEAR, instant)).isEqualTo(1969L);
    assertThat(call(Function.MINUTE_OF_HOUR, instant)).isEqualTo(59L);
    assertThat(call(Function.TO_SECONDS, instant)).isEqualTo(-30L);
    assertThat(call(Function.TRUNCATE, instant, literal(Type.DURATION, Instants.MICROS_PER_HOUR)))
        .isEqualTo(Instants.parse("1969-12-31T23:00:00Z"));
    assertThat(call(Function.TRUNCATE, instant, literal(Type.DURATION, 0L))).isNull();
    Expr date = literal(Type.DATE, day("2024-02-29"));
    assertThat(call(Function.DAY_OF_MONTH, date)).isEqualTo(29L);
    assertThat(call(Function.DAYS_BETWEEN, date, literal(Type.DATE, day("2024-03-01"))))
        .isEqualTo(1L);
    assertThat(call(Function.ADD_DAYS, date, -60L)).isEqualTo(day("2023-12-31"));
    assertThat(call(Function.TO_TIMESTAMP, "2024-02-29T01:00:00+01:00"))
        .isEqualTo(Instants.parse("2024-02-29T00:00:00Z"));
  }

  @Test
  void listsCountFromZeroAndFromTheEnd() {
    Expr list = literal(new Type.ListType(Type.INT64), Arrays.asList(3L, null, 1L, 3L));
    assertThat(call(Function.ELEMENT, list, 0L)).isEqualTo(3L);
    assertThat(call(Function.ELEMENT, list, -2L)).isEqualTo(1L);
    assertThat(call(Function.ELEMENT, list, 4L)).isNull();
    assertThat(call(Function.SLICE, list, -3L, 2L)).isEqualTo(Arrays.asList(null, 1L));
    assertThat(call(Function.SORT, list)).isEqualTo(Arrays.asList(1L, 3L, 3L, null));
    assertThat(call(Function.DISTINCT, list)).isEqualTo(Arrays.asList(3L, null, 1L));
    assertThat(call(Function.INDEX_OF, list, 1L)).isEqualTo(2L);
    assertThat(call(Function.LIST_SUM, list)).isEqualTo(7L);
    assertThat(call(Function.LIST_AVG, list)).isEqualTo(7.0 / 3);
    assertThat(call(Function.LIST_MAX, list)).isEqualTo(3L);
    assertThat(call(Function.LIST_MIN, literal(list.type(), List.of()))).isNull();
    assertThat(call(Function.LIST_SUM, literal(list.type(), List.of()))).isEqualTo(0L);
    assertThat(call(Function.IN, 1L, list)).isEqualTo(true);
    assertThat(call(Function.IN, 2L, list)).isNull();
    assertThat(call(Function.IN, 2.5, literal(list.type(), List.of(1L)))).isEqualTo(false);
    assertThat(call(Function.LIST, 1L, 2.5)).isEqualTo(List.of(1.0, 2.5));
    assertThat(type(Function.LIST, 1L, "a")).isNull();
    Expr beyond = literal(list.type(), List.of(Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE));
    assertThat(call(Function.LIST_SUM, beyond)).isEqualTo(Long.MAX_VALUE - 1);
  }

  @Test
  void mapsAreAskedByKey() {
    Type.MapType type = new Type.MapType(Type.STRING, Type.INT64);
    Expr map = literal(type, Values.map(type, Map.of("b", 2L, "a", 1L)));
    assertThat(call(Function.ELEMENT, map, "b")).isEqualTo(2L);
    assertThat(call(Function.ELEMENT, map, "c")).isNull();
    assertThat(call(Function.MAP_KEYS, map)).isEqualTo(List.of("a", "b"));
    assertThat(call(Function.MAP_VALUES, map)).isEqualTo(List.of(1L, 2L));
  }

  @Test
  void valuesAreEncoded() {
    assertThat(call(Function.ONE_HOT, "b", "a", "b")).isEqualTo(new float[] {0, 1});
    assertThat(call(Function.ONE_HOT, "z", "a", "b")).isEqualTo(new float[] {0, 0});
    assertThat(type(Function.ONE_HOT, "b", new Expr.Column("c", Type.STRING))).isNull();
    assertThat(call(Function.BUCKETIZE, 10L, 0L, 10L, 20.5)).isEqualTo(2L);
    long hash = Hashing.xxh3_64().hashBytesToLong(SMILE.getBytes(StandardCharsets.UTF_8));
    assertThat(call(Function.HASH64, SMILE)).isEqualTo(hash);
    assertThat(call(Function.HASH_BUCKET, SMILE, 10L)).isEqualTo(Long.remainderUnsigned(hash, 10));
    assertThat(call(Function.HASH_BUCKET, SMILE, 0L)).isNull();
  }

  /** Models are trained on these; they are those of the xxhash library of Python. */
  @Test
  void hashesNeverChange() {
    assertThat(call(Function.HASH64, "")).isEqualTo(0x2D06800538D394C2L);
    assertThat(call(Function.HASH64, "arabica")).isEqualTo(-4765390039313768225L);
    assertThat(call(Function.HASH64, 42L)).isEqualTo(2347651011283115188L);
    assertThat(call(Function.HASH64, decimal("-1.50"))).isEqualTo(6540300858415177897L);
  }

  @Test
  void vectorsAreMultiplied() {
    Expr v = literal(new Type.VectorType(2), new float[] {3, 4});
    Expr w = literal(new Type.VectorType(2), new float[] {4, 3});
    Expr zero = literal(new Type.VectorType(2), new float[] {0, 0});
    assertThat(call(Function.DOT, v, w)).isEqualTo(24.0);
    assertThat(call(Function.NORM, v)).isEqualTo(5.0);
    assertThat(call(Function.COSINE, v, w)).isEqualTo(24.0 / 25);
    assertThat(call(Function.COSINE, v, zero)).isNull();
    assertThat(call(Function.ELEMENT, v, -1L)).isEqualTo(4.0);
    assertThat(type(Function.DOT, v, literal(new Type.VectorType(3), null))).isNull();
  }

  @Test
  void whatIsMissingMeetsAnything() {
    assertThat(call(Function.NULL_IF, 0L, 0.0)).isNull();
    assertThat(call(Function.NULL_IF, 1L, literal(Type.NULL, null))).isEqualTo(1L);
    assertThat(call(Function.IF, true, decimal("1.5"), 2L)).isEqualTo(big("1.5"));
    assertThat(call(Function.IF, false, decimal("1.5"), 2L)).isEqualTo(big("2.0"));
    Expr none = literal(new Type.ListType(Type.NULL), List.of());
    assertThat(type(Function.COALESCE, strings("a"), none))
        .isEqualTo(new Type.ListType(Type.STRING));
    assertThat(call(Function.IS_NAN, Double.NaN)).isEqualTo(true);
  }

  private static Object call(Function function, Object... args) {
    Expr call = Expr.Call.of(function, exprs(args));
    Object value = Evaluators.bind(call, NO_COLUMNS).value(new Row(NO_COLUMNS));
    return value instanceof Double number ? (Object) (number + 0.0) : value;
  }

  private static Type type(Function function, Object... args) {
    return function.typeOf(exprs(args));
  }

  private static List<Expr> exprs(Object... args) {
    List<Expr> exprs = new ArrayList<>();
    for (Object arg : args) {
      exprs.add(arg instanceof Expr expr ? expr : literal(typeOf(arg), arg));
    }
    return exprs;
  }

  private static Type typeOf(Object value) {
    if (value instanceof Long) {
      return Type.INT64;
    }
    return value instanceof Double
        ? Type.FLOAT64
        : value instanceof Boolean ? Type.BOOL : Type.STRING;
  }

  private static Expr literal(Type type, Object value) {
    return new Expr.Literal(type, value);
  }

  private static Expr strings(String... values) {
    return literal(new Type.ListType(Type.STRING), Arrays.asList(values));
  }

  private static Expr decimal(String text) {
    BigDecimal value = big(text);
    return literal(
        new Type.DecimalType(Math.max(value.precision(), value.scale() + 1), value.scale()), value);
  }

  private static BigDecimal big(String text) {
    return new BigDecimal(text);
  }

  private static Expr at(String instant) {
    return literal(Type.TIMESTAMP, Instants.parse(instant));
  }

  private static long day(String date) {
    return LocalDate.parse(date).toEpochDay();
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.agg.RepCase.Called;
import dev.arabica.core.agg.RepCase.Event;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * What fixtures are made of: for each aggregate every type that it takes, nothing, one event and
 * several, and the forms of its rep that these do not have.
 */
final class RepCases {
  private static final Type STRUCT =
      new Type.StructType(
          List.of(
              new Type.Field("id", Type.INT64, false),
              new Type.Field("title", Type.STRING, true),
              new Type.Field("price", new Type.DecimalType(9, 2), true)));
  private static final Type MAP = new Type.MapType(Type.STRING, Type.FLOAT64);

  /** Values from the edges of each type. */
  private static final Map<Type, List<Object>> VALUES = new LinkedHashMap<>();

  static {
    put(Type.INT64, 7L, -1L, 0L, 7L, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, -3_000_000L);
    put(Type.INT32, 300L, (long) Integer.MIN_VALUE, (long) Integer.MAX_VALUE, 300L, 0L, -1L);
    put(Type.FLOAT64, 0.1, -0.0, 1e300, -2.5, Double.MIN_VALUE, -1e300, 0.1, 3e15);
    put(Type.FLOAT32, 0.5, (double) 0.1f, (double) -Float.MAX_VALUE, (double) Float.MIN_VALUE);
    put(new Type.DecimalType(9, 2), decimal("1.28"), decimal("-9999999.99"), decimal("0.00"));
    put(
        new Type.DecimalType(38, 10),
        decimal("9999999999999999999999999999.9999999999"),
        decimal("-0.0000000001"),
        decimal("9999999999999999999999999999.9999999999"));
    put(
        Type.STRING,
        "",
        "a",
        "other",
        "\uD83D\uDE00",
        "\uFFFD",
        "a\u0000\n\"",
        "a",
        "Ω".repeat(70));
    put(Type.BYTES, new byte[0], new byte[] {-1, 0, 127}, new byte[] {-1}, new byte[] {-1});
    put(Type.BOOL, true, false, true);
    put(Type.TIMESTAMP, 1_767_225_600_000_000L, 0L, -1L, 253_402_300_799_999_999L);
    put(Type.DATE, 20_454L, -719_162L, 0L, 20_454L);
    put(Type.DURATION, 0L, 3_600_000_000L, -1L, Long.MAX_VALUE);
    put(
        new Type.VectorType(3),
        new float[] {1, -0.0f, Float.MIN_VALUE},
        new float[] {Float.MAX_VALUE, 0.1f, -Float.MIN_VALUE},
        new float[] {-2.5f, 1e-20f, 3});
    put(
        new Type.ListType(Type.INT32),
        List.of(),
        Arrays.asList(1L, null, -70_000L),
        List.of(5L),
        List.of(5L, 6L));
    put(
        STRUCT,
        Arrays.asList(1L, "Ω", decimal("1.28")),
        Arrays.asList(-1L, null, null),
        Arrays.asList(2L, "\uD83D\uDE00", decimal("-0.01")));
    put(
        MAP,
        map(Map.of()),
        map(Map.of("b", 2.5, "a", Double.NEGATIVE_INFINITY)),
        map(Map.of("", Double.NaN)));
  }

  private static final long START = 1_767_225_600_000_000L;
  private static final Window WINDOW = new Window(START, START + Instants.MICROS_PER_HOUR);
  private static final Window EPOCH =
      new Window(-Instants.MICROS_PER_HOUR, Instants.MICROS_PER_HOUR);

  private final AggregateFunction function;
  private final List<RepCase> cases = new ArrayList<>();

  private RepCases(AggregateFunction function) {
    this.function = function;
  }

  private static void put(Type type, Object... values) {
    VALUES.put(type, List.of(values));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  private static Map<Object, Object> map(Map<String, Double> entries) {
    return Values.map((Type.MapType) MAP, entries);
  }

  static List<RepCase> of(AggregateFunction function) {
    RepCases cases = new RepCases(function);
    cases.addForAllTypes();
    cases.addForms();
    return cases.cases;
  }

  /** Several aggregates over the same columns. */
  static List<RepCase> ofPacks() {
    List<Called> words =
        List.of(
            called(AggregateFunction.COUNT),
            called(AggregateFunction.SUM),
            called(AggregateFunction.AVG),
            called(AggregateFunction.MIN),
            called(AggregateFunction.LAST));
    List<Called> all = new ArrayList<>(words);
    all.add(called(AggregateFunction.STDDEV));
    all.add(called(AggregateFunction.LAST_N));
    all.add(called(AggregateFunction.TOP_N));
    all.add(called(AggregateFunction.DISTINCT_COUNT));
    all.add(called(AggregateFunction.APPROX_QUANTILES));
    all.add(called(AggregateFunction.SUM_BY));
    all.add(called(AggregateFunction.DECAYED_COUNT));
    List<Event> events = events(START, VALUES.get(Type.INT64), VALUES.get(Type.STRING));
    return List.of(
        RepCase.of("nothing", Type.INT64, null, WINDOW, words, List.of()),
        RepCase.of("only words", Type.INT64, null, WINDOW, words, events),
        RepCase.of("floats", Type.FLOAT64, null, WINDOW, words, events(Type.FLOAT64, 0.1, -2.5)),
        RepCase.of("structures too", Type.INT64, Type.STRING, WINDOW, all, events));
  }

  private void addForAllTypes() {
    List<Type> inputs = new ArrayList<>(VALUES.keySet());
    inputs.removeIf(type -> function.resultType(type) == null);
    if (function.resultType(null) != null) {
      inputs.add(0, null);
    }
    List<Type> bys = new ArrayList<>(VALUES.keySet());
    bys.removeIf(type -> !function.takesBy(type));
    for (int i = 0; i < Math.max(inputs.size(), bys.size()); i++) {
      Type input = inputs.get(i % inputs.size());
      addUsual(input, bys.isEmpty() ? null : bys.get(i % bys.size()), i == 0);
    }
  }

  private void addUsual(Type input, Type by, boolean isFirst) {
    List<Event> events = events(START, values(input), values(by));
    if (isFirst) {
      add("nothing", input, by, WINDOW, List.of());
      add("around the epoch", input, by, EPOCH, events(-1, values(input), values(by)));
    }
    add("one event", input, by, WINDOW, events.subList(0, 1));
    add("several events", input, by, WINDOW, events);
  }

  private static List<Object> values(Type type) {
    return type == null ? Arrays.asList(null, null, null, null) : VALUES.get(type);
  }

  /** What has more than one form, and values that few aggregates take in the same way. */
  private void addForms() {
    switch (function) {
      case SUM, AVG, VARIANCE, STDDEV, VAR_POP, STDDEV_POP, DECAYED_SUM -> {
        add("beyond 64 bits", Type.INT64, Long.MAX_VALUE, Long.MAX_VALUE);
        add("cancelled out", Type.INT64, 5L, -5L);
        add("cancelled out", Type.FLOAT64, 0.1, -0.1);
        addInfinities();
      }
      case MIN, MAX, FIRST, LAST, APPROX_QUANTILE, APPROX_QUANTILES, HISTOGRAM -> addInfinities();
      case SUM_BY, AVG_BY, MAX_BY -> {
        List<Event> events = events(START, VALUES.get(Type.INT64), List.of("a", "b"));
        add("few categories", Type.INT64, Type.STRING, WINDOW, events);
      }
      case VECTOR_SUM, VECTOR_AVG -> {
        float infinity = Float.POSITIVE_INFINITY;
        add("infinity", new Type.VectorType(2), new float[] {infinity, 1}, new float[] {2, 3});
        add("both infinities", new Type.VectorType(1), vector(infinity), vector(-infinity));
        add("beyond a float", new Type.VectorType(1), vector(3e38f), vector(3e38f));
      }
      default -> {}
    }
    switch (function) {
      case APPROX_QUANTILE, APPROX_QUANTILES, HISTOGRAM, COUNT_BY ->
          add("many values", Type.INT64, many(200));
      case APPROX_DISTINCT -> {
        add("the most hashes", Type.INT64, many(256));
        add("registers", Type.INT64, many(400));
      }
      case TOP_K -> {
        add("ties", Type.INT64, 1L, 2L, 2L, 3L, 3L, 4L, 4L, 5L, 5L);
        add("counters", Type.INT64, many(FrequentValues.NAMED + 1));
      }
      case DISTINCT_COUNT -> {
        add("the most values", Type.INT64, 1L, 2L, 3L, 4L);
        add("hashes", Type.INT64, many(10));
        add("registers", Type.INT64, many(300));
      }
      default -> {}
    }
  }

  private void addInfinities() {
    double infinity = Double.POSITIVE_INFINITY;
    add("infinity", Type.FLOAT64, 1.5, infinity);
    add("both infinities", Type.FLOAT64, -infinity, 1.5, infinity, -infinity);
  }

  private static float[] vector(float component) {
    return new float[] {component};
  }

  private static Object[] many(int count) {
    return LongStream.range(0, count).mapToObj(i -> i * i - 50).toArray();
  }

  private void add(String name, Type input, Object... values) {
    Type by = function.signature().stream().anyMatch(p -> p.name().equals("by")) ? input : null;
    add(name, input, by, WINDOW, events(input, values));
  }

  private static List<Event> events(Type input, Object... values) {
    return events(START, Arrays.asList(values), values(null));
  }

  private void add(String name, Type input, Type by, Window window, List<Event> events) {
    cases.add(RepCase.of(name, input, by, window, List.of(called(function)), events));
  }

  /** Each value, some at the same time and in no order of time or id; a null among several. */
  private static List<Event> events(long start, List<Object> values, List<Object> bys) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      long time = start + i * 7L % 5 * 1_000_001;
      Object by = bys.get(i % bys.size());
      events.add(new Event(time, i % 3 - 1, i * 0x9E3779B97F4A7C15L, values.get(i), by));
    }
    if (events.size() > 2) {
      events.add(new Event(start, 0, 0, null, bys.get(0)));
    }
    return events;
  }

  private static Called called(AggregateFunction function) {
    Map<String, Object> parameters = new TreeMap<>();
    for (Parameter parameter : function.signature()) {
      switch (parameter.kind()) {
        case EXPRESSION -> {}
        case WHOLE -> parameters.put(parameter.name(), parameter.isNamed() ? 4L : 3L);
        case DURATION -> parameters.put(parameter.name(), Instants.MICROS_PER_MINUTE);
        case FRACTION -> parameters.put(parameter.name(), parameter.isNamed() ? 0.02 : 0.29);
        case NUMBERS -> parameters.put(parameter.name(), List.of(0.5, 0.29, 1.0, 0.0));
        case EDGES -> parameters.put(parameter.name(), List.of(-1e17, 0.0, 0.1, 0x1p53));
      }
    }
    return new Called(function, function.codecVersion(), parameters);
  }
}

package dev.arabica.reference;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Parameter;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A pack of random aggregates over values of random types, and reps of random events. */
final class RandomPack {
  private static final AggregateFunction[] FUNCTIONS = AggregateFunction.values();
  private static final List<Type> SCALARS =
      Arrays.stream(Type.Scalar.values())
          .filter(type -> type != Type.NULL)
          .map(type -> (Type) type)
          .toList();
  private static final List<Type> KEYS = SCALARS.stream().filter(Type.MapType::canBeKey).toList();
  private static final int MOST_AGGREGATES = 4;
  private static final Window WINDOW =
      new Window(HostileEvents.START, HostileEvents.START + HostileEvents.SPAN);

  private final Random random;
  private final List<Type.Field> columns = new ArrayList<>();
  private final List<Type> results = new ArrayList<>();
  private final GroupPlan.Pack plan;
  private final CompositeAggregator taking;
  private final CompositeAggregator reading;

  RandomPack(Random random) {
    this.random = random;
    List<GroupPlan.Aggregate> aggregates = new ArrayList<>();
    for (int i = random.nextInt(MOST_AGGREGATES); i >= 0; i--) {
      aggregates.add(aggregate("a" + i, FUNCTIONS[random.nextInt(FUNCTIONS.length)]));
    }
    this.plan = new GroupPlan.Pack("pack", aggregates);
    this.taking = CompositeAggregator.bind(plan, new RowType(columns));
    this.reading = CompositeAggregator.forReps(plan);
  }

  private GroupPlan.Aggregate aggregate(String name, AggregateFunction function) {
    Type input = type(2);
    while (function.resultType(input) == null) {
      input = random.nextInt(8) == 0 ? null : type(2);
    }
    results.add(function.resultType(input));
    return new GroupPlan.Aggregate(
        name,
        name,
        function.symbol(),
        Optional.ofNullable(input).map(this::column),
        function.signature().stream()
            .filter(parameter -> parameter.name().equals("by"))
            .findFirst()
            .map(by -> column(by(function))),
        Optional.empty(),
        parameters(function));
  }

  private Type by(AggregateFunction function) {
    Type by = type(0);
    while (!function.takesBy(by)) {
      by = type(0);
    }
    return by;
  }

  private Expr column(Type type) {
    String name = "c" + columns.size();
    columns.add(new Type.Field(name, type, true));
    return new Expr.Column(name, type);
  }

  private Type type(int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 12)) {
      case 0 -> {
        int precision = 1 + random.nextInt(Type.DecimalType.MOST_DIGITS);
        yield new Type.DecimalType(precision, random.nextInt(precision + 1));
      }
      case 8 -> new Type.VectorType(1 + random.nextInt(4));
      case 9 -> new Type.ListType(type(depth - 1));
      case 10 -> new Type.MapType(KEYS.get(random.nextInt(KEYS.size())), type(depth - 1));
      case 11 ->
          new Type.StructType(
              List.of(
                  new Type.Field("a", type(depth - 1), true),
                  new Type.Field("b", type(depth - 1), true)));
      default -> SCALARS.get(random.nextInt(SCALARS.size()));
    };
  }

  private Map<String, Object> parameters(AggregateFunction function) {
    Map<String, Object> values = new TreeMap<>();
    for (Parameter parameter : function.signature()) {
      switch (parameter.kind()) {
        case EXPRESSION -> {}
        case WHOLE -> values.put(parameter.name(), 1L + random.nextInt(20));
        case DURATION ->
            values.put(parameter.name(), (1 + random.nextInt(600)) * Instants.MICROS_PER_MINUTE);
        case FRACTION -> values.put(parameter.name(), 0.001 + random.nextDouble() / 2.1);
        case NUMBERS -> values.put(parameter.name(), List.of(0.5, 0.29, 1.0, 0.0));
        case EDGES -> values.put(parameter.name(), List.of(-1e17, 0.0, 0.1, 0x1p53));
      }
    }
    return values;
  }

  /** The bytes of a rep of a few events, now and then of many. */
  byte[] rep() {
    Rep rep = taking.identity();
    Row row = new Row(new RowType(columns));
    HostileValues values = new HostileValues(random);
    HostileEvents times = new HostileEvents(random);
    for (int i = random.nextInt(random.nextInt(12) == 0 ? 600 : 12); i > 0; i--) {
      for (int column = 0; column < columns.size(); column++) {
        row.setValue(column, values.nullable(columns.get(column).type()));
      }
      taking.add(rep, row, times.time(), random.nextLong(), random.nextInt(3));
    }
    return taking.encode(rep);
  }

  /** The pack to read such bytes with. */
  CompositeAggregator forReps() {
    return reading;
  }

  /** Finishes every aggregate, and shows what came of it. */
  void finish(CompositeAggregator pack, Rep rep) {
    for (int i = 0; i < results.size(); i++) {
      Row out = new Row(new RowType(List.of(new Type.Field("value", results.get(i), true))));
      pack.finish(rep, i, WINDOW, out, 0);
      ValueJson.toJson(results.get(i), out.getValue(0));
    }
  }

  /** Whether it has a sum or a count that decays. */
  boolean isDecayed() {
    return plan.aggregates().stream().anyMatch(a -> a.function().startsWith("decayed"));
  }

  @Override
  public String toString() {
    return plan.toString();
  }
}

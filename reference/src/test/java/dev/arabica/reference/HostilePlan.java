package dev.arabica.reference;

import static dev.arabica.reference.HostileEvents.column;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.agg.Parameter;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** A random group over the hostile source: every aggregate, random filters, windows, ladders. */
final class HostilePlan {
  private static final List<String> INPUTS =
      List.of("i", "n", "x", "f", "s", "b", "at", "d", "raw", "user");
  private static final List<AggregateFunction> FUNCTIONS = List.of(AggregateFunction.values());
  private static final int AGGREGATES = FUNCTIONS.size() + 2;

  private final Random random;
  private final Ladder ladder;

  private HostilePlan(Random random) {
    this.random = random;
    long minute = Instants.MICROS_PER_MINUTE;
    this.ladder =
        switch (random.nextInt(4)) {
          case 0 -> new Ladder(List.of(minute, 15 * minute, 60 * minute, 360 * minute));
          case 1 -> new Ladder(List.of(10 * minute));
          default -> Ladder.DEFAULT;
        };
  }

  static Plan of(Random random) {
    return new HostilePlan(random).plan();
  }

  private Plan plan() {
    Optional<SourcePlan.Dedup> dedup =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of(
                new SourcePlan.Dedup(
                    List.of(column("did")),
                    random.nextBoolean() ? Instants.MICROS_PER_HOUR : Instants.MICROS_PER_DAY));
    List<GroupPlan.Pack> packs = new ArrayList<>();
    List<GroupPlan.Feature> features = new ArrayList<>();
    for (int pack = 0; pack <= random.nextInt(3); pack++) {
      List<GroupPlan.Aggregate> aggregates = new ArrayList<>();
      for (int i = 0; i < AGGREGATES; i++) {
        GroupPlan.Aggregate aggregate = aggregate(i);
        aggregates.add(aggregate);
        for (int j = 0; j <= random.nextInt(2); j++) {
          features.add(feature("f" + features.size(), pack, i, aggregate));
        }
      }
      packs.add(new GroupPlan.Pack("pack" + pack, aggregates));
    }
    GroupPlan group =
        new GroupPlan(
            "wild.group",
            HostileEvents.SOURCE,
            keys(),
            random.nextInt(3) == 0 ? Optional.of(filter()) : Optional.empty(),
            ladder,
            packs,
            features);
    return new Plan(List.of(HostileEvents.source(dedup)), List.of(group), List.of());
  }

  private List<GroupPlan.Key> keys() {
    GroupPlan.Key user = new GroupPlan.Key("user", column("user"));
    return random.nextBoolean()
        ? List.of(user)
        : List.of(user, new GroupPlan.Key("category", column("category")));
  }

  private GroupPlan.Aggregate aggregate(int position) {
    AggregateFunction function = FUNCTIONS.get(position % FUNCTIONS.size());
    return new GroupPlan.Aggregate(
        "id" + position,
        "a" + position,
        function.symbol(),
        input(function),
        by(function),
        random.nextInt(3) == 0 ? Optional.of(filter()) : Optional.empty(),
        parameters(function));
  }

  private Optional<Expr> input(AggregateFunction function) {
    if (function.resultType(null) != null && random.nextBoolean()
        || function == AggregateFunction.DECAYED_COUNT) {
      return Optional.empty();
    }
    Expr input = anyInput();
    while (function.resultType(input.type()) == null) {
      input = anyInput();
    }
    // A decayed sum is as good as the sum of its magnitudes is large: nothing may cancel out.
    return Optional.of(
        function == AggregateFunction.DECAYED_SUM
            ? Expr.Call.of(Function.ABS, List.of(input))
            : input);
  }

  private Optional<Expr> by(AggregateFunction function) {
    if (function.signature().stream().noneMatch(p -> p.isExpression() && p.isNamed())) {
      return Optional.empty();
    }
    Expr by = anyInput();
    while (!function.takesBy(by.type())) {
      by = anyInput();
    }
    return Optional.of(by);
  }

  private Map<String, Object> parameters(AggregateFunction function) {
    Map<String, Object> values = new TreeMap<>();
    for (Parameter parameter : function.signature()) {
      switch (parameter.kind()) {
        case EXPRESSION -> {}
        case WHOLE -> values.put(parameter.name(), 1L + random.nextInt(20));
        case DURATION -> values.put(parameter.name(), Instants.MICROS_PER_HOUR);
        case FRACTION ->
            values.put(
                parameter.name(),
                parameter.isNamed() ? (Object) 0.02 : (Object) random.nextDouble());
        case NUMBERS -> values.put(parameter.name(), List.of(0.5, 0.29, 1.0, 0.0));
        case EDGES -> values.put(parameter.name(), List.of(-1e17, 0.0, 0.1, 9.007199254740993e15));
      }
    }
    return values;
  }

  private Expr anyInput() {
    Expr x = column("x");
    Expr i = column("i");
    return switch (random.nextInt(10)) {
      case 0 -> new Expr.Struct(List.of("i", "x", "s"), List.of(i, x, column("s")));
      case 1 -> Expr.Call.of(Function.MULTIPLY, List.of(x, column("n")));
      case 2 -> Expr.Call.of(Function.ADD, List.of(i, column("n")));
      case 3 -> Expr.Call.of(Function.COALESCE, List.of(column("n"), column("f")));
      case 4 -> decimal(i);
      case 5 -> new Expr.Literal(new Type.VectorType(2), new float[] {random.nextFloat(), -0.1f});
      default -> column(INPUTS.get(random.nextInt(INPUTS.size())));
    };
  }

  private static Expr decimal(Expr whole) {
    List<Expr> args =
        List.of(whole, new Expr.Literal(Type.INT64, 25L), new Expr.Literal(Type.INT64, 3L));
    return Expr.Call.of(Function.TO_DECIMAL, args);
  }

  private Expr filter() {
    Expr positive =
        Expr.Call.of(Function.GREATER, List.of(column("i"), new Expr.Literal(Type.INT64, -1L)));
    return switch (random.nextInt(3)) {
      case 0 -> column("b");
      case 1 -> Expr.Call.of(Function.OR, List.of(column("b"), positive));
      default -> positive;
    };
  }

  private GroupPlan.Feature feature(
      String name, int pack, int position, GroupPlan.Aggregate aggregate) {
    long base = ladder.baseSize();
    long[] lengths = {base, 2 * base, 7 * base, 60 * base, 144 * base, 300 * base, 2000 * base};
    long[] steps = {base, base, 3 * base, 12 * base, 288 * base};
    AggregateFunction function = AggregateFunction.named(aggregate.function());
    Type type = function.resultType(aggregate.input().map(Expr::type).orElse(null));
    return new GroupPlan.Feature(
        name,
        pack,
        position,
        lengths[random.nextInt(lengths.length)],
        steps[random.nextInt(steps.length)],
        random.nextBoolean() ? Window.Anchor.REQUEST : Window.Anchor.WATERMARK,
        byDefault(type),
        type);
  }

  private Optional<Expr.Literal> byDefault(Type type) {
    return switch (random.nextInt(5)) {
      case 0 -> Optional.of(new Expr.Literal(Type.NULL, null));
      case 1 -> five(type);
      default -> Optional.empty();
    };
  }

  /** As the compiler writes a default: a literal of the feature's type. */
  private static Optional<Expr.Literal> five(Type type) {
    if (type instanceof Type.DecimalType decimal) {
      return Optional.of(new Expr.Literal(type, BigDecimal.valueOf(-5).setScale(decimal.scale())));
    }
    return type.isNumeric() ? Optional.of(new Expr.Literal(Type.INT64, -5L)) : Optional.empty();
  }
}

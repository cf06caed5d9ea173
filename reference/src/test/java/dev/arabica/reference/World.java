package dev.arabica.reference;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small plans and events for tests, written out by hand. */
final class World {
  static final String SOURCE = "shop.views";
  static final String GROUP = "shop.user_views";

  private World() {}

  /** A source with a user, a number, a price and a text, all nullable. */
  static SourcePlan source(Optional<SourcePlan.Dedup> dedup) {
    return new SourcePlan(
        SOURCE,
        Optional.empty(),
        SOURCE,
        List.of(
            field("ts", Type.TIMESTAMP),
            field("user", Type.STRING),
            field("n", Type.INT64),
            field("price", Type.FLOAT64),
            field("text", Type.STRING)),
        new Expr.Column("ts", Type.TIMESTAMP),
        0,
        0,
        0,
        dedup);
  }

  private static SourcePlan.SourceField field(String name, Type type) {
    return new SourcePlan.SourceField(name, type, true, SourcePlan.TimeEncoding.ISO);
  }

  static Expr column(String name) {
    RowType rowType = source(Optional.empty()).rowType();
    return new Expr.Column(name, rowType.type(rowType.require(name)));
  }

  /** An aggregate and a window over it, as they would be written. */
  record Spec(
      String function,
      Expr input,
      Expr where,
      long n,
      String window,
      String step,
      Window.Anchor anchor,
      Optional<Expr.Literal> byDefault) {

    static Spec of(String function, String input, String window) {
      return new Spec(
          function,
          input == null ? null : column(input),
          null,
          3,
          window,
          "5m",
          Window.Anchor.REQUEST,
          Optional.empty());
    }

    Spec step(String wanted) {
      return new Spec(function, input, where, n, window, wanted, anchor, byDefault);
    }

    Spec anchored(Window.Anchor wanted) {
      return new Spec(function, input, where, n, window, step, wanted, byDefault);
    }

    Spec where(Expr filter) {
      return new Spec(function, input, filter, n, window, step, anchor, byDefault);
    }

    Spec byDefault(Type type, Object value) {
      return new Spec(
          function,
          input,
          where,
          n,
          window,
          step,
          anchor,
          Optional.of(new Expr.Literal(type, value)));
    }
  }

  /** A plan with one group by user, whose features are named {@code f0}, {@code f1} and so on. */
  static Plan plan(Optional<SourcePlan.Dedup> dedup, Spec... specs) {
    List<GroupPlan.Aggregate> aggregates = new ArrayList<>();
    List<GroupPlan.Feature> features = new ArrayList<>();
    List<FeatureSetPlan.Output> outputs = new ArrayList<>();
    for (Spec spec : specs) {
      int position = aggregates.size();
      aggregates.add(aggregate(spec, position));
      features.add(feature(spec, position));
      outputs.add(new FeatureSetPlan.Output("u.f" + position, "f" + position));
    }
    GroupPlan group =
        new GroupPlan(
            GROUP,
            SOURCE,
            List.of(new GroupPlan.Key("user", column("user"))),
            Optional.empty(),
            Ladder.DEFAULT,
            List.of(new GroupPlan.Pack("pack", aggregates)),
            features);
    FeatureSetPlan set =
        new FeatureSetPlan(
            "shop.home",
            List.of(new FeatureSetPlan.SetKey("user_id", Type.STRING)),
            List.of(new FeatureSetPlan.Member("u", GROUP, List.of("user_id"), outputs)));
    return new Plan(List.of(source(dedup)), List.of(group), List.of(set));
  }

  private static GroupPlan.Aggregate aggregate(Spec spec, int position) {
    return new GroupPlan.Aggregate(
        "id" + position,
        "a" + position,
        spec.function(),
        Optional.ofNullable(spec.input()),
        Optional.ofNullable(spec.where()),
        Map.of("n", spec.n()));
  }

  private static GroupPlan.Feature feature(Spec spec, int position) {
    Type input = spec.input() == null ? null : spec.input().type();
    return new GroupPlan.Feature(
        "f" + position,
        0,
        position,
        duration(spec.window()),
        duration(spec.step()),
        spec.anchor(),
        spec.byDefault(),
        AggregateFunction.named(spec.function()).resultType(input));
  }

  static long duration(String text) {
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> count * Instants.MICROS_PER_MINUTE;
      case 'h' -> count * Instants.MICROS_PER_HOUR;
      default -> count * Instants.MICROS_PER_DAY;
    };
  }

  /** An event on 2025-11-29; its id is that of the position in the list. */
  static Event event(String time, String user, Long n, Double price, String text, long id) {
    Row row = new Row(source(Optional.empty()).rowType());
    row.setLong(0, at(time));
    row.setValue(1, user);
    row.setValue(2, n);
    row.setValue(3, price);
    row.setValue(4, text);
    return new Event(
        row, at(time), new dev.arabica.core.key.EventId(0, id), new FilePosition("views.csv", id));
  }

  /** The instant of a time on 2025-11-29, or of a whole ISO-8601 text. */
  static long at(String time) {
    return Instants.parse(time.contains("T") ? time : "2025-11-29T" + time + "Z");
  }
}

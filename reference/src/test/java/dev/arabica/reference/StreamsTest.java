package dev.arabica.reference;

import static dev.arabica.reference.World.at;
import static dev.arabica.reference.World.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.StreamPlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Unions and views with a dedup of their own, and what is told of the rows that they drop. */
final class StreamsTest {
  private static final String BOTH = "shop.both";
  private static final String FIRSTS = "shop.firsts";
  private static final Expr N = World.column("n");
  private static final Expr USER = World.column("user");
  private static final List<Type.Field> COLUMNS =
      List.of(
          new Type.Field("user", Type.STRING, true), new Type.Field("amount", Type.INT64, true));
  private static final Expr AMOUNT = new Expr.Column("amount", Type.INT64);

  @Test
  void aUnionHasTheRowsOfEachOfItsBranches() {
    StreamPlan union =
        new StreamPlan(
            BOTH,
            List.of(branch(over(N, 10)), branch(Expr.Call.of(Function.NOT, List.of(over(N, 0))))),
            COLUMNS,
            Optional.empty());
    List<Event> events =
        List.of(
            event("15:00:00", "u", 20L, null, null, 1),
            event("15:01:00", "u", 5L, null, null, 2),
            event("15:02:00", "u", -3L, null, null, 3));
    assertThat(sum(List.of(union), BOTH, events)).isEqualTo(17L);
  }

  @Test
  void aViewFindsDuplicatesAmongTheRowsThatPassItsFilter() {
    StreamPlan view = firsts(World.SOURCE, Optional.of(over(N, 10)));
    List<Event> events =
        List.of(
            event("15:00:00", "u", 1L, null, null, 1),
            event("15:10:00", "u", 50L, null, null, 2),
            event("15:05:00", "u", 40L, null, null, 3),
            event("15:05:00", "u", 30L, null, null, 4),
            event("16:00:00", "u", 100L, null, null, 5));
    assertThat(sum(List.of(view), FIRSTS, events))
        .as("the first above 10 of each hour")
        .isEqualTo(140L);
  }

  @Test
  void aViewOverAUnionSeesDuplicatesAcrossItsBranches() {
    StreamPlan union =
        new StreamPlan(
            BOTH, List.of(branch(over(N, 10)), branch(over(N, 30))), COLUMNS, Optional.empty());
    StreamPlan view = firsts(BOTH, Optional.empty());
    List<Event> events =
        List.of(
            event("15:10:00", "u", 20L, null, null, 1), event("15:05:00", "u", 40L, null, null, 2));
    assertThat(sum(List.of(union, view), FIRSTS, events)).isEqualTo(40L);
  }

  @Test
  void itIsToldWhyARowDoesNotCount() {
    StreamPlan view = firsts(World.SOURCE, Optional.of(over(N, 10)));
    List<Event> events =
        List.of(
            event("15:00:00", "u", 1L, null, null, 1),
            event("15:10:00", "u", 50L, null, null, 2),
            event("15:05:00", "u", 40L, null, null, 3),
            event("15:06:00", "v", 60L, null, null, 4),
            event("15:07:00", null, 60L, null, null, 5),
            event("17:00:00", "u", 99L, null, null, 6),
            event("13:59:59", "u", 99L, null, null, 7));
    Plan plan = plan(List.of(view), FIRSTS);
    ReferenceEngine engine = new ReferenceEngine(plan, Map.of(World.SOURCE, events));
    Explanation why =
        new Explainer(engine).explain(World.GROUP, "f0", List.of("u"), at("17:00:00"), null);
    assertThat(why.value()).isEqualTo(FeatureValue.ok(40L));
    Explanation.Origin origin = why.origin().get();
    assertThat(origin.window()).contains(new Interval(at("14:00:00"), at("17:00:00")));
    assertThat(origin.key())
        .containsExactly(new Explanation.KeyColumn("user", Type.STRING, "u", Optional.empty()));
    assertThat(origin.rows().stream().map(Explanation.Witness::verdict))
        .containsExactly(
            new Verdict.Filtered(over(N, 10), events.get(0).row()),
            new Verdict.Duplicate(FIRSTS, events.get(2).position()),
            new Verdict.Counted(),
            new Verdict.OtherKey(List.of("v")),
            new Verdict.NullKey("user"),
            new Verdict.TooLate(),
            new Verdict.TooEarly());
  }

  private static StreamPlan firsts(String from, Optional<Expr> where) {
    List<Expr> columns =
        from.equals(BOTH) ? List.of(column("user", Type.STRING), AMOUNT) : List.of(USER, N);
    return new StreamPlan(
        FIRSTS,
        List.of(new StreamPlan.Branch(from, where, columns)),
        COLUMNS,
        Optional.of(
            new SourcePlan.Dedup(List.of(column("user", Type.STRING)), Instants.MICROS_PER_HOUR)));
  }

  private static StreamPlan.Branch branch(Expr where) {
    return new StreamPlan.Branch(World.SOURCE, Optional.of(where), List.of(USER, N));
  }

  private static Expr over(Expr value, long limit) {
    return Expr.Call.of(Function.GREATER, List.of(value, new Expr.Literal(Type.INT64, limit)));
  }

  private static Expr column(String name, Type type) {
    return new Expr.Column(name, type);
  }

  private static Object sum(List<StreamPlan> streams, String from, List<Event> events) {
    ReferenceEngine engine = new ReferenceEngine(plan(streams, from), Map.of(World.SOURCE, events));
    return engine.value(World.GROUP, "f0", List.of("u"), at("17:00:00"), null).value();
  }

  /** One group that adds up the amounts of three hours. */
  private static Plan plan(List<StreamPlan> streams, String from) {
    Plan plain = World.plan(Optional.empty(), World.Spec.of("sum", "n", "3h"));
    GroupPlan group = plain.groups().get(0);
    GroupPlan.Aggregate aggregate =
        new GroupPlan.Aggregate(
            "id", "amounts", "sum", Optional.of(AMOUNT), Optional.empty(), Map.of());
    GroupPlan over =
        new GroupPlan(
            group.name(),
            from,
            List.of(new GroupPlan.Key("user", column("user", Type.STRING))),
            Optional.empty(),
            group.ladder(),
            List.of(new GroupPlan.Pack("pack", List.of(aggregate))),
            group.features());
    return new Plan(
        plain.sources(), streams, List.of(over), List.of(), List.of(), List.of(), List.of());
  }
}

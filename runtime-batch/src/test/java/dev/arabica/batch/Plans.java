package dev.arabica.batch;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plan that the tests of batch use: plays of videos, by user and by video. */
final class Plans {
  static final long MINUTE = Instants.MICROS_PER_MINUTE;
  static final long HOUR = Instants.MICROS_PER_HOUR;
  static final long DAY = Instants.MICROS_PER_DAY;
  static final long BASE = 5 * MINUTE;

  private static final Expr USER = new Expr.Column("user_id", Type.STRING);
  private static final Expr VIDEO = new Expr.Column("video_id", Type.INT64);
  private static final Expr VALUE = new Expr.Column("value", Type.INT64);
  private static final Expr SCORE = new Expr.Column("score", Type.FLOAT64);
  private static final Expr TIME = new Expr.Column("event_ts", Type.TIMESTAMP);
  private static final Expr ITEM =
      new Expr.Struct(List.of("video_id", "value"), List.of(VIDEO, VALUE));
  private static final List<Call> USER_CALLS =
      List.of(
          new Call("count", Optional.empty(), Map.of()),
          new Call("sum", Optional.of(VALUE), Map.of()),
          new Call("avg", Optional.of(SCORE), Map.of()),
          new Call("last_n", Optional.of(ITEM), Map.of("n", 5L)),
          new Call("approx_distinct", Optional.of(VIDEO), Map.of()));
  private static final Call GREATEST = new Call("max", Optional.of(VALUE), Map.of());

  private Plans() {}

  /** Plays without a dedup key, 10 minutes of lateness. */
  static Plan plain() {
    return of(Optional.empty());
  }

  /** Plays with the dedup key {@code request_id}. */
  static Plan deduplicated(long within) {
    Expr key = new Expr.Column("request_id", Type.STRING);
    return of(Optional.of(new SourcePlan.Dedup(List.of(key), within)));
  }

  /**
   * What comes after {@link #plain}: the group by user has one aggregate more, which another group
   * by user shares, as it does the count.
   */
  static Plan later() {
    Plan plain = plain();
    SourcePlan source = plain.sources().get(0);
    List<Call> calls = new ArrayList<>(USER_CALLS);
    calls.add(GREATEST);
    GroupPlan more = byUser(source, "test.user_plays", calls);
    GroupPlan other = byUser(source, "test.other_plays", List.of(USER_CALLS.get(0), GREATEST));
    Plan next = new Plan(plain.sources(), List.of(more, byVideo(source), other), List.of());
    return Packing.against(plain, next);
  }

  private static Plan of(Optional<SourcePlan.Dedup> dedup) {
    SourcePlan source =
        new SourcePlan(
            "test.plays",
            Optional.of("plays"),
            "test.plays_raw",
            List.of(
                field("request_id", Type.STRING, true),
                field("user_id", Type.STRING, true),
                field("video_id", Type.INT64, false),
                field("value", Type.INT64, true),
                field("score", Type.FLOAT64, true),
                field("event_ts", Type.TIMESTAMP, true)),
            TIME,
            5 * Instants.MICROS_PER_SECOND,
            10 * MINUTE,
            5 * MINUTE,
            dedup);
    return new Plan(
        List.of(source),
        List.of(byUser(source, "test.user_plays", USER_CALLS), byVideo(source)),
        List.of());
  }

  private static GroupPlan byUser(SourcePlan source, String name, List<Call> calls) {
    return group(source, name, new GroupPlan.Key("user_id", USER), Optional.empty(), calls);
  }

  private static GroupPlan byVideo(SourcePlan source) {
    Expr positive =
        Expr.Call.of(Function.GREATER_EQUAL, List.of(VALUE, new Expr.Literal(Type.INT64, 0L)));
    return group(
        source,
        "test.video_plays",
        new GroupPlan.Key("video_id", VIDEO),
        Optional.of(positive),
        List.of(
            new Call("count", Optional.empty(), Map.of()),
            new Call("max", Optional.of(VALUE), Map.of()),
            new Call("min", Optional.of(SCORE), Map.of())));
  }

  private record Call(String function, Optional<Expr> input, Map<String, Long> parameters) {}

  private static GroupPlan group(
      SourcePlan source, String name, GroupPlan.Key key, Optional<Expr> where, List<Call> calls) {
    List<GroupPlan.Aggregate> aggregates = new ArrayList<>();
    List<GroupPlan.Feature> features = new ArrayList<>();
    for (Call call : calls) {
      AggregateFunction function = AggregateFunction.named(call.function);
      GroupPlan.Aggregate aggregate =
          new GroupPlan.Aggregate(
              "", call.function, call.function, call.input, Optional.empty(), call.parameters);
      String id =
          Fingerprint.aggregate(
              new Plan(List.of(source), List.of(), List.of()),
              source.name(),
              List.of(key.expr()),
              where,
              aggregate);
      Type type = function.resultType(call.input.map(Expr::type).orElse(null));
      features.add(
          new GroupPlan.Feature(
              call.function + "_last_1d",
              0,
              aggregates.size(),
              DAY,
              BASE,
              Window.Anchor.REQUEST,
              Optional.empty(),
              type));
      aggregates.add(aggregate.withId(id));
    }
    String packId = Fingerprint.pack(aggregates.stream().map(GroupPlan.Aggregate::id).toList());
    return new GroupPlan(
        name,
        source.name(),
        List.of(key),
        where,
        Ladder.DEFAULT,
        List.of(new GroupPlan.Pack(packId, aggregates)),
        features);
  }

  private static SourcePlan.SourceField field(String name, Type type, boolean nullable) {
    return new SourcePlan.SourceField(name, type, nullable, SourcePlan.TimeEncoding.ISO);
  }
}

package dev.arabica.stream;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.plan.SourcePlan.SourceField;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan of one source of views, counted by user and by user and item. */
final class ViewsPlan {
  static final String SOURCE = "test.views";
  static final String TOPIC = "views";
  static final String BY_USER = "test.by_user";
  static final String BY_USER_ITEM = "test.by_user_item";
  static final long BASE = Ladder.DEFAULT.baseSize();
  static final long LATE = 10 * Instants.MICROS_PER_MINUTE;

  private ViewsPlan() {}

  static Plan plan() {
    return new Plan(
        List.of(source()),
        List.of(group(BY_USER, "user"), group(BY_USER_ITEM, "user", "item")),
        List.of());
  }

  static SourcePlan source() {
    return new SourcePlan(
        SOURCE,
        Optional.of(TOPIC),
        "events.views_raw",
        List.of(
            field("request", Type.STRING, false),
            field("user", Type.STRING, true),
            field("item", Type.INT64, true),
            field("ms", Type.INT64, true),
            new SourceField("at", Type.TIMESTAMP, false, TimeEncoding.MICROS)),
        new Expr.Column("at", Type.TIMESTAMP),
        2 * Instants.MICROS_PER_SECOND,
        LATE,
        5 * Instants.MICROS_PER_MINUTE,
        Optional.of(new SourcePlan.Dedup(List.of(column("request")), Instants.MICROS_PER_HOUR)));
  }

  private static GroupPlan group(String name, String... keyNames) {
    List<GroupPlan.Key> keys =
        Arrays.stream(keyNames).map(key -> new GroupPlan.Key(key, column(key))).toList();
    GroupPlan.Aggregate views = aggregate(keys, "views", "count", Optional.empty());
    GroupPlan.Aggregate watched = aggregate(keys, "watched", "sum", Optional.of(column("ms")));
    GroupPlan.Pack pack =
        new GroupPlan.Pack(
            Fingerprint.pack(List.of(views.id(), watched.id())), List.of(views, watched));
    return new GroupPlan(
        name, SOURCE, keys, Optional.empty(), Ladder.DEFAULT, List.of(pack), List.of());
  }

  private static GroupPlan.Aggregate aggregate(
      List<GroupPlan.Key> keys, String name, String function, Optional<Expr> input) {
    GroupPlan.Aggregate aggregate =
        new GroupPlan.Aggregate("", name, function, input, Optional.empty(), Map.of());
    Plan rows = new Plan(List.of(source()), List.of(), List.of());
    List<Expr> key = keys.stream().map(GroupPlan.Key::expr).toList();
    return aggregate.withId(Fingerprint.aggregate(rows, SOURCE, key, Optional.empty(), aggregate));
  }

  private static Expr column(String name) {
    return new Expr.Column(
        name, name.equals("item") || name.equals("ms") ? Type.INT64 : Type.STRING);
  }

  private static SourceField field(String name, Type type, boolean nullable) {
    return new SourceField(name, type, nullable, TimeEncoding.ISO);
  }
}

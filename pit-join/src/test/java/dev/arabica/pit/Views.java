package dev.arabica.pit;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
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

/** A plan as the compiler would make it: views of items by users, and a set that reads both. */
final class Views {
  static final long MINUTE = Instants.MICROS_PER_MINUTE;
  static final long HOUR = Instants.MICROS_PER_HOUR;
  static final long DAY = Instants.MICROS_PER_DAY;

  static final String SOURCE = "test.views";
  static final SourcePlan VIEWS =
      new SourcePlan(
          SOURCE,
          Optional.of("views"),
          "events.views_raw",
          List.of(
              field("user_id", Type.STRING),
              field("item_id", Type.INT64),
              field("ms", Type.INT64),
              field("ratio", Type.FLOAT64),
              field("ts", Type.TIMESTAMP)),
          column("ts", Type.TIMESTAMP),
          5 * Instants.MICROS_PER_SECOND,
          10 * MINUTE,
          5 * MINUTE,
          Optional.empty());

  static final GroupPlan ITEM = item();
  static final GroupPlan USER = user();
  static final FeatureSetPlan SET = set();
  static final Plan PLAN = new Plan(List.of(VIEWS), List.of(ITEM, USER), List.of(SET));

  private Views() {}

  private static SourcePlan.SourceField field(String name, Type type) {
    return new SourcePlan.SourceField(name, type, true, SourcePlan.TimeEncoding.ISO);
  }

  private static Expr column(String name, Type type) {
    return new Expr.Column(name, type);
  }

  private static GroupPlan item() {
    Expr ms = column("ms", Type.INT64);
    Expr ratio = column("ratio", Type.FLOAT64);
    Expr user = column("user_id", Type.STRING);
    Expr recent = new Expr.Struct(List.of("user_id", "ms"), List.of(user, ms));
    GroupPlan.Pack pack =
        new GroupPlan.Pack(
            "pack-item",
            List.of(
                aggregate("views", "count", null, Map.of()),
                aggregate("ms", "sum", ms, Map.of()),
                aggregate("ratio", "avg", ratio, Map.of()),
                aggregate("recent", "last_n", recent, Map.of("n", 3L)),
                aggregate("users", "approx_distinct", user, Map.of()),
                aggregate("newest", "max", column("ts", Type.TIMESTAMP), Map.of())));
    Type struct = recent.type();
    return group(
        "test.item",
        "item_id",
        Type.INT64,
        pack,
        List.of(
            feature("views_last_5m", 0, 5 * MINUTE, 5 * MINUTE, Type.INT64),
            feature("views_last_1h", 0, HOUR, 5 * MINUTE, Type.INT64),
            feature("views_last_2d", 0, 2 * DAY, HOUR, Type.INT64),
            feature("ms_last_1h", 1, HOUR, 5 * MINUTE, Type.INT64),
            feature("ratio_last_6h", 2, 6 * HOUR, 5 * MINUTE, Type.FLOAT64),
            feature("recent", 3, DAY, 5 * MINUTE, new Type.ListType(struct)),
            feature("users_last_1d", 4, DAY, 5 * MINUTE, Type.INT64),
            feature("newest_last_1d", 5, DAY, 5 * MINUTE, Type.TIMESTAMP)));
  }

  private static GroupPlan user() {
    Expr ms = column("ms", Type.INT64);
    GroupPlan.Pack pack =
        new GroupPlan.Pack(
            "pack-user",
            List.of(
                aggregate("views", "count", null, Map.of()), aggregate("ms", "sum", ms, Map.of())));
    return group(
        "test.user",
        "user_id",
        Type.STRING,
        pack,
        List.of(
            new GroupPlan.Feature(
                "views_last_1h",
                0,
                0,
                HOUR,
                5 * MINUTE,
                Window.Anchor.WATERMARK,
                Optional.empty(),
                Type.INT64),
            new GroupPlan.Feature(
                "ms_last_1d",
                0,
                1,
                DAY,
                5 * MINUTE,
                Window.Anchor.REQUEST,
                Optional.of(new Expr.Literal(Type.INT64, null)),
                Type.INT64)));
  }

  private static GroupPlan group(
      String name, String key, Type type, GroupPlan.Pack pack, List<GroupPlan.Feature> features) {
    return new GroupPlan(
        name,
        SOURCE,
        List.of(new GroupPlan.Key(key, column(key, type))),
        Optional.empty(),
        Ladder.DEFAULT,
        List.of(pack),
        features);
  }

  private static GroupPlan.Aggregate aggregate(
      String name, String function, Expr input, Map<String, Long> parameters) {
    return new GroupPlan.Aggregate(
        name, name, function, Optional.ofNullable(input), Optional.empty(), parameters);
  }

  private static GroupPlan.Feature feature(
      String name, int aggregate, long window, long step, Type type) {
    return new GroupPlan.Feature(
        name, 0, aggregate, window, step, Window.Anchor.REQUEST, Optional.empty(), type);
  }

  private static FeatureSetPlan set() {
    return new FeatureSetPlan(
        "test.rank",
        List.of(
            new FeatureSetPlan.SetKey("user_id", Type.STRING),
            new FeatureSetPlan.SetKey("item_id", Type.INT64),
            new FeatureSetPlan.SetKey("friend_id", Type.STRING)),
        List.of(
            member("item", ITEM, "item_id"),
            member("user", USER, "user_id"),
            member("friend", USER, "friend_id")));
  }

  private static FeatureSetPlan.Member member(String alias, GroupPlan group, String key) {
    List<FeatureSetPlan.Output> outputs = new ArrayList<>();
    for (GroupPlan.Feature feature : group.features()) {
      outputs.add(new FeatureSetPlan.Output(alias + "." + feature.name(), feature.name()));
    }
    return new FeatureSetPlan.Member(alias, group.name(), List.of(key), outputs);
  }
}

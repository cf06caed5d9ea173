package dev.arabica.store.read;

import dev.arabica.core.agg.CompositeAggregator;
import dev.arabica.core.agg.Rep;
import dev.arabica.core.expr.Expr;
import dev.arabica.core.key.KeyCodec;
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
import dev.arabica.store.BlockRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan as the compiler would make it, and blocks of it made by hand. */
final class Videos {
  static final long MINUTE = Instants.MICROS_PER_MINUTE;
  static final long HOUR = Instants.MICROS_PER_HOUR;
  static final long DAY = Instants.MICROS_PER_DAY;

  static final String VIEWS = "app.views";
  static final RowType ROW =
      new RowType(
          List.of(
              new Type.Field("item_id", Type.INT64, false),
              new Type.Field("user_id", Type.STRING, true),
              new Type.Field("ms", Type.INT64, true),
              new Type.Field("ts", Type.TIMESTAMP, false)));

  static final GroupPlan ITEM =
      group(
          "app.item",
          List.of("item_id"),
          "00000000000000000000000000000001",
          List.of(
              feature("views_last_1h", 0, HOUR, Optional.empty()),
              feature("views_last_1d", 0, DAY, Optional.empty()),
              feature("ms_last_6h", 1, 6 * HOUR, Optional.empty()),
              feature("longest_last_6h", 2, 6 * HOUR, Optional.of(-1L)),
              feature("views_last_5m", 0, 5 * MINUTE, Optional.empty())));

  static final GroupPlan USER =
      group(
          "app.user",
          List.of("user_id"),
          "00000000000000000000000000000002",
          List.of(feature("views_last_1h", 0, HOUR, Optional.empty())));

  static final GroupPlan USER_ITEM =
      group(
          "app.user_item",
          List.of("user_id", "item_id"),
          "00000000000000000000000000000003",
          List.of(feature("views_last_1d", 0, DAY, Optional.empty())));

  static final Plan PLAN =
      new Plan(
          List.of(source()),
          List.of(ITEM, USER, USER_ITEM),
          List.of(
              new FeatureSetPlan(
                  "app.ranking",
                  List.of(
                      new FeatureSetPlan.SetKey("viewer", Type.STRING),
                      new FeatureSetPlan.SetKey("item", Type.INT64)),
                  List.of(
                      member("viewer", "app.user", List.of("viewer"), "views_last_1h"),
                      member("item", "app.item", List.of("item"), "views_last_1h", "ms_last_6h"),
                      member(
                          "pair", "app.user_item", List.of("viewer", "item"), "views_last_1d")))));

  private Videos() {}

  private static SourcePlan source() {
    return new SourcePlan(
        VIEWS,
        Optional.empty(),
        "app.views",
        ROW.fields().stream()
            .map(
                f ->
                    new SourcePlan.SourceField(
                        f.name(), f.type(), f.nullable(), SourcePlan.TimeEncoding.ISO))
            .toList(),
        new Expr.Column("ts", Type.TIMESTAMP),
        0,
        10 * MINUTE,
        5 * MINUTE,
        Optional.empty());
  }

  private static GroupPlan group(
      String name, List<String> keys, String pack, List<GroupPlan.Feature> features) {
    Expr ms = new Expr.Column("ms", Type.INT64);
    return new GroupPlan(
        name,
        VIEWS,
        keys.stream()
            .map(key -> new GroupPlan.Key(key, new Expr.Column(key, ROW.type(ROW.require(key)))))
            .toList(),
        Optional.empty(),
        Ladder.DEFAULT,
        List.of(
            new GroupPlan.Pack(
                pack,
                List.of(
                    aggregate("views", "count", Optional.empty()),
                    aggregate("ms", "sum", Optional.of(ms)),
                    aggregate("longest", "max", Optional.of(ms))))),
        features);
  }

  private static GroupPlan.Aggregate aggregate(String name, String function, Optional<Expr> input) {
    return new GroupPlan.Aggregate(name, name, function, input, Optional.empty(), Map.of());
  }

  private static GroupPlan.Feature feature(
      String name, int aggregate, long window, Optional<Long> defaultValue) {
    return new GroupPlan.Feature(
        name,
        0,
        aggregate,
        window,
        5 * MINUTE,
        Window.Anchor.REQUEST,
        defaultValue.map(value -> new Expr.Literal(Type.INT64, value)),
        Type.INT64);
  }

  private static FeatureSetPlan.Member member(
      String alias, String group, List<String> keys, String... features) {
    return new FeatureSetPlan.Member(
        alias,
        group,
        keys,
        List.of(features).stream()
            .map(feature -> new FeatureSetPlan.Output(alias + "." + feature, feature))
            .toList());
  }

  /** A block with a view of each of the given lengths. */
  static BlockRecord block(
      GroupPlan group, List<?> key, long size, long start, long revision, long... ms) {
    CompositeAggregator aggregator = CompositeAggregator.bind(group.packs().get(0), ROW);
    Rep rep = aggregator.identity();
    for (int i = 0; i < ms.length; i++) {
      Row row = new Row(ROW);
      row.setLong(ROW.require("ms"), ms[i]);
      aggregator.add(rep, row, start, 0, i);
    }
    return new BlockRecord(
        group.packs().get(0).id(),
        KeyCodec.encode(group.keyTypes(), key),
        size,
        start,
        revision,
        aggregator.encode(rep));
  }
}

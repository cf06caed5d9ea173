package dev.arabica.core.plan;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.FeatureSetPlan.Enrichment;
import dev.arabica.core.plan.FeatureSetPlan.Fallback;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.plan.FeatureSetPlan.Label;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.FeatureSetPlan.Output;
import dev.arabica.core.plan.FeatureSetPlan.SetKey;
import dev.arabica.core.plan.GroupPlan.Aggregate;
import dev.arabica.core.plan.GroupPlan.Feature;
import dev.arabica.core.plan.GroupPlan.Pack;
import dev.arabica.core.plan.GroupPlan.Serving;
import dev.arabica.core.plan.SourcePlan.Dedup;
import dev.arabica.core.plan.SourcePlan.Format;
import dev.arabica.core.plan.SourcePlan.SourceField;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Ladder;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan that uses everything a plan can say. */
final class WholePlan {
  private static final long HOUR = Instants.MICROS_PER_HOUR;
  private static final long MINUTE = Instants.MICROS_PER_MINUTE;
  private static final Expr USER = new Expr.Column("user", Type.STRING);
  private static final Expr MS = new Expr.Column("ms", Type.INT64);
  private static final Expr AT = new Expr.Column("at", Type.TIMESTAMP);
  private static final Type SPREAD = new Type.ListType(Type.FLOAT64);
  private static final Type PRICE = new Type.DecimalType(18, 2);
  private static final Type.MapType TAGS = new Type.MapType(Type.STRING, Type.INT64);
  private static final Type ITEMS =
      new Type.ListType(
          new Type.StructType(
              List.of(
                  new Type.Field("item", Type.STRING, true),
                  new Type.Field("at", Type.TIMESTAMP, true))));

  private WholePlan() {}

  static Plan plan() {
    return new Plan(
        List.of(source("shop.web", Format.JSON), source("shop.app", protobuf())),
        List.of(union(), firsts()),
        List.of(group()),
        List.of(snapshot()),
        List.of(new RequestPlan("shop.now", List.of(column("country")))),
        List.of(set()),
        List.of(model()));
  }

  private static SourcePlan source(String name, Format format) {
    return source(name, format, AT);
  }

  static SourcePlan source(String name, Format format, Expr time) {
    return new SourcePlan(
        name,
        Optional.of("topic"),
        "shop.raw",
        List.of(
            new SourceField("user", Type.STRING, false, TimeEncoding.ISO),
            new SourceField("item", Type.STRING, true, TimeEncoding.ISO),
            new SourceField("ms", Type.INT64, true, TimeEncoding.ISO),
            new SourceField("at", Type.TIMESTAMP, false, TimeEncoding.MILLIS)),
        time,
        5,
        6,
        7,
        Optional.of(new Dedup(List.of(USER), HOUR)),
        format);
  }

  private static Format protobuf() {
    return new Format(Format.Kind.PROTOBUF, Optional.of("view.proto"), Optional.of("shop.View"));
  }

  /** Both sources, short visits of the second left out. */
  static StreamPlan union() {
    List<Expr> columns = List.of(USER, new Expr.Column("item", Type.STRING), MS, AT);
    return new StreamPlan(
        "shop.both",
        List.of(
            new StreamPlan.Branch("shop.web", Optional.empty(), columns),
            new StreamPlan.Branch("shop.app", Optional.of(moreThan(10)), columns)),
        List.of(
            new Type.Field("user", Type.STRING, false),
            new Type.Field("item", Type.STRING, true),
            new Type.Field("ms", Type.INT64, true),
            new Type.Field("at", Type.TIMESTAMP, false)),
        Optional.empty());
  }

  /** The first visit of each user and hour, whatever source it came from. */
  static StreamPlan firsts() {
    return new StreamPlan(
        "shop.firsts",
        List.of(new StreamPlan.Branch("shop.both", Optional.empty(), List.of(USER, MS))),
        List.of(new Type.Field("user", Type.STRING, false), new Type.Field("ms", Type.INT64, true)),
        Optional.of(new Dedup(List.of(USER), HOUR)));
  }

  private static Expr moreThan(long bound) {
    return Expr.Call.of(Function.GREATER, List.of(MS, new Expr.Literal(Type.INT64, bound)));
  }

  private static GroupPlan group() {
    Aggregate top = aggregate("top_n", Optional.of(MS), Optional.of(MS), Map.of("n", 3L));
    Aggregate spread =
        aggregate(
            "approx_quantiles",
            Optional.of(MS),
            Optional.empty(),
            Map.of("q", List.of(0.5, 0.9), "error", 0.01));
    return new GroupPlan(
        "shop.visits",
        "shop.firsts",
        List.of(new GroupPlan.Key("user", USER)),
        Optional.of(moreThan(1)),
        Ladder.DEFAULT,
        List.of(new Pack("first", List.of(top)), new Pack("later", List.of(spread))),
        List.of(
            feature("top_last_1h", 0, HOUR, new Type.ListType(Type.INT64), false),
            feature("spread_ever", 1, Window.EVER, SPREAD, true)),
        GroupPlan.Head.OPEN,
        new Serving(Serving.Mode.ASSEMBLED, 5 * MINUTE),
        List.of(new Derived("spread", new Expr.Column("spread_ever", SPREAD))));
  }

  private static Aggregate aggregate(
      String function, Optional<Expr> input, Optional<Expr> by, Map<String, Object> parameters) {
    return aggregate(function, Aggregate.FIRST_VERSION, input, by, parameters);
  }

  private static Aggregate aggregate(
      String function,
      int version,
      Optional<Expr> input,
      Optional<Expr> by,
      Map<String, Object> parameters) {
    return new Aggregate(
        "id of " + function,
        function,
        function,
        version,
        input,
        by,
        Optional.of(moreThan(2)),
        parameters);
  }

  private static Feature feature(String name, int pack, long window, Type type, boolean partial) {
    return new Feature(
        name,
        pack,
        0,
        window,
        5 * MINUTE,
        Window.Anchor.WATERMARK,
        Optional.of(new Expr.Literal(type, null)),
        type,
        partial);
  }

  private static SnapshotPlan snapshot() {
    return new SnapshotPlan(
        "shop.items",
        "shop.item_versions",
        List.of(new SetKey("item", Type.STRING)),
        "since",
        List.of(
            column("language"),
            column("embedding", new Type.VectorType(8), null),
            column("price", PRICE, new BigDecimal("0.10")),
            column("share", Type.FLOAT64, 0.1),
            column("tags", TAGS, Values.map(TAGS, Map.of("new", 1L)))));
  }

  private static ColumnPlan column(String name, Type type, Object defaultValue) {
    return new ColumnPlan(name, type, false, Optional.of(new Expr.Literal(type, defaultValue)));
  }

  private static ColumnPlan column(String name) {
    return new ColumnPlan(name, Type.STRING, true, Optional.empty());
  }

  private static FeatureSetPlan set() {
    return new FeatureSetPlan(
        "shop.ranker",
        List.of(new SetKey("user", Type.STRING), new SetKey("item", Type.STRING)),
        List.of(
            new Member(
                "item",
                Kind.SNAPSHOT,
                "shop.items",
                List.of("item"),
                List.of(new Output("item.language", "language")),
                List.of(),
                Optional.of(new Fallback(Kind.REQUEST, "shop.now", List.of(), List.of("country")))),
            new Member(
                "recent",
                Kind.GROUP,
                "shop.visits",
                List.of("item.language"),
                List.of(new Output("recent", "top_last_1h")),
                List.of(
                    new Enrichment(
                        "shop.items",
                        List.of("item"),
                        "at",
                        List.of(new Output("price", "price")))),
                Optional.of(
                    new Fallback(
                        Kind.GROUP, "shop.visits", List.of("user"), List.of("spread_ever")))),
            new Member("user", "shop.visits", List.of("user"), List.of())),
        List.of(new Derived("latest", new Expr.Column("recent", ITEMS))),
        List.of(label()));
  }

  private static Label label() {
    return new Label(
        "clicked",
        "shop.both",
        Optional.of(moreThan(3)),
        List.of(USER),
        List.of("user"),
        aggregate("any", 2, Optional.of(moreThan(4)), Optional.empty(), Map.of()),
        30 * MINUTE,
        Optional.of(new Expr.Literal(Type.BOOL, false)),
        Type.BOOL);
  }

  private static ModelPlan model() {
    return new ModelPlan(
        "shop.l2",
        List.of("item"),
        List.of("user"),
        "models/l2.onnx",
        "shop.ranker",
        List.of(
            new ModelPlan.Input(
                "ids", List.of(new ModelPlan.Item(USER, 1_000_000), new ModelPlan.Item(MS, 0)))));
  }
}

package dev.arabica.reference;

import static dev.arabica.core.agg.FeatureStatus.NOT_FOUND;
import static dev.arabica.core.agg.FeatureStatus.NO_TIME;
import static dev.arabica.core.agg.FeatureStatus.NULL_KEY;
import static dev.arabica.core.agg.FeatureStatus.STALE;
import static dev.arabica.reference.World.at;
import static dev.arabica.reference.World.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.expr.Function;
import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.Derived;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.FeatureSetPlan.Enrichment;
import dev.arabica.core.plan.FeatureSetPlan.Fallback;
import dev.arabica.core.plan.FeatureSetPlan.Kind;
import dev.arabica.core.plan.FeatureSetPlan.Label;
import dev.arabica.core.plan.FeatureSetPlan.Member;
import dev.arabica.core.plan.FeatureSetPlan.Output;
import dev.arabica.core.plan.FeatureSetPlan.SetKey;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import dev.arabica.intake.SpineRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Sets whose members are snapshots, requests and groups in other roles; what is derived of them.
 */
final class FeatureSetTest {
  private static final String PROFILE = "shop.profile";
  private static final String REQUEST = "shop.ask";
  private static final long T = at("16:00:00");
  private static final List<Event> EVENTS =
      List.of(
          event("15:10:00", "u", 4L, null, "x", 1),
          event("15:20:00", "u", 6L, null, "y", 2),
          event("15:30:00", "friend", 100L, null, "x", 3),
          event("16:00:00", "u", 7L, null, "z", 4),
          event("16:29:59", "u", 8L, null, "z", 5),
          event("16:30:00", "u", 9L, null, "z", 6));
  private static final List<SnapshotRow> VERSIONS =
      List.of(
          version("u", "15:15:00", "friend", 1L),
          version("x", "15:15:00", "of x", 10L),
          version("x", "15:25:00", "of x, later", 11L),
          version("y", "15:25:00", "of y", 20L),
          version("u", "16:00:01", "nobody", 2L));
  private static final Expr SUM = new Expr.Column("f0", Type.INT64);
  private static final Expr COUNT = new Expr.Column("f1", Type.INT64);

  @Test
  void derivedValuesAreMadeOfFinishedOnes() {
    Derived rate = new Derived("rate", Expr.Call.of(Function.SAFE_DIV, List.of(SUM, COUNT)));
    Derived twice = new Derived("twice", times(new Expr.Column("rate", Type.FLOAT64), 2));
    ReferenceEngine engine = engine(set(List.of()), List.of(rate, twice));
    assertThat(engine.value(World.GROUP, "rate", List.of("u"), T, null))
        .isEqualTo(FeatureValue.ok(5.0));
    assertThat(engine.value(World.GROUP, "twice", List.of("u"), T, null))
        .isEqualTo(FeatureValue.ok(10.0));
    assertThat(engine.value(World.GROUP, "twice", List.of("nobody"), T, null))
        .as("0 / 0 is a null that nothing else explains")
        .isEqualTo(FeatureValue.ok(null));
    assertThat(engine.value(World.GROUP, "twice", List.of("u"), T, at("14:00:00")))
        .as("a null of stale values is stale")
        .isEqualTo(FeatureValue.none(STALE));
  }

  @Test
  void aSnapshotGivesItsLatestVersionThatIsValid() {
    FeatureSetPlan set = set(List.of(snapshot("p", "user_id")));
    assertThat(value(set, "p.level", "u", T)).isEqualTo(FeatureValue.ok(1L));
    assertThat(value(set, "p.level", "u", at("16:00:01"))).isEqualTo(FeatureValue.ok(2L));
    assertThat(value(set, "p.level", "u", at("15:14:59")))
        .isEqualTo(new FeatureValue(-1L, NOT_FOUND));
    assertThat(value(set, "p.ref", "nobody", T)).isEqualTo(new FeatureValue(null, NOT_FOUND));
    assertThat(value(set, "p.ref", null, T)).isEqualTo(FeatureValue.none(NULL_KEY));
    assertThat(value(set, "p.ref", "u", null)).isEqualTo(FeatureValue.none(NO_TIME));
  }

  @Test
  void aKeyCanBeAColumnOfAnotherMember() {
    FeatureSetPlan set =
        set(List.of(snapshot("p", "user_id"), group("other", List.of("p.ref"), Optional.empty())));
    assertThat(value(set, "other.f0", "u", T)).isEqualTo(FeatureValue.ok(100L));
    assertThat(value(set, "other.f0", "nobody", T)).isEqualTo(FeatureValue.none(NULL_KEY));
  }

  @Test
  void aFallbackIsAskedColumnByColumnWhereNothingWasFound() {
    Fallback coarser =
        new Fallback(Kind.GROUP, World.GROUP, List.of("user_id"), List.of("f0", "f1"));
    FeatureSetPlan set =
        set(
            List.of(
                snapshot("p", "user_id"), group("other", List.of("p.ref"), Optional.of(coarser))));
    assertThat(value(set, "other.f0", "u", T)).isEqualTo(FeatureValue.ok(100L));
    assertThat(value(set, "other.f0", "u", at("16:30:00")))
        .as("`nobody` has no event")
        .isEqualTo(FeatureValue.ok(4L + 6 + 7 + 8));
    assertThat(value(set, "other.f0", "x", T))
        .as("nor has `of x`, nor x")
        .isEqualTo(FeatureValue.ok(0L));
    Explanation why = explain(set, "other.f0", "u", at("16:30:00"));
    assertThat(why.parts()).hasSize(2);
    assertThat(why.parts().get(0).origin().get().key().get(0).value()).isEqualTo("nobody");
    assertThat(why.parts().get(1).value()).isEqualTo(FeatureValue.ok(25L));
  }

  @Test
  void itemsAreEnrichedAsOfTheirOwnTime() {
    Enrichment enrichment =
        new Enrichment(PROFILE, List.of("text"), "ts", List.of(new Output("about", "ref")));
    Member recent =
        new Member(
            "recent",
            Kind.GROUP,
            World.GROUP,
            List.of("user_id"),
            List.of(new Output("recent", "f2")),
            List.of(enrichment),
            Optional.empty());
    FeatureSetPlan set = set(List.of(recent));
    assertThat(value(set, "recent", "u", at("16:00:00")).value())
        .isEqualTo(
            List.of(
                Arrays.asList("y", at("15:20:00"), null),
                Arrays.asList("x", at("15:10:00"), null)));
    assertThat(value(set, "recent", "friend", at("16:00:00")).value())
        .isEqualTo(List.of(List.of("x", at("15:30:00"), "of x, later")));
    assertThat(ReferenceEngine.columns(plan(set, List.of()), set).get(0).type().toString())
        .isEqualTo("list<struct<text string, ts timestamp, about string>>");
  }

  @Test
  void theRequestBringsItsOwnColumns() {
    Member request =
        new Member(
            "ask",
            Kind.REQUEST,
            REQUEST,
            List.of(),
            List.of(new Output("ask.country", "country"), new Output("ask.n", "n")),
            List.of(),
            Optional.empty());
    Derived more = new Derived("more", times(new Expr.Column("ask.n", Type.INT64), 3));
    FeatureSetPlan set =
        new FeatureSetPlan(
            "shop.home",
            List.of(new SetKey("user_id", Type.STRING)),
            List.of(request),
            List.of(more),
            List.of());
    ReferenceEngine engine = engine(set, List.of());
    SpineRow asked =
        new SpineRow(0, List.of(), List.of("u"), T, null, Map.of(), null, Map.of("n", 5L));
    assertThat(engine.values(set, asked))
        .containsExactly(FeatureValue.ok("??"), FeatureValue.ok(5L), FeatureValue.ok(15L));
  }

  @Test
  void aLabelIsWhatFollowedToTheMicrosecond() {
    Label label =
        new Label(
            "later",
            World.SOURCE,
            Optional.empty(),
            List.of(World.column("user")),
            List.of("user_id"),
            aggregate("sum", World.column("n"), Map.of()),
            30 * Instants.MICROS_PER_MINUTE,
            Optional.of(new Expr.Literal(Type.NULL, null)),
            Type.INT64);
    FeatureSetPlan set =
        new FeatureSetPlan(
            "shop.home",
            List.of(new SetKey("user_id", Type.STRING)),
            List.of(),
            List.of(),
            List.of(label));
    assertThat(value(set, "later", "u", T)).isEqualTo(FeatureValue.ok(7L + 8));
    assertThat(value(set, "later", "u", T + 1)).isEqualTo(FeatureValue.ok(8L + 9));
    assertThat(value(set, "later", "nobody", T)).isEqualTo(FeatureValue.ok(null));
    assertThat(
            explain(set, "later", "u", T).origin().get().rows().stream()
                .filter(row -> row.verdict() instanceof Verdict.Counted))
        .hasSize(2);
  }

  @Test
  void aLifetimeHasNoBeginningAndAnOpenHeadEndsWithTheRequest() {
    GroupPlan closed = plan(set(List.of()), List.of()).groups().get(0);
    GroupPlan.Feature ever =
        new GroupPlan.Feature(
            "ever",
            0,
            0,
            Window.EVER,
            Instants.MICROS_PER_DAY,
            Window.Anchor.REQUEST,
            Optional.empty(),
            Type.INT64);
    GroupPlan open =
        new GroupPlan(
            closed.name(),
            closed.source(),
            closed.keys(),
            closed.where(),
            closed.ladder(),
            closed.packs(),
            List.of(ever),
            GroupPlan.Head.OPEN,
            GroupPlan.Serving.ON_READ,
            List.of());
    Plan plan = new Plan(List.of(World.source(Optional.empty())), List.of(open), List.of());
    List<Event> events = new ArrayList<>(EVENTS);
    events.add(event("2000-01-01T00:00:00Z", "u", 1_000L, null, null, 9));
    ReferenceData data = new ReferenceData(Map.of(World.SOURCE, events), Map.of());
    assertThat(
            new ReferenceEngine(plan, data, OpenHead.CLOSED_VALUE)
                .value(World.GROUP, "ever", List.of("u"), T, at("15:15:00")))
        .isEqualTo(FeatureValue.ok(1_004L));
    assertThat(
            new ReferenceEngine(plan, data, OpenHead.UP_TO_REQUEST)
                .value(World.GROUP, "ever", List.of("u"), T, at("15:15:00")))
        .as("an event at the time of the request counts")
        .isEqualTo(FeatureValue.ok(1_017L));
  }

  private static SnapshotRow version(String key, String from, String ref, long level) {
    return new SnapshotRow(
        List.of(key), at(from), List.of(ref, level), new FilePosition("profile.csv", level));
  }

  private static Expr times(Expr value, long factor) {
    return Expr.Call.of(Function.MULTIPLY, List.of(value, new Expr.Literal(Type.INT64, factor)));
  }

  private static Member snapshot(String alias, String key) {
    return new Member(
        alias,
        Kind.SNAPSHOT,
        PROFILE,
        List.of(key),
        List.of(new Output(alias + ".ref", "ref"), new Output(alias + ".level", "level")),
        List.of(),
        Optional.empty());
  }

  private static Member group(String alias, List<String> keys, Optional<Fallback> fallback) {
    return new Member(
        alias,
        Kind.GROUP,
        World.GROUP,
        keys,
        List.of(new Output(alias + ".f0", "f0"), new Output(alias + ".f1", "f1")),
        List.of(),
        fallback);
  }

  private static FeatureSetPlan set(List<Member> members) {
    return new FeatureSetPlan("shop.home", List.of(new SetKey("user_id", Type.STRING)), members);
  }

  private static FeatureValue value(FeatureSetPlan set, String column, String user, Long time) {
    return engine(set, List.of()).value(set, column, row(user, time));
  }

  private static Explanation explain(FeatureSetPlan set, String column, String user, Long time) {
    return new Explainer(engine(set, List.of())).explain(set, column, row(user, time));
  }

  private static SpineRow row(String user, Long time) {
    return new SpineRow(0, List.of(), Arrays.asList(user), time, null, Map.of(), null);
  }

  private static ReferenceEngine engine(FeatureSetPlan set, List<Derived> derived) {
    return new ReferenceEngine(
        plan(set, derived),
        new ReferenceData(Map.of(World.SOURCE, EVENTS), Map.of(PROFILE, VERSIONS)),
        OpenHead.CLOSED_VALUE);
  }

  /** A group of a sum, a count and the last three texts of two hours. */
  private static Plan plan(FeatureSetPlan set, List<Derived> derived) {
    Expr item =
        new Expr.Struct(List.of("text", "ts"), List.of(World.column("text"), World.column("ts")));
    List<GroupPlan.Aggregate> aggregates =
        List.of(
            aggregate("sum", World.column("n"), Map.of()),
            aggregate("count", null, Map.of()),
            aggregate("last_n", item, Map.of("n", 3L)));
    List<GroupPlan.Feature> features =
        List.of(
            feature(0, Type.INT64),
            feature(1, Type.INT64),
            feature(2, new Type.ListType(item.type())));
    GroupPlan plain = World.plan(Optional.empty()).groups().get(0);
    GroupPlan group =
        new GroupPlan(
            plain.name(),
            plain.source(),
            plain.keys(),
            plain.where(),
            plain.ladder(),
            List.of(new GroupPlan.Pack("pack", aggregates)),
            features,
            GroupPlan.Head.CLOSED,
            GroupPlan.Serving.ON_READ,
            derived);
    return new Plan(
        List.of(World.source(Optional.empty())),
        List.of(),
        List.of(group),
        List.of(snapshotPlan()),
        List.of(requestPlan()),
        List.of(set),
        List.of());
  }

  private static SnapshotPlan snapshotPlan() {
    return new SnapshotPlan(
        PROFILE,
        "shop.profile",
        List.of(new SetKey("id", Type.STRING)),
        "since",
        List.of(
            new ColumnPlan("ref", Type.STRING, true, Optional.empty()),
            new ColumnPlan(
                "level", Type.INT64, false, Optional.of(new Expr.Literal(Type.INT64, -1L)))));
  }

  private static RequestPlan requestPlan() {
    return new RequestPlan(
        REQUEST,
        List.of(
            new ColumnPlan(
                "country", Type.STRING, false, Optional.of(new Expr.Literal(Type.STRING, "??"))),
            new ColumnPlan("n", Type.INT64, true, Optional.empty())));
  }

  private static GroupPlan.Aggregate aggregate(
      String function, Expr input, Map<String, Object> parameters) {
    return new GroupPlan.Aggregate(
        function, function, function, Optional.ofNullable(input), Optional.empty(), parameters);
  }

  private static GroupPlan.Feature feature(int position, Type type) {
    return new GroupPlan.Feature(
        "f" + position,
        0,
        position,
        2 * Instants.MICROS_PER_HOUR,
        5 * Instants.MICROS_PER_MINUTE,
        Window.Anchor.REQUEST,
        Optional.empty(),
        type);
  }
}

package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import dev.arabica.dsl.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What specs mean, where the golden plans would not make it plain. */
class CompiledPlanTest {
  private static final String SOURCE =
      """
      source s {
        fields { k string  n int64  small int32  id int32  f float64  g float32  at timestamp }
        time at
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "count(),       0,    int64",
    "count(),       -1,   int64",
    "count(),       null, int64",
    "avg(n),        0,    float64",
    "avg(n),        -1.5, float64",
    "sum(f),        7,    float64",
    "max(g),        0.1,  float32",
    "max(g),        3,    float32",
    "max(small),    -5,   int32",
    "last(k),       null, string",
  })
  void aDefaultIsOfTheFeaturesType(String aggregate, String literal, String type) {
    Plan plan =
        Specs.plan(
            SOURCE
                + "features x from s by k { v = "
                + aggregate
                + " over 1h default "
                + literal
                + " }");
    GroupPlan.Feature feature = plan.group("x").features().get(0);
    assertThat(feature.type().toString()).isEqualTo(type);
    assertThat(feature.defaultValue().orElseThrow().type()).isEqualTo(feature.type());
    Object value = feature.defaultValue().get().value();
    if (literal.equals("null")) {
      assertThat(value).isNull();
    } else if (feature.type().isFloat()) {
      double expected = Double.parseDouble(literal);
      assertThat(value).isEqualTo(type.equals("float32") ? (double) (float) expected : expected);
    } else {
      assertThat(value).isEqualTo(Long.parseLong(literal));
    }
  }

  @Test
  void aNegativeZeroIsAZero() {
    Plan plan = Specs.plan(SOURCE + "features x from s by k { v = sum(f) over 1h default -0.0 }");
    Object value = plan.group("x").features().get(0).defaultValue().orElseThrow().value();
    assertThat(value).isEqualTo(0.0);
  }

  @ParameterizedTest
  @CsvSource({"5m, 5m", "1h, 5m", "1d, 5m", "25h, 1h", "7d, 1h", "31d, 1h", "32d, 1d", "365d, 1d"})
  void theStepFollowsTheWindow(String window, String step) {
    Plan plan = Specs.plan(SOURCE + "features x from s by k { v = count() over " + window + " }");
    GroupPlan.Feature feature = plan.group("x").features().get(0);
    assertThat(feature.name()).isEqualTo("v_last_" + window);
    assertThat(Instants.prettyDuration(feature.stepMicros())).isEqualTo(step);
    assertThat(feature.anchor()).isEqualTo(Window.Anchor.REQUEST);
  }

  @Test
  void whatASourceLeavesOutHasADefault() {
    SourcePlan source = Specs.plan("package a.b\n" + SOURCE).source("s");
    assertThat(source.name()).isEqualTo("a.b.s");
    assertThat(source.table()).isEqualTo("a.b.s_raw");
    assertThat(source.topic()).isEmpty();
    assertThat(source.dedup()).isEmpty();
    assertThat(source.behindMicros()).isEqualTo(5 * Instants.MICROS_PER_SECOND);
    assertThat(source.lateMicros()).isEqualTo(10 * Instants.MICROS_PER_MINUTE);
    assertThat(source.aheadMicros()).isEqualTo(5 * Instants.MICROS_PER_MINUTE);
    assertThat(Specs.plan(SOURCE).source("s").table()).isEqualTo("events.s_raw");
  }

  /** Whoever raises a version gets it in new plans. */
  @Test
  void anAggregateIsOfTheNewestVersion() {
    Plan plan =
        Specs.plan(SOURCE + "features x from s by k { a = count() over 1h  b = sum(n) over 1h }");
    assertThat(plan.group("x").packs().get(0).aggregates())
        .isNotEmpty()
        .allSatisfy(
            aggregate ->
                assertThat(aggregate.codecVersion())
                    .isEqualTo(AggregateFunction.named(aggregate.function()).codecVersion()));
  }

  @Test
  void aKeyMayBeALet() {
    Plan plan =
        Specs.plan(
            SOURCE
                + "view v from s { let hour = hour_of_day(at) }\n"
                + "features x from v by hour, k { n = count() over 1h }\n"
                + "feature_set set for user, h { a = x(k: user, hour: h).n_last_1h }");
    assertThat(plan.group("x").keyTypes()).containsExactly(Type.INT64, Type.STRING);
    FeatureSetPlan set = plan.featureSet("set");
    assertThat(set.keys())
        .containsExactly(
            new FeatureSetPlan.SetKey("user", Type.STRING),
            new FeatureSetPlan.SetKey("h", Type.INT64));
    assertThat(set.members().get(0).keys()).containsExactly("h", "user");
    assertThat(set.members().get(0).outputs())
        .containsExactly(new FeatureSetPlan.Output("a", "n_last_1h"));
  }

  @Test
  void integerKeysOfBothSizesAreOneKey() {
    Plan plan =
        Specs.plan(
            SOURCE
                + "features x from s by id { n = count() over 1h }\n"
                + "features y from s by n { n = count() over 1h }\n"
                + "feature_set set for id { a = x(id).*  b = y(n: id).* }");
    assertThat(plan.featureSet("set").keys())
        .containsExactly(new FeatureSetPlan.SetKey("id", Type.INT64));
  }

  @Test
  void filtersOfViewsOnViewsAndOfTheGroupAreJoined() {
    Plan apart =
        Specs.plan(
            SOURCE
                + "view a from s { where n > 1 }\nview b from a { where n > 2 }\n"
                + "features x from b by k { where n > 3  c = count() over 1h }");
    Plan joined =
        Specs.plan(
            SOURCE
                + "features x from s by k { where n > 1 and n > 2 and n > 3  c = count() over 1h }");
    assertThat(apart).isEqualTo(joined);
  }

  @Test
  void aNameWithoutAPackageIsSeenFromEveryPackage() {
    Compilation compilation =
        SpecCompiler.compile(
            List.of(
                SourceFile.of("a.feat", SOURCE),
                SourceFile.of(
                    "b.feat", "package p\nfeatures x from s by k { n = count() over 1h }")));
    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.plan().orElseThrow().group("p.x").source()).isEqualTo("s");
  }

  @Test
  void filesMayStandInAnyOrder() {
    SourceFile source = SourceFile.of("a.feat", SOURCE);
    SourceFile group = SourceFile.of("b.feat", "features x from s by k { n = count() over 1h }");
    SourceFile set = SourceFile.of("c.feat", "feature_set y for k { a = x(k).* }");
    assertThat(SpecCompiler.compile(List.of(set, group, source)).plan())
        .isPresent()
        .isEqualTo(SpecCompiler.compile(List.of(source, group, set)).plan());
  }

  @Test
  void nothingCompilesToAnEmptyPlan() {
    assertThat(SpecCompiler.compile(List.of()).plan())
        .contains(new Plan(List.of(), List.of(), List.of()));
    assertThat(Specs.plan("").sources()).isEmpty();
  }
}

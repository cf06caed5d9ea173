package dev.arabica.compiler.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.compiler.report.FeatureChange.Status;
import dev.arabica.core.json.Json;
import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.GroupPlan;
import dev.arabica.core.plan.Packing;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.core.time.Instants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of features when a spec is edited. */
class PlanDiffTest {
  private static final long AT = Instants.parse("2025-11-29T16:12:00Z");
  private static final Plan NOTHING = new Plan(List.of(), List.of(), List.of());
  private static final String SPEC =
      """
      package p
      source views {
        kafka "topic"
        table "p.table"
        fields { id string user string item string ms int64? at timestamp }
        time at
        dedup id within 1h
      }
      features group from views by user {
        where ms > 0
        total = sum(ms) where ms > 10 over 6h
        recent = last_n(5, item) over 1d as recent
        derive rate = safe_div(total_last_6h, 6.0)
      }
      features others from views by user {
        views = count() over 1h
      }
      feature_set set for user, other {
        own = group(user).*
        its = others(user: other).*
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "over 6h      | over 6h step 1h          | step: 5m -> 1h",
        "over 6h      | over 6h anchor watermark | anchor: request -> watermark",
        "over 6h      | over 6h default null     | default: the aggregate's own -> null",
        "over 6h      | over 6h allow partial    | incomplete windows: null -> allowed",
        "where ms > 0 | where ms > 0 head open   | head: closed -> open",
      })
  void readingOtherwiseIsServedAtOnce(String part, String replacement, String change) {
    FeatureChange feature = feature(diff(SPEC, changed(part, replacement)), "total_last_6h");
    assertThat(feature.status()).isEqualTo(Status.SERVED);
    assertThat(feature.redefined()).isFalse();
    assertThat(feature.changes()).extracting(Change::toString).containsExactly(change);
    assertThat(feature.isSafe()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where ms > 0        | where ms > 1           | group where: ms > 0 -> ms > 1",
        "where ms > 0        | ''                     | group where: ms > 0 -> none",
        "where ms > 10       | where ms > 11          | where: ms > 10 -> ms > 11",
        "sum(ms)             | sum(ms + 1)            | input: ms -> ms + 1",
        "sum(ms)             | max(ms)                | function: sum -> max",
        "time at             | time at + 1s           | time of p.views: at -> at + 1s",
        "id within 1h        | id within 2h           | dedup of p.views: id within 1h -> id within 2h",
        "dedup id within 1h  | ''                     | dedup of p.views: id within 1h -> none",
      })
  void anotherDefinitionNeedsABackfill(String part, String replacement, String change) {
    FeatureChange feature = feature(diff(SPEC, changed(part, replacement)), "total_last_6h");
    assertThat(feature.status()).isEqualTo(Status.BACKFILL);
    assertThat(feature.redefined()).isTrue();
    assertThat(feature.changes()).extracting(Change::toString).contains(change);
    assertThat(DiffText.text(feature.backfill().orElseThrow()))
        .isEqualTo("2025-11-29T10:10:00Z to 2025-11-29T16:10:00Z");
  }

  @Test
  void anotherVersionOfTheBytesNeedsABackfill() {
    Plan old = Reports.plan(SPEC);
    GroupPlan group = old.group("p.group");
    GroupPlan.Aggregate sum = group.aggregate(group.features().get(0));
    GroupPlan.Aggregate raised =
        new GroupPlan.Aggregate(
            "",
            sum.name(),
            sum.function(),
            sum.codecVersion() + 1,
            sum.input(),
            sum.by(),
            sum.where(),
            sum.parameters());
    String id =
        Fingerprint.aggregate(old, group.source(), group.keying().keys(), group.where(), raised);
    String json =
        PlanCodec.toJson(old)
            .replace(sum.id(), id)
            .replace("\"function\":\"sum\"", "\"codec_version\":2,\"function\":\"sum\"");
    PlanDiff diff = PlanDiff.between(old, Packing.of(PlanCodec.fromJson(json)), AT);
    FeatureChange feature = feature(diff, "total_last_6h");
    assertThat(feature.status()).isEqualTo(Status.BACKFILL);
    assertThat(feature.changes())
        .extracting(Change::toString)
        .containsExactly("stored form: version 1 -> version 2");
    assertThat(feature(diff, "views_last_1h").status()).isEqualTo(Status.UNCHANGED);
    assertThat(DiffText.of(diff)).contains("needs a backfill");
  }

  @Test
  void theKeyIsPartOfTheDefinition() {
    String byItem = changed("group from views by user", "group from views by item");
    FeatureChange feature =
        feature(diff(SPEC, byItem.replace("group(user)", "group(item: user)")), "total_last_6h");
    assertThat(feature.changes())
        .extracting(Change::toString)
        .containsExactly("keys: user -> item");
  }

  @Test
  void aParameterIsPartOfTheDefinition() {
    FeatureChange feature = feature(diff(SPEC, changed("last_n(5", "last_n(6")), "recent");
    assertThat(feature.changes())
        .extracting(Change::toString)
        .containsExactly("parameter n: 5 -> 6");
  }

  @Test
  void theTypeOfAColumnIsPartOfTheDefinition() {
    PlanDiff diff = diff(SPEC, changed("ms int64?", "ms int32?"));
    assertThat(feature(diff, "total_last_6h").changes())
        .extracting(Change::toString)
        .containsExactly("type of ms: int64 -> int32");
    assertThat(declaration(diff, "p.views").isSafe()).isFalse();
  }

  @Test
  void equalPlansDifferInNothing() {
    PlanDiff diff = diff(SPEC, SPEC);
    assertThat(diff.features()).extracting(FeatureChange::status).containsOnly(Status.UNCHANGED);
    assertThat(diff.isSafe()).isTrue();
    assertThat(DiffText.of(diff))
        .endsWith("safe: 4 features, 4 unchanged, 0 served at once, 0 to backfill, 0 dropped");
  }

  @Test
  void whatIsOnlyLaidOutOtherwiseIsUnchanged() {
    String moved =
        changed("where ms > 10 over 6h", "where (ms >  10) over 6h // why")
            .replace("topic", "another")
            .replace("5s behind", "6s behind");
    assertThat(diff(SPEC, moved).isSafe()).isTrue();
  }

  @Test
  void aNewWindowIsServedAtOnceHoweverFarItReaches() {
    PlanDiff diff = diff(SPEC, changed("over 6h", "over 1h, 6h, 30d, ever"));
    assertThat(diff.isSafe()).isTrue();
    assertThat(feature(diff, "total_last_6h").status()).isEqualTo(Status.UNCHANGED);
    assertThat(feature(diff, "total_last_1h").status()).isEqualTo(Status.SERVED);
    assertThat(feature(diff, "total_last_1h").reachesFurther()).isFalse();
    assertThat(feature(diff, "total_last_30d").reachesFurther()).isTrue();
    assertThat(feature(diff, "total_ever").status()).isEqualTo(Status.SERVED);
  }

  @Test
  void aNewAggregateNeedsItsLongestWindowRoundedByItsStep() {
    PlanDiff diff =
        diff(
            SPEC,
            changed("over 6h", "over 6h  best = max(ms) over 1h, 30d  most = max(ms) over 90d"));
    assertThat(DiffText.text(feature(diff, "best_last_30d").backfill().orElseThrow()))
        .isEqualTo("2025-10-30T16:00:00Z to 2025-11-29T16:10:00Z");
    assertThat(DiffText.text(diff.backfills().get("p.group")))
        .isEqualTo("2025-08-31T00:00:00Z to 2025-11-29T16:10:00Z");
    assertThat(diff.isSafe()).isFalse();
  }

  @Test
  void everNeedsEverything() {
    PlanDiff diff = diff(SPEC, changed("over 6h", "over 6h  best = max(ms) over 1h, ever"));
    assertThat(DiffText.text(feature(diff, "best_ever").backfill().orElseThrow()))
        .isEqualTo("everything since the source's beginning");
    assertThat(diff.backfills().get("p.group").from()).isEmpty();
  }

  @Test
  void whatAnotherGroupHasStoredIsServedAtOnce() {
    PlanDiff diff =
        diff(SPEC, SPEC + "features third from views by user { looks = count() over 6h }");
    assertThat(feature(diff, "looks_last_6h").status()).isEqualTo(Status.SERVED);
    assertThat(diff.isSafe()).isTrue();
  }

  @Test
  void aNewNameIsKnownForWhatItWas() {
    PlanDiff diff = diff(SPEC, SPEC.replace("others", "renamed"));
    FeatureChange renamed =
        diff.features().stream()
            .filter(feature -> feature.group().equals("p.renamed"))
            .findFirst()
            .orElseThrow();
    assertThat(renamed.status()).isEqualTo(Status.SERVED);
    assertThat(renamed.formerly()).contains("p.others.views_last_1h");
    assertThat(feature(diff, "views_last_1h", "p.others").status()).isEqualTo(Status.DROPPED);
    assertThat(diff.isSafe()).isFalse();
  }

  @Test
  void derivedFeaturesFollowWhatTheyRead() {
    assertThat(feature(diff(SPEC, changed("sum(ms)", "max(ms)")), "rate"))
        .matches(rate -> rate.status() == Status.BACKFILL && rate.redefined());
    assertThat(feature(diff(SPEC, changed("6.0", "7.0")), "rate"))
        .matches(rate -> rate.status() == Status.SERVED && !rate.redefined());
    assertThat(feature(diff(SPEC, changed("derive rate", "derive part")), "part").status())
        .isEqualTo(Status.SERVED);
  }

  @Test
  void whatWasStoredAndIsDerivedIsRedefined() {
    String derived = changed("item) over 1d as recent", "item) over 1d as items derive recent = 1");
    FeatureChange feature =
        feature(diff(SPEC, derived.replace("derive rate", "derive r")), "recent");
    assertThat(feature.redefined()).isTrue();
    assertThat(feature(diff(derived, SPEC), "recent").redefined()).isTrue();
  }

  @Test
  void everythingIsNewWhereNothingWas() {
    PlanDiff diff = PlanDiff.between(NOTHING, Reports.plan(SPEC), AT);
    assertThat(diff.features()).extracting(FeatureChange::status).containsOnly(Status.BACKFILL);
    assertThat(diff.features()).noneMatch(FeatureChange::redefined);
  }

  @Test
  void everythingIsDroppedWhereNothingIs() {
    PlanDiff diff = PlanDiff.between(Reports.plan(SPEC), NOTHING, AT);
    assertThat(diff.features()).extracting(FeatureChange::status).containsOnly(Status.DROPPED);
    assertThat(diff.declarations()).noneMatch(DeclarationChange::isSafe);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "p.table         | p.other                | false | table: p.table -> p.other",
        "'topic\"'       | 'topic\" { format avro }' | true | format: json -> avro",
        "ms int64?       | ms int64               | false | field ms: int64? -> int64",
        "item string     | item string?           | true  | field item: string -> string?",
        "item string     | item string  b bool?   | true  | field b: new, bool?",
        "item string     | item string  b bool    | false | field b: new, bool",
        "at timestamp    | at timestamp(ms)       | false | field at: timestamp -> timestamp(millis)",
      })
  void sourcesSayWhatIsSafe(String part, String replacement, boolean safe, String change) {
    DeclarationChange source = declaration(diff(SPEC, changed(part, replacement)), "p.views");
    assertThat(source.changes()).extracting(Change::toString).containsExactly(change);
    assertThat(source.isSafe()).isEqualTo(safe);
  }

  @Test
  void aFieldThatIsGoneIsUnsafe() {
    DeclarationChange source =
        declaration(
            PlanDiff.between(
                Reports.plan(changed("ms int64?", "ms int64? b bool?")), Reports.plan(SPEC), AT),
            "p.views");
    assertThat(source.changes())
        .extracting(Change::toString)
        .containsExactly("field b: bool?, gone");
    assertThat(source.isSafe()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "own = group(user).*  | own = group(user).recent | false",
        "own = group(user).*  | own = group(user: other).* | true",
        "for user, other      | for user, other, third | false",
      })
  void setsSayWhatIsSafe(String part, String replacement, boolean safe) {
    DeclarationChange set = declaration(diff(SPEC, changed(part, replacement)), "p.set");
    assertThat(set.status()).isEqualTo(DeclarationChange.Status.CHANGED);
    assertThat(set.isSafe()).isEqualTo(safe);
  }

  @Test
  void anotherOrderOfColumnsIsNoted() {
    String first = "  own = group(user).*\n";
    String second = "  its = others(user: other).*\n";
    PlanDiff diff = diff(SPEC, changed(first + second, second + first));
    assertThat(declaration(diff, "p.set").changes())
        .extracting(Change::what)
        .containsExactly("column order");
    assertThat(diff.isSafe()).isTrue();
  }

  @Test
  void theDocumentSaysTheSame() {
    PlanDiff diff = diff(SPEC, changed("sum(ms)", "max(ms)"));
    Map<String, Object> document = Json.parseObject(DiffJson.of(diff));
    assertThat(document).containsEntry("safe", false).containsEntry("version", 1L);
    assertThat((List<?>) document.get("features")).hasSameSizeAs(diff.features());
    assertThat(document.get("summary"))
        .isEqualTo(
            Map.of("unchanged", 2L, "served", 0L, "backfill", 2L, "dropped", 0L, "redefined", 2L));
  }

  private static PlanDiff diff(String old, String now) {
    return PlanDiff.between(Reports.plan(old), Reports.plan(now), AT);
  }

  private static FeatureChange feature(PlanDiff diff, String name) {
    return diff.features().stream()
        .filter(feature -> feature.feature().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static FeatureChange feature(PlanDiff diff, String name, String group) {
    return diff.features().stream()
        .filter(feature -> feature.group().equals(group) && feature.feature().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static DeclarationChange declaration(PlanDiff diff, String name) {
    return diff.declarations().stream()
        .filter(declaration -> declaration.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String changed(String part, String replacement) {
    assertThat(SPEC).contains(part);
    return SPEC.replace(part, replacement);
  }
}

package dev.arabica.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.dsl.ast.AnchorDecl;
import dev.arabica.dsl.ast.Decl;
import dev.arabica.dsl.ast.DurationExpr;
import dev.arabica.dsl.ast.FeatFile;
import dev.arabica.dsl.ast.FeatureDecl;
import dev.arabica.dsl.ast.FeatureSetDecl;
import dev.arabica.dsl.ast.FeaturesDecl;
import dev.arabica.dsl.ast.FieldDecl;
import dev.arabica.dsl.ast.KeyBinding;
import dev.arabica.dsl.ast.LetDecl;
import dev.arabica.dsl.ast.MemberDecl;
import dev.arabica.dsl.ast.Name;
import dev.arabica.dsl.ast.Renamed;
import dev.arabica.dsl.ast.Selection;
import dev.arabica.dsl.ast.SourceDecl;
import dev.arabica.dsl.ast.TypeRef;
import dev.arabica.dsl.ast.ViewDecl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the declarations of a whole spec become. */
class DeclarationsTest {
  private final FeatFile file = parse();

  private static FeatFile parse() {
    try {
      ParseResult result =
          FeatParser.parse(SourceFile.read(Path.of("src/test/resources/specs/spotlight.feat")));
      assertThat(result.diagnostics()).isEmpty();
      return result.file();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private <T extends Decl> T find(Class<T> type, String name) {
    return file.declarations().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(decl -> decl.name().text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void keepsTheOrderOfTheFile() {
    assertThat(file.packageDecl().orElseThrow().name().text()).isEqualTo("spotlight");
    assertThat(file.declarations().stream().map(decl -> decl.name().text()))
        .containsExactly(
            "snap_views",
            "spotlight_views",
            "snap_engagement",
            "viewer_history",
            "viewer_author",
            "ranker_v1");
  }

  @Test
  void readsASource() {
    SourceDecl source = find(SourceDecl.class, "snap_views");
    assertThat(source.doc()).contains("One row per playback of a snap, as the player logs it.");
    assertThat(source.kafka().orElseThrow().topic().value()).isEqualTo("snap_views");
    assertThat(source.kafka().orElseThrow().format().map(Name::text)).contains("json");
    assertThat(source.table().orElseThrow().value()).isEqualTo("events.snap_views_raw");
    assertThat(ExprText.of(source.time().orElseThrow())).isEqualTo("event_ts");
    assertThat(source.watermark().map(DurationExpr::micros)).contains(5_000_000L);
    assertThat(source.late().map(DurationExpr::text)).contains("10m");
    assertThat(source.ahead().map(DurationExpr::text)).contains("5m");
    assertThat(texts(source.dedup().orElseThrow().columns()))
        .containsExactly("request_id", "user_id");
    assertThat(source.dedup().orElseThrow().within().text()).isEqualTo("1h");
  }

  @Test
  void readsFieldsAndTypes() {
    List<FieldDecl> fields = find(SourceDecl.class, "snap_views").fields();
    assertThat(fields.stream().map(field -> field.name().text() + " " + text(field.type())))
        .containsExactly(
            "request_id string",
            "user_id string",
            "snap_id string",
            "author_id string",
            "surface string",
            "view_ms int64?",
            "completed bool?",
            "speed float64?",
            "topics list<string>?",
            "device struct{model string, os_major int32?}?",
            "event_ts timestamp",
            "logged_at timestamp(ms)?");
    assertThat(fields.get(0).doc()).contains("Chosen by the client, kept across retries.");
  }

  @Test
  void readsAView() {
    ViewDecl view = find(ViewDecl.class, "spotlight_views");
    assertThat(view.doc())
        .contains("A team's clean slice of a source.\nChat views are someone else's.");
    assertThat(texts(view.from())).containsExactly("snap_views");
    assertThat(ExprText.of(view.where().orElseThrow()))
        .isEqualTo("((surface == \"spotlight\") and (view_ms is not null))");
    assertThat(texts(view.lets().stream().map(LetDecl::name).toList()))
        .containsExactly("long_view", "hour", "share");
  }

  @Test
  void readsAFeatureGroup() {
    FeaturesDecl group = find(FeaturesDecl.class, "snap_engagement");
    assertThat(group.from().text()).isEqualTo("spotlight_views");
    assertThat(texts(group.keys())).containsExactly("snap_id");
    assertThat(ExprText.of(group.where().orElseThrow()))
        .isEqualTo("(not (author_id in [\"A0\", \"test\"]))");
    assertThat(group.features().stream().map(DeclarationsTest::text))
        .containsExactly(
            "views = count() over [5m, 1h, 6h, 30d]",
            "long_views = count() where long_view over [1h, 6h]",
            "watch_ms = sum(view_ms) over [6h] default null",
            "viewers = approx_distinct(user_id) over [1d]",
            "watch_p95 = approx_quantile(view_ms, 0.95) over [6h] anchor WATERMARK",
            "by_hour = count_by(hour) over [7d] as views_by_hour",
            "momentum = decayed_count(half_life: 2h=7200000000) over [1d]",
            "balance = sum((view_ms - 5000)) over [30d] step 5m default -1");
    assertThat(group.features().get(1).doc()).contains("Views of ten seconds and more.");
  }

  @Test
  void readsCompositeKeys() {
    assertThat(texts(find(FeaturesDecl.class, "viewer_author").keys()))
        .containsExactly("user_id", "author_id");
  }

  @Test
  void readsAFeatureSet() {
    FeatureSetDecl set = find(FeatureSetDecl.class, "ranker_v1");
    assertThat(texts(set.keys())).containsExactly("user_id", "snap_id");
    assertThat(set.members().stream().map(DeclarationsTest::text))
        .containsExactly(
            "snap = snap_engagement(snap_id: snap_id).{views_last_6h, viewers_last_1d}",
            "viewer = viewer_author(user_id: user_id, author_id: content.author_id).*",
            "affinity = viewer_author(user_id: user_id, author_id: author_id)",
            "recent = viewer_history(user_id: user_id).recent");
  }

  @Test
  void spansCoverWhatWasWritten() {
    SourceDecl source = find(SourceDecl.class, "snap_views");
    assertThat(source.span().text()).startsWith("source snap_views {").endsWith("}");
    assertThat(source.late().orElseThrow().span().text()).isEqualTo("10m");
    FeatureDecl views = find(FeaturesDecl.class, "snap_engagement").features().get(0);
    assertThat(views.aggregate().span().text()).isEqualTo("count()");
    assertThat(file.source().positionOf(views.span().start())).isEqualTo(new Position(40, 3));
  }

  private static List<String> texts(List<Name> names) {
    return names.stream().map(Name::text).toList();
  }

  private static String text(TypeRef type) {
    String nullable = type.nullable() ? "?" : "";
    if (type instanceof TypeRef.ListOf list) {
      return "list<" + text(list.element()) + ">" + nullable;
    } else if (type instanceof TypeRef.StructOf struct) {
      List<String> fields =
          struct.fields().stream().map(f -> f.name().text() + " " + text(f.type())).toList();
      return "struct{" + String.join(", ", fields) + "}" + nullable;
    }
    TypeRef.Scalar scalar = (TypeRef.Scalar) type;
    String unit = scalar.unit().map(name -> "(" + name.text() + ")").orElse("");
    return scalar.name().text() + unit + nullable;
  }

  private static String text(FeatureDecl feature) {
    List<String> windows = feature.windows().stream().map(w -> w.span().text()).toList();
    return feature.name().text()
        + (" = " + ExprText.of(feature.aggregate()))
        + feature.where().map(e -> " where " + ExprText.of(e)).orElse("")
        + (" over " + windows)
        + feature.step().map(step -> " step " + step.text()).orElse("")
        + feature.anchor().map(AnchorDecl::anchor).map(anchor -> " anchor " + anchor).orElse("")
        + feature.defaultValue().map(value -> " default " + ExprText.of(value)).orElse("")
        + feature.as().map(name -> " as " + name.text()).orElse("");
  }

  private static String text(MemberDecl member) {
    List<String> keys =
        member.target().keys().orElseThrow().stream().map(DeclarationsTest::text).toList();
    String call = member.target().name().text() + "(" + String.join(", ", keys) + ")";
    return member.alias().text()
        + " = "
        + call
        + member.target().selection().map(s -> "." + text(s)).orElse("");
  }

  private static String text(KeyBinding key) {
    return key.groupKey().text() + ": " + ExprText.of(key.value());
  }

  private static String text(Selection selection) {
    if (selection instanceof Selection.One one) {
      return one.feature().text();
    } else if (selection instanceof Selection.Several several) {
      return "{"
          + String.join(", ", texts(several.features().stream().map(Renamed::name).toList()))
          + "}";
    }
    return "*";
  }
}

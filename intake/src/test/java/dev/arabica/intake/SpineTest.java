package dev.arabica.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.FeatureSetPlan;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.RequestPlan;
import dev.arabica.core.time.Instants;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpineTest {
  private static final long TIME = Instants.parse("2025-11-29T16:10:05Z");
  private static final FeatureSetPlan SET =
      new FeatureSetPlan(
          "shop.home",
          List.of(
              new FeatureSetPlan.SetKey("user_id", Type.INT64),
              new FeatureSetPlan.SetKey("item", Type.STRING)),
          List.of(
              new FeatureSetPlan.Member(
                  "viewer",
                  "shop.user_views",
                  List.of("user_id"),
                  List.of(new FeatureSetPlan.Output("viewer.views_1h", "views_1h")))));

  @TempDir Path folder;

  @Test
  void csvColumnsKeepOrderAndNullKeysAndTimesKeepTheirPlace() throws IOException {
    Spine spine =
        csv(
            """
            label,item,event_ts,user_id,note
            1,a,2025-11-29T16:10:05Z,7,""
            0,,2025-11-29T16:10:05Z,,
            ,b,,8,x
            """);
    assertThat(spine.columns().stream().map(Type.Field::name))
        .containsExactly("label", "item", "event_ts", "user_id", "note");
    assertThat(spine.columns().stream().map(Type.Field::type))
        .containsExactly(Type.STRING, Type.STRING, Type.TIMESTAMP, Type.INT64, Type.STRING);
    List<SpineRow> rows = all(spine);
    assertThat(rows.get(0).columns()).containsExactly("1", "a", TIME, 7L, "");
    assertThat(rows.get(0).keys()).containsExactly(7L, "a");
    assertThat(rows.get(0).time()).isEqualTo(TIME);
    assertThat(rows.get(0).watermark("shop.user_views")).isEqualTo(Window.NO_WATERMARK);
    assertThat(rows.get(0).readRevision()).isNull();
    assertThat(rows.get(1).keys()).containsExactly(null, null);
    assertThat(rows.get(2).time()).isNull();
    assertThat(rows.get(2).index()).isEqualTo(2);
  }

  @Test
  void watermarksAndRevisionAreRead() throws IOException {
    List<SpineRow> rows =
        all(
            csv(
                """
                user_id,item,event_ts,feature_watermark,feature_watermark.user_views,read_revision
                7,a,2025-11-29T16:10:05Z,2025-11-29T16:05:00Z,2025-11-29T16:00:00Z,12
                7,a,2025-11-29T16:10:05Z,2025-11-29T16:05:00Z,,
                """));
    assertThat(rows.get(0).watermark("shop.user_views"))
        .isEqualTo(Instants.parse("2025-11-29T16:00:00Z"));
    assertThat(rows.get(0).watermark("shop.other"))
        .isEqualTo(Instants.parse("2025-11-29T16:05:00Z"));
    assertThat(rows.get(0).readRevision()).isEqualTo(12);
    assertThat(rows.get(1).watermark("shop.user_views"))
        .isEqualTo(Instants.parse("2025-11-29T16:05:00Z"));
    assertThat(rows.get(1).readRevision()).isNull();
  }

  @Test
  void jsonColumnsAreTypedByWhatTheyHold() throws IOException {
    Spine spine =
        json(
            """
            {"user_id":7,"b":true,"i":1,"f":1,"s":"x","m":1,"o":{"a": [1, 2]}}
            {"event_ts":"2025-11-29T16:10:05Z","late":null,"item":"a","f":1.5,"m":"one","i":null}
            """);
    assertThat(spine.columns().stream().map(f -> f.name() + " " + f.type()))
        .containsExactly(
            "user_id int64",
            "b bool",
            "i int64",
            "f float64",
            "s string",
            "m string",
            "o string",
            "event_ts timestamp",
            "late string",
            "item string");
    List<SpineRow> rows = all(spine);
    assertThat(rows.get(0).columns())
        .isEqualTo(Arrays.asList(7L, true, 1L, 1.0, "x", "1", "{\"a\":[1,2]}", null, null, null));
    assertThat(rows.get(1).columns())
        .isEqualTo(Arrays.asList(null, null, null, 1.5, null, "\"one\"", null, TIME, null, "a"));
  }

  @Test
  void aKeyOfAWrongTypeNamesFileRowAndColumn() throws IOException {
    Spine spine = csv("user_id,item,event_ts\n1,a,\nx,a,\n");
    assertThatThrownBy(() -> all(spine))
        .isInstanceOf(DataFileException.class)
        .hasMessageContainingAll("spine.csv: row 2", "`user_id`", "int64", "\"x\"");
  }

  @Test
  void aMalformedTimeNamesFileRowAndColumn() throws IOException {
    Spine csv = csv("user_id,item,event_ts\n1,a,yesterday\n");
    assertThatThrownBy(() -> all(csv))
        .isInstanceOf(DataFileException.class)
        .hasMessageContainingAll("spine.csv: row 1", "`event_ts`", "\"yesterday\"");
    Spine json = json("{\"user_id\":1,\"item\":\"a\",\"event_ts\":5}\n");
    assertThatThrownBy(() -> all(json))
        .isInstanceOf(DataFileException.class)
        .hasMessageContainingAll("spine.jsonl: row 1", "`event_ts`", "found 5");
  }

  @Test
  void aRaggedOrMalformedRowIsAnError() throws IOException {
    Spine spine = csv("user_id,item,event_ts\n1,a\n");
    assertThatThrownBy(() -> all(spine)).hasMessageContaining("row 1: 2 fields");
    assertThatThrownBy(() -> json("{\"user_id\":1,\"user_id\":2}\n"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("row 1");
  }

  @Test
  void halfASurrogatePairIsAnErrorWhereverItStands() {
    String row = "{\"user_id\":1,\"item\":\"a\",\"event_ts\":null,\"o\":%s}\n";
    for (String other : List.of("\"\\ud83d\"", "[\"\\ud83d\"]", "{\"a\":\"\\ude00\"}")) {
      assertThatThrownBy(() -> all(json(row.formatted(other))))
          .as(other)
          .isInstanceOf(DataFileException.class)
          .hasMessageContaining("row 1: field `o`: half a surrogate pair");
    }
    // In a name the parser itself finds it.
    assertThatThrownBy(() -> all(json(row.formatted("{\"\\ude00\":1}"))))
        .isInstanceOf(DataFileException.class)
        .hasMessageContainingAll("row 1", "surrogate");
  }

  @Test
  void aMissingKeyColumnIsNamed() {
    assertThatThrownBy(() -> csv("user_id,label\n1,2\n"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContainingAll("spine.csv", "`item`, `event_ts`", "shop.home");
    assertThatThrownBy(() -> csv("")).hasMessageContaining("`user_id`");
  }

  @Test
  void aColumnNamedAsAFeatureIsAnError() {
    assertThatThrownBy(() -> csv("user_id,item,event_ts,viewer.views_1h\n"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContaining("`viewer.views_1h` is also a feature");
  }

  @Test
  void whatASetReadsOfARequestStandsUnderTheNamesOfItsColumns() throws IOException {
    List<SpineRow> rows = all(asked("user_id,event_ts,device,page,note\n7,,tv,3,x\n7,,phone,,\n"));
    assertThat(rows.get(0).request()).isEqualTo(Map.of("device", "tv", "page", 3L));
    assertThat(rows.get(0).columns()).as("its type").contains(3L);
    assertThat(rows.get(1).request()).as("a null").isEqualTo(Map.of("device", "phone"));
    assertThat(all(asked("user_id,event_ts,device\n7,,tv\n")).get(0).request())
        .as("a column with a default may be left out")
        .isEqualTo(Map.of("device", "tv"));
  }

  @Test
  void aColumnOfARequestWithoutADefaultIsNeeded() throws IOException {
    assertThatThrownBy(() -> asked("user_id,event_ts\n"))
        .isInstanceOf(DataFileException.class)
        .hasMessageContainingAll("no column `device`", "shop.asked");
    Spine spine = asked("user_id,event_ts,device\n7,,\n");
    assertThatThrownBy(() -> all(spine))
        .isInstanceOf(DataFileException.class)
        .hasMessageContainingAll("row 1", "`device`");
    assertThatThrownBy(() -> asked("user_id,event_ts,device,ask.page\n"))
        .hasMessageContaining("`ask.page` is also a feature");
  }

  /** A spine of a set that repeats one column of a request under its own name. */
  private Spine asked(String content) throws IOException {
    RequestPlan request =
        new RequestPlan(
            "shop.ask",
            List.of(
                new ColumnPlan("device", Type.STRING, false, Optional.empty()),
                new ColumnPlan("unread", Type.STRING, false, Optional.empty()),
                new ColumnPlan(
                    "page", Type.INT64, false, Optional.of(new Expr.Literal(Type.INT64, 1L)))));
    FeatureSetPlan.Member ask =
        new FeatureSetPlan.Member(
            "ask",
            FeatureSetPlan.Kind.REQUEST,
            "shop.ask",
            List.of(),
            List.of(
                new FeatureSetPlan.Output("device", "device"),
                new FeatureSetPlan.Output("ask.page", "page")),
            List.of(),
            Optional.empty());
    FeatureSetPlan set =
        new FeatureSetPlan(
            "shop.asked", List.of(new FeatureSetPlan.SetKey("user_id", Type.INT64)), List.of(ask));
    Plan plan =
        new Plan(
            List.of(), List.of(), List.of(), List.of(), List.of(request), List.of(set), List.of());
    return Spine.open(plan, set, Files.writeString(folder.resolve("spine.csv"), content));
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> Spine.open(SET, folder.resolve("none.csv")))
        .hasMessageContaining("none.csv");
  }

  private Spine csv(String content) throws IOException {
    return Spine.open(SET, Files.writeString(folder.resolve("spine.csv"), content));
  }

  private Spine json(String content) throws IOException {
    return Spine.open(SET, Files.writeString(folder.resolve("spine.jsonl"), content));
  }

  private static List<SpineRow> all(Spine spine) {
    List<SpineRow> rows = new ArrayList<>();
    try (spine) {
      spine.forEachRemaining(rows::add);
    }
    return rows;
  }
}

package dev.arabica.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the tests of a spec hold once they are checked: typed values, at their places. */
class SpecTestsTest {
  private static final String SPEC =
      """
      package p

      source shows {
        fields {
          user_id  string
          page_id  int32
          ms       int64?
          sent     timestamp(ms)?
          tags     list<string>?
          price    decimal(9, 2)?
          on       date?
          at       timestamp
        }
        time at
      }

      features pages from shows by page_id, user_id {
        shows   = count()                     over 1h, 1d
        mean    = avg(ms)                     over 1d as mean
        small   = last(page_id)               over 1d as small
        last    = last(at)                    over 1d as last_at
        on      = last(on)                    over 1d as on
        price   = last(price)                 over 1d as price
        tags    = last(tags)                  over 1d as tags
        recent  = last_n(3, { page_id, ms })  over 1d as recent
      }

      snapshot content from table "content.pages" by page_id int64, shop valid_from since {
        language   string default "und"
        counts     map<string, int64>?
        days       map<date, bool>?
        embedding  vector<float32, 2>?
      }

      request asked {
        device  string?
        hour    int32 default 12
      }

      feature_set ranker for page_id, shop {
        content  = content(page_id, shop).*
        asked    = asked.*
        derive late = asked.hour > 18
        label seen = count() from shows(page_id) within 1h
      }
      """;

  @Test
  void cellsAreReadAsThoseOfFiles() {
    SpecTest test =
        test(
            """
            given shows
              | at                   | user_id | page_id | sent          | tags       | price |
              | 2025-11-29T16:03:10Z | "a | b" | 7       | 1764432190000 | ["x", "y"] | 1.5   |
              | 2025-11-29T16:03:11Z | ""      | -1      |               |            |       |
            """);
    SpecTest.Given given = test.givens().get(0);
    assertThat(given)
        .extracting(SpecTest.Given::input, SpecTest.Given::name)
        .containsExactly(SpecTest.Input.SOURCE, "p.shows");
    assertThat(given.columns())
        .extracting(Type.Field::name)
        .containsExactly("user_id", "page_id", "ms", "sent", "tags", "price", "on", "at");
    long at = Instants.parse("2025-11-29T16:03:10Z");
    assertThat(values(given, 0))
        .containsExactly(
            "a | b", 7L, null, at, List.of("x", "y"), new BigDecimal("1.50"), null, at);
    assertThat(values(given, 1))
        .containsExactly("", -1L, null, null, null, null, null, at + 1_000_000);
  }

  @Test
  void aCellKnowsItsPlace() {
    SpecTest.Given given =
        test("""
                given shows
                  | user_id | page_id | at                   |
                  | U1      | 1       | 2025-11-29T16:03:10Z |
                """)
            .givens()
            .get(0);
    List<SpecTest.Cell> cells = given.rows().get(0).cells();
    assertThat(cells.get(0).span().text()).isEqualTo("U1");
    assertThat(cells.get(2).span()).isEqualTo(given.rows().get(0).span());
    assertThat(given.rows().get(0).span().text()).startsWith("U1").endsWith("16:03:10Z");
  }

  @Test
  void aSnapshotHasKeysItsTimeAndDefaults() {
    SpecTest.Given given =
        test("""
                given content
                  | since                | page_id | shop |
                  | 2025-11-29T16:03:10Z | 1       | here |
                """)
            .givens()
            .get(0);
    assertThat(given.input()).isEqualTo(SpecTest.Input.SNAPSHOT);
    assertThat(given.columns())
        .extracting(Type.Field::name)
        .containsExactly("page_id", "shop", "since", "language", "counts", "days", "embedding");
    assertThat(values(given, 0))
        .containsExactly(
            1L, "here", Instants.parse("2025-11-29T16:03:10Z"), "und", null, null, null);
  }

  @Test
  void aRequestFillsItsDefaultsToo() {
    SpecTest.Given given =
        test("""
                given asked
                  | device | hour |
                  |        |      |
                """)
            .givens()
            .get(0);
    assertThat(given.input()).isEqualTo(SpecTest.Input.REQUEST);
    assertThat(values(given, 0)).containsExactly(null, 12L);
  }

  @Test
  void keysStandInTheOrderOfTheGroup() {
    SpecTest.Expect expect = expect("pages(user_id: \"U1\", page_id: 3) { mean: null }");
    assertThat(expect.subject()).isEqualTo(SpecTest.Subject.GROUP);
    assertThat(expect.name()).isEqualTo("p.pages");
    assertThat(expect.keys())
        .extracting(SpecTest.Key::name, SpecTest.Key::type, SpecTest.Key::value)
        .containsExactly(tuple("page_id", Type.INT32, 3L), tuple("user_id", Type.STRING, "U1"));
  }

  @Test
  void aSetIsAskedByItsColumnsDerivesAndLabels() {
    SpecTest.Expect expect =
        expect("ranker(page_id: 1, shop: null) { content.language: \"de\", late: true, seen: 2 }");
    assertThat(expect.subject()).isEqualTo(SpecTest.Subject.FEATURE_SET);
    assertThat(expect.keys()).extracting(SpecTest.Key::value).containsExactly(1L, null);
    assertThat(expect.values())
        .extracting(SpecTest.Expected::column, SpecTest.Expected::type)
        .containsExactly(
            tuple("content.language", Type.STRING),
            tuple("late", Type.BOOL),
            tuple("seen", Type.INT64));
  }

  @Test
  void aWordIsAStatus() {
    assertThat(outcome("mean: stale")).isEqualTo(new SpecTest.Outcome.Status(FeatureStatus.STALE));
    assertThat(outcome("mean: not_found"))
        .isEqualTo(new SpecTest.Outcome.Status(FeatureStatus.NOT_FOUND));
  }

  @Test
  void aValueIsOfTheFeaturesType() {
    assertThat(value("shows_last_1h: -1")).isEqualTo(-1L);
    assertThat(value("shows_last_1h: 2 * (3 + 4)")).isEqualTo(14L);
    assertThat(value("small: 3 % 2")).isEqualTo(1L);
    assertThat(value("mean: 2")).isEqualTo(2.0);
    assertThat(value("mean: 1 + 1")).isEqualTo(2.0);
    assertThat(value("mean: null")).isNull();
    assertThat(value("on: \"2025-11-29\"")).isEqualTo(20_421L);
    assertThat(value("price: -1_000.5")).isEqualTo(new BigDecimal("-1000.50"));
    assertThat(value("tags: []")).isEqualTo(List.of());
    assertThat(value("tags: [\"a\", null]")).isEqualTo(Arrays.asList("a", null));
    assertThat(value("recent: [{ ms: null, page_id: 1 }]"))
        .isEqualTo(List.of(Arrays.asList(1L, null)));
  }

  @Test
  void mapsAndVectorsAreWrittenAsStructsAndLists() {
    assertThat(ofSet("content.counts: { de: 1, en: null }")).hasToString("{de=1, en=null}");
    assertThat(ofSet("content.counts: [{ key: \"de\", value: 1 }]")).isEqualTo(Map.of("de", 1L));
    assertThat(ofSet("content.days: [{ key: \"1970-01-02\", value: true }]"))
        .isEqualTo(Map.of(1L, true));
    assertThat(ofSet("content.embedding: [0.5, -1]")).isEqualTo(new float[] {0.5f, -1f});
  }

  @Test
  void aToleranceIsANumberOrADuration() {
    assertThat(within("mean: 0.5 within 0.01")).isEqualTo(0.01);
    assertThat(within("last_at: 2025-11-29T16:03:10Z within 2s")).isEqualTo(2_000_000.0);
  }

  @Test
  void aMomentHasATimeAndPerhapsAWatermark() {
    SpecTest test =
        test(
            """
            at 2025-11-29T16:10:05Z watermark 2025-11-29T16:05:00Z
            expect pages(page_id: 1, user_id: "U1") { mean: 1 }
            """);
    assertThat(test.title()).isEqualTo("it works");
    assertThat(test.moments()).hasSize(2);
    assertThat(test.moments().get(0).watermark()).isEmpty();
    assertThat(test.moments().get(1).time()).isEqualTo(Instants.parse("2025-11-29T16:10:05Z"));
    assertThat(test.moments().get(1).watermark()).contains(Instants.parse("2025-11-29T16:05:00Z"));
  }

  @Test
  void thereAreNoTestsWithoutAPlan() {
    assertThat(Specs.compile("test \"t\" { at 2025-11-29T16:10:05Z expect x() { y: 1 } }").tests())
        .isEmpty();
  }

  /** The test with some statements before and after a moment of its own. */
  private static SpecTest test(String statements) {
    boolean isGiven = statements.startsWith("given");
    String moment =
        "at 2025-11-29T16:00:00Z\nexpect pages(page_id: 1, user_id: \"U1\") { mean: 1 }\n";
    String text = isGiven ? statements + moment : moment + statements;
    Compilation compilation = Specs.compile(SPEC + "test \"it works\" {\n" + text + "}\n");
    assertThat(Specs.print(compilation)).doesNotContain("error");
    return compilation.tests().get(0);
  }

  private static SpecTest.Expect expect(String expected) {
    SpecTest test = test("at 2025-11-29T16:00:00Z expect " + expected + "\n");
    return test.moments().get(1).expects().get(0);
  }

  private static SpecTest.Outcome outcome(String expected) {
    return expect("pages(page_id: 1, user_id: \"U1\") { " + expected + " }")
        .values()
        .get(0)
        .outcome();
  }

  private static Object value(String expected) {
    return ((SpecTest.Outcome.Value) outcome(expected)).value();
  }

  private static double within(String expected) {
    return ((SpecTest.Outcome.Value) outcome(expected)).within().orElseThrow();
  }

  private static Object ofSet(String expected) {
    SpecTest.Expect expect = expect("ranker(page_id: 1, shop: \"s\") { " + expected + " }");
    return ((SpecTest.Outcome.Value) expect.values().get(0).outcome()).value();
  }

  private static List<Object> values(SpecTest.Given given, int row) {
    return given.rows().get(row).cells().stream().map(SpecTest.Cell::value).toList();
  }
}

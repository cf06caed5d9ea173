package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code featc test}: what passes, and how what fails is told. */
final class TestCommandTest {
  private static final String SNAPS =
      """
      package spotlight
      source snap_views {
        fields {
          request_id string  user_id string  snap_id string  surface string
          view_ms int64?  event_ts timestamp
        }
        time  event_ts
        dedup request_id within 1h
      }
      view spotlight_views from snap_views {
        where surface == "spotlight" and view_ms is not null
        let   long_view = view_ms >= 10_000
      }
      features snap from spotlight_views by snap_id {
        views      = count()                 over 1h, 6h
        long_views = count() where long_view over 6h
        watch      = sum(view_ms)            over 6h default null
        derive long_rate = safe_div(long_views_last_6h, views_last_6h)
      }
      """;

  /** Line 20 is its first. */
  private static final String WORKED_EXAMPLE =
      """
      test "only long views count as long" {
        given snap_views
          | request_id | user_id | snap_id | surface   | view_ms | event_ts             |
          | r1         | U1      | S456    | spotlight | 12000   | 2025-11-29T16:03:10Z |
          | r2         | U2      | S456    | chat      | 90000   | 2025-11-29T16:03:20Z |
          | r3         | U3      | S456    | spotlight |  3000   | 2025-11-29T10:09:59Z |
          | r3         | U3      | S456    | spotlight | 30000   | 2025-11-29T10:10:00Z |
          | r4         | U3      | S456    | spotlight |         | 2025-11-29T11:10:01Z |
          | r5         | U3      | S456    | spotlight | 9999    | 2025-11-29T11:10:01Z |
          | r6         | U3      | S456    | spotlight | 99999   | 2025-11-29T16:05:00Z |
          | r7         | U3      | S457    | spotlight | 99999   | 2025-11-29T16:00:00Z |
        at 2025-11-29T16:10:05Z watermark 2025-11-29T16:05:00Z
        expect snap(snap_id: "S456") { long_views_last_6h: LONG, long_rate: RATE }
        at 2025-11-29T16:10:05Z watermark 2025-11-29T14:00:00Z
        expect snap(snap_id: "S456") { views_last_1h: STATUS }
      }
      """;

  @TempDir private Path folder;

  @Test
  void whatIsExpectedPasses() throws IOException {
    write("snaps.feat", SNAPS + workedExample("1", "0.33 within 0.2", "stale"));
    CommandRun run = CommandRun.of("test", folder);
    assertThat(run).isEqualTo(new CommandRun(0, "1 passed, 0 failed\n", ""));
  }

  @Test
  void aFailureShowsWhatBecameOfEachRow() throws IOException {
    Path spec = write("snaps.feat", SNAPS + workedExample("2", "0.5", "stale"));
    CommandRun run = CommandRun.of("test", spec);
    assertThat(run.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(run.out())
        .isEqualTo(
            """
            FAIL  only long views count as long (SPEC:20)

            SPEC:32:34: expected 2, but long_views_last_6h is 1
               |
            32 |   expect snap(snap_id: "S456") { long_views_last_6h: 2, long_rate: 0.5 }
               |                                  ^^^^^^^^^^^^^^^^^^^^^
              at 2025-11-29T16:10:05Z, watermark 2025-11-29T16:05:00Z
                key        snap_id: "S456"
                window     from 2025-11-29T10:10:00Z until before 2025-11-29T16:05:00Z
                           22 | request_id | user_id | snap_id | surface   | view_ms | event_ts             |
                counted    23 | r1         | U1      | S456    | spotlight | 12000   | 2025-11-29T16:03:10Z |
                filtered   24 | r2         | U2      | S456    | chat      | 90000   | 2025-11-29T16:03:20Z |
                              = where surface == "spotlight": surface is "chat"
                too early  25 | r3         | U3      | S456    | spotlight |  3000   | 2025-11-29T10:09:59Z |
                              = 1s before the window
                duplicate  26 | r3         | U3      | S456    | spotlight | 30000   | 2025-11-29T10:10:00Z |
                              = in `spotlight.snap_views` the row of line 25 counts for it
                filtered   27 | r4         | U3      | S456    | spotlight |         | 2025-11-29T11:10:01Z |
                              = where view_ms is not null: view_ms is null
                filtered   28 | r5         | U3      | S456    | spotlight | 9999    | 2025-11-29T11:10:01Z |
                              = where view_ms >= 10000: view_ms is 9999
                too late   29 | r6         | U3      | S456    | spotlight | 99999   | 2025-11-29T16:05:00Z |
                              = exactly at the window's end, which is outside
                other key  "S457": line 30

            0 passed, 1 failed
            """
                .replace("SPEC", spec.toString()));
  }

  @Test
  void aDerivedValueShowsWhatItIsMadeOf() throws IOException {
    write("snaps.feat", SNAPS + workedExample("1", "1", "stale"));
    assertThat(CommandRun.of("test", folder).out())
        .contains(": expected 1.0, but long_rate is 0.5\n")
        .contains(
            "    spotlight.snap.long_views_last_6h is 1\n      key        snap_id: \"S456\"\n")
        .contains("    spotlight.snap.views_last_6h is 2\n")
        .contains("      counted    28 | r5 ");
  }

  @Test
  void aStatusIsExpectedByItsName() throws IOException {
    write("snaps.feat", SNAPS + workedExample("1", "0.5", "3"));
    assertThat(CommandRun.of("test", folder).out())
        .contains(": expected 3, but views_last_1h is null (`stale`)\n")
        .contains(
            "window     nothing: it would begin at 2025-11-29T15:10:00Z,"
                + " but the watermark ends it at 2025-11-29T14:00:00Z\n\n");
    write("snaps.feat", SNAPS + workedExample("overflow", "0.5", "stale"));
    assertThat(CommandRun.of("test", folder).out())
        .contains(": expected `overflow`, but long_views_last_6h is 1 (`ok`)\n");
  }

  @Test
  void aRowThatNoSourceAdmitsIsAnError() throws IOException {
    Path spec =
        write(
            "snaps.feat",
            SNAPS
                + """
                test "early" {
                  given snap_views
                    | request_id | user_id | snap_id | surface | event_ts             |
                    | r1         | U1      | S456    | chat    | 1970-01-01T00:00:01Z |
                  at 2025-11-29T16:10:05Z
                  expect snap(snap_id: "S456") { views_last_1h: 5 }
                }
                """);
    CommandRun run = CommandRun.of("test", spec);
    assertThat(run.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(run.out())
        .contains(spec + ":23:7: this row would be a dead letter, time_out_of_range: event time")
        .doesNotContain("expected 5");
  }

  @Test
  void testsOfAllFilesRunAndCanBePicked() throws IOException {
    write("snaps.feat", SNAPS);
    String test =
        """
        package spotlight
        test "%s" {
          at 2025-11-29T16:10:05Z
          expect snap(snap_id: "S1") { views_last_1h: %s, watch_last_6h: null }
        }
        """;
    write("one.feat", test.formatted("nothing is zero", "0"));
    write("two.feat", test.formatted("Nothing is one", "1"));
    CommandRun all = CommandRun.of("test", folder);
    assertThat(all.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(all.out()).contains("no rows were given\n").endsWith("1 passed, 1 failed\n");
    assertThat(CommandRun.of("test", folder, "--filter", "IS ZERO").out())
        .isEqualTo("1 passed, 0 failed\n");
    assertThat(CommandRun.of("test", folder, "--filter", "two"))
        .isEqualTo(new CommandRun(0, "none of 2 tests is called `two`\n", ""));
  }

  @Test
  void aSpecWithoutTestsSaysSo() throws IOException {
    Path spec = write("snaps.feat", SNAPS);
    assertThat(CommandRun.of("test", spec))
        .isEqualTo(new CommandRun(0, "no tests in " + spec + "\n", ""));
  }

  @Test
  void aWrongSpecIsNotTested() throws IOException {
    Path spec = write("snaps.feat", SNAPS + workedExample("nothing", "0.5", "stale"));
    CommandRun run = CommandRun.of("test", spec);
    assertThat(run.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(spec + ":32:", "error F0").endsWith("featc: 1 error\n");
  }

  @Test
  void jsonHasEveryResult() throws IOException {
    Path spec = write("snaps.feat", SNAPS + workedExample("2", "0.5", "stale"));
    CommandRun run = CommandRun.of("test", spec, "--format", "json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    Map<String, Object> document = Json.parseObject(run.out());
    assertThat(document).containsEntry("passed", 0L).containsEntry("failed", 1L);
    Map<?, ?> test = (Map<?, ?>) ((List<?>) document.get("tests")).get(0);
    assertThat(test.get("title")).isEqualTo("only long views count as long");
    Map<?, ?> failure = (Map<?, ?>) ((List<?>) test.get("failures")).get(0);
    assertThat(failure.get("name")).isEqualTo("long_views_last_6h");
    assertThat(failure.get("line")).isEqualTo(32L);
    Map<?, ?> why = (Map<?, ?>) failure.get("why");
    assertThat(why.get("actual")).isEqualTo("1");
    assertThat((List<?>) why.get("rows")).hasSize(8);
    assertThat(((Map<?, ?>) ((List<?>) why.get("rows")).get(2)).get("verdict"))
        .isEqualTo("too_early");
  }

  @Test
  void aSetIsTestedWithItsRequestSnapshotsAndLabels() throws IOException {
    Path spec =
        write(
            "shop.feat",
            """
            package shop
            source views {
              fields { user_id string  item string  at timestamp }
              time at
            }
            features people from views by user_id {
              head open
              n      = count() over 1h
              recent = last_n(2, { item, at }) over 1d as recent
            }
            features things from views by item { n = count() over 1h }
            snapshot items from table "shop.items" by item valid_from since {
              owner  string?
              colour string default "grey"
            }
            request ask { page int64 default 1 }
            feature_set ranker for user_id, item {
              about  = items(item).*
              owner  = people(user_id: about.owner).n_last_1h fallback things(item).n_last_1h
              recent = people(user_id).recent enriched with items.colour
              ask    = ask.*
              derive is_far = ask.page > 1
              label  seen = any(item != "") from views(user_id, item) within 30m default false
            }
            test "everything" {
              given views
                | user_id | item | at                   |
                | u       | a    | 2025-11-29T15:30:00Z |
                | o       | b    | 2025-11-29T15:42:00Z |
                | u       | a    | 2025-11-29T16:00:00Z |
                | u       | b    | 2025-11-29T16:00:01Z |
              given items
                | item | since                | owner | colour |
                | a    | 1970-01-01T00:00:00Z | o     |        |
                | a    | 2025-11-29T16:00:00Z |       | red    |
              given ask
                | page |
                | 2    |
              at 2025-11-29T16:00:00Z
              expect people(user_id: "u") { n_last_1h: 2 }
              expect ranker(user_id: "u", item: "b") {
                about.colour: "grey",
                about.owner: not_found,
                owner: 1,
                recent: [
                  { item: "a", at: 2025-11-29T16:00:00Z, colour: "red" },
                  { item: "a", at: 2025-11-29T15:30:00Z, colour: "grey" }
                ],
                ask.page: 2,
                is_far: true,
                seen: true
              }
              at 2025-11-29T15:59:59Z
              expect ranker(user_id: "o", item: "a") { about.owner: "o", owner: 2, seen: false }
            }
            """);
    CommandRun run = CommandRun.of("test", spec);
    assertThat(run.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(spec + ":54:62: expected 2, but owner is 1\n")
        .contains("    from       shop.people\n    key        user_id: \"o\" (from about.owner)\n")
        .contains("until 2025-11-29T15:59:59Z, that included: the head is open\n")
        .contains("    counted    29 | o       | b    | 2025-11-29T15:42:00Z |\n")
        .contains("    other key  \"u\": lines 28, 30, 31\n");
  }

  private static String workedExample(String longViews, String rate, String status) {
    return WORKED_EXAMPLE
        .replace("LONG", longViews)
        .replace("RATE", rate)
        .replace("STATUS", status);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

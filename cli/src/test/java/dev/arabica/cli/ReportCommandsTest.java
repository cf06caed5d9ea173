package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import dev.arabica.core.plan.Plan;
import dev.arabica.core.plan.PlanCodec;
import dev.arabica.tables.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code featc plan} and {@code featc diff}: formats, exit codes, what they take. */
class ReportCommandsTest {
  private static final Path SPEC = Engine.home().resolve("examples/first-steps/videos.feat");

  @TempDir private Path folder;

  @Test
  void planShowsWhatIsStoredAndWhatItCosts() {
    CommandRun run = CommandRun.of("plan", SPEC);
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("plan ")
        .contains("features from 4 stored aggregates in 2 packs")
        .contains("scan      one for 2 groups: video_stats, viewer")
        .containsPattern("lookup  reads \\d+ blocks at most");
  }

  @Test
  void planOfOneThingIsThatAndWhatItNeeds() {
    CommandRun run = CommandRun.of("plan", SPEC, "--only", "viewer");
    assertThat(run.out())
        .contains("source videos.views", "features videos.viewer ")
        .doesNotContain("features videos.video_stats", "feature_set videos.ranker");
    assertThat(CommandRun.of("plan", SPEC, "--only", "ranker", "--format", "dot").out())
        .contains("video_stats", "feature_set:videos.ranker");
    CommandRun unknown = CommandRun.of("plan", SPEC, "--only", "viewers");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("unknown declaration `viewers`", "videos.viewer");
  }

  @Test
  void planDrawsPictures() {
    assertThat(CommandRun.of("plan", SPEC, "--format", "dot").out())
        .startsWith("digraph ")
        .contains("\"source:videos.views\" -> \"group:videos.viewer\";");
    assertThat(CommandRun.of("plan", SPEC, "--format", "svg").out())
        .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
        .contains(">video_stats</text>");
  }

  @Test
  void planIsADocumentThatIsReadAsAPlan() {
    String json = CommandRun.of("plan", SPEC, "--format", "json").out();
    Plan plan = PlanCodec.fromJson(json);
    assertThat(CommandRun.of("plan", SPEC).out()).contains(PlanCodec.fingerprint(plan));
    String costs = CommandRun.of("plan", SPEC, "--format", "costs").out();
    assertThat(Json.parseObject(costs))
        .containsOnlyKeys("plan", "aggregates", "groups", "feature_sets")
        .containsEntry("plan", PlanCodec.fingerprint(plan));
  }

  @Test
  void diffOfTheSameIsSafe() throws IOException {
    CommandRun run = CommandRun.of("diff", SPEC, SPEC.getParent());
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("safe: 5 features, 5 unchanged");
    Path plan = write("plan.json", CommandRun.of("plan", SPEC, "--format", "json").out());
    assertThat(CommandRun.of("diff", plan, SPEC).exitCode()).isEqualTo(ExitCode.OK);
    CommandRun.of("compile", SPEC, "-o", folder.resolve("compiled"));
    try (var compiled = Files.list(folder.resolve("compiled"))) {
      Path file = compiled.findFirst().orElseThrow();
      assertThat(CommandRun.of("diff", SPEC, file).exitCode()).isEqualTo(ExitCode.OK);
    }
  }

  @Test
  void diffThatNeedsABackfillIsNot() throws IOException {
    Path changed = changed("view_ms >= 10_000", "view_ms >= 20_000");
    CommandRun run = CommandRun.of("diff", SPEC, changed, "--at", "2026-03-01T16:02:00Z");
    assertThat(run.exitCode()).isEqualTo(ExitCode.NOT_SAFE);
    assertThat(run.out())
        .contains("long_views_last_6h  2026-03-01T10:00:00Z to 2026-03-01T16:00:00Z  redefined")
        .contains("where: view_ms >= 10000 -> view_ms >= 20000")
        .endsWith(
            "NOT SAFE: 5 features, 4 unchanged, 0 served at once, 1 to backfill (1 redefined), 0 dropped\n");
    CommandRun json =
        CommandRun.of("diff", SPEC, changed, "--format", "json", "--at", "2026-03-01T16:02:00Z");
    assertThat(json.exitCode()).isEqualTo(ExitCode.NOT_SAFE);
    assertThat(Json.parseObject(json.out()))
        .containsEntry("safe", false)
        .containsEntry("at", "2026-03-01T16:02:00.000000Z");
  }

  @Test
  void diffWithAnEnvironmentIsWithItsCurrentPlan() throws IOException {
    Path empty = folder.resolve("empty");
    Environment.create(empty);
    CommandRun first = CommandRun.of("diff", SPEC, "--env", empty);
    assertThat(first.exitCode()).isEqualTo(ExitCode.NOT_SAFE);
    assertThat(first.err()).contains("nothing is deployed in " + empty + " yet");
    Path environment = folder.resolve("environment");
    Plan plan = PlanCodec.fromJson(CommandRun.of("plan", SPEC, "--format", "json").out());
    Environment.create(environment).plans().makeCurrent(plan);
    assertThat(CommandRun.of("diff", SPEC, "--against", environment).exitCode()).isZero();
    Path longer = changed("over 1h, 6h", "over 1h, 6h, 30d");
    CommandRun run = CommandRun.of("diff", longer, "--env", environment);
    assertThat(run.exitCode()).as(run.out()).isZero();
    assertThat(run.out()).contains("served at once", "views_last_30d");
    assertThat(CommandRun.of("diff", SPEC, "--env", folder.resolve("none")).exitCode())
        .isEqualTo(ExitCode.REMOTE);
  }

  @Test
  void diffSaysWhatItTakes() throws IOException {
    Path wrong = write("wrong.feat", "features g from s by a { }");
    for (List<Object> usage :
        List.<List<Object>>of(
            List.of("diff"),
            List.of("diff", SPEC),
            List.of("diff", SPEC, SPEC, "--env", folder),
            List.of("diff", SPEC, SPEC, "--at", "yesterday"),
            List.of("diff", SPEC, write("no.json", "{}")),
            List.of("diff", SPEC, folder.resolve("none.json")))) {
      CommandRun run = CommandRun.of(usage.toArray());
      assertThat(run.exitCode()).as("%s: %s", usage, run.err()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).startsWith("featc: ");
    }
    assertThat(CommandRun.of("diff", SPEC, wrong).exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(CommandRun.of("diff", "--help").out()).contains("Exit codes:", "not safe");
  }

  private Path changed(String part, String replacement) throws IOException {
    String spec = Files.readString(SPEC);
    assertThat(spec).contains(part);
    return write("changed.feat", spec.replace(part, replacement));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The path from files: deploy, ingest, repair, look up, train; the values are those of `featc
 * eval`.
 */
class FirstStepsIT {
  private static final Path FIRST_STEPS = Engine.home().resolve("examples/first-steps");
  private static final Path SPINE = FIRST_STEPS.resolve("impressions.csv");

  @TempDir private static Path folder;

  @BeforeAll
  static void build() {
    run("deploy", FIRST_STEPS, "--env", env());
    CommandRun ingest =
        run(
            "ingest",
            "views",
            "--from",
            FIRST_STEPS.resolve("views.csv"),
            "--env",
            env(),
            "--json");
    assertThat(ingest.out()).contains("dead_letters");
    run("repair", "--env", env());
  }

  @Test
  void trainingSetEqualsEval() throws IOException {
    Path preview = folder.resolve("preview.jsonl");
    run(
        "eval",
        FIRST_STEPS,
        "--events",
        "views=" + FIRST_STEPS.resolve("views.csv"),
        "--spine",
        SPINE,
        "--features",
        "ranker",
        "-o",
        preview);
    Path training = folder.resolve("training");
    run(
        "train",
        "--spine",
        SPINE,
        "--features",
        "ranker",
        "-o",
        training,
        "--format",
        "jsonl",
        "--env",
        env());
    assertThat(lines(training)).isEqualTo(lines(preview));
  }

  @Test
  void repairingTwiceChangesNothing() {
    Map<String, Object> result = Json.parseObject(run("repair", "--env", env(), "--json").out());
    assertThat(result.toString()).contains("changed");
    result.forEach(
        (name, value) -> {
          if (name.contains("changed") && value instanceof Long changed) {
            assertThat(changed).as(name).isZero();
          }
        });
  }

  @Test
  void lookupAnswersWithItsBlocks() {
    CommandRun lookup =
        run(
            "lookup",
            "ranker",
            "user_id=U1",
            "video_id=V1",
            "--at",
            "2026-03-01T16:00:00Z",
            "--explain",
            "--env",
            env());
    assertThat(lookup.out())
        .contains("video.views_last_6h: 6")
        .contains("watermark 2026-03-01T16:00:00Z")
        .contains("block 1h at 2026-03-01T14:00:00Z");
  }

  @Test
  void anEntityNeverSeenHasEmptyValues() {
    CommandRun lookup =
        run(
            "lookup",
            "video_stats.views_last_6h,video_stats.watch_ms_last_6h",
            "video_id=V99",
            "--at",
            "2026-03-01T16:00:00Z",
            "--env",
            env());
    assertThat(lookup.out())
        .contains("not found")
        .contains("views_last_6h: 0  (not_found)")
        .contains("watch_ms_last_6h: null");
  }

  @Test
  void wrongLookupsSayWhatIsWrong() {
    assertWrong("video_stats.vews_last_6h", "video_id=V1", "vews_last_6h");
    assertWrong("rankr", "video_id=V1", "rankr");
    assertWrong("video_stats.views_last_6h", "vid=V1", "vid");
  }

  private static void assertWrong(String features, String key, String named) {
    CommandRun lookup = CommandRun.of("lookup", features, key, "--env", env());
    assertThat(lookup.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(lookup.err()).contains(named);
  }

  private static Path env() {
    return folder.resolve("env");
  }

  private static CommandRun run(Object... words) {
    CommandRun run = CommandRun.of(words);
    assertThat(run.exitCode()).as(List.of(words) + "\n" + run.out() + run.err()).isZero();
    return run;
  }

  /** The lines of a file, or of all parts of a folder. */
  private static List<String> lines(Path path) throws IOException {
    if (Files.isRegularFile(path)) {
      return Files.readAllLines(path);
    }
    try (Stream<Path> parts = Files.list(path)) {
      return parts
          .filter(part -> part.getFileName().toString().startsWith("part-"))
          .sorted()
          .flatMap(part -> readAll(part).stream())
          .toList();
    }
  }

  private static List<String> readAll(Path part) {
    try {
      return Files.readAllLines(part);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

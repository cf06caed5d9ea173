package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import dev.arabica.core.plan.PlanCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that need no engine: results, messages and exit codes. */
class FeatcTest {
  private static final Path FIRST_STEPS = Engine.home().resolve("examples/first-steps");

  @TempDir private Path folder;

  @Test
  void checkOfASoundSpecSaysSo() {
    CommandRun run = CommandRun.of("check", FIRST_STEPS);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("1 file: 0 errors, 0 warnings\n");
  }

  @Test
  void checkReportsEveryErrorWithItsPlace() throws IOException {
    Path spec =
        write(
            "bad.feat",
            """
        source s { fields { a int46 b string } time b }
        features g from s by a { x = sun(b) over 7m }
        """
                .replace("int46 b", "int46\n b"));
    CommandRun run = CommandRun.of("check", spec, "--format", "json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    List<?> diagnostics = (List<?>) Json.parse(run.out());
    assertThat(diagnostics).hasSizeGreaterThanOrEqualTo(2);
    Map<?, ?> first = (Map<?, ?>) diagnostics.get(0);
    assertThat(first.get("line")).isEqualTo(1L);
    assertThat(first.get("hint").toString()).contains("int64");
  }

  @Test
  void warningsCanBeAllowedAndDenied() throws IOException {
    Path spec =
        write(
            "short.feat",
            """
            source s { fields { a string
              b timestamp } time b }
            features g from s by a { x = count() over 5m }
            """);
    assertThat(CommandRun.of("check", spec).err()).contains("warning F0302");
    CommandRun denied = CommandRun.of("check", "--deny-warnings", spec);
    assertThat(denied.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(denied.out()).isEqualTo("1 file: 0 errors, 1 warning\n");
    assertThat(CommandRun.of("check", "--deny-warnings", "--allow", "F0301,F0302", spec))
        .isEqualTo(new CommandRun(0, "1 file: 0 errors, 0 warnings\n", ""));
  }

  @Test
  void onlyWarningsCanBeAllowed() throws IOException {
    CommandRun run = CommandRun.of("check", "--allow", "F0201", write("empty.feat", ""));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("`F0201` is no warning").contains("F0302");
  }

  @Test
  void aSpecThatIsNotThereIsNamed() {
    CommandRun run = CommandRun.of("check", folder.resolve("nowhere.feat"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("nowhere.feat");
  }

  @Test
  void demoNamesASourceThatHasNoEvent() throws IOException {
    CommandRun run =
        CommandRun.of(
            "demo",
            "--spec",
            Engine.home().resolve("feature-specs/kuairand/kuairand.feat"),
            "--events",
            "impressions=" + write("empty.jsonl", "{}\n"),
            "--dir",
            folder.resolve("demo"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("no event for source `kuairand.impressions`");
    assertThat(folder.resolve("demo")).doesNotExist();
  }

  @Test
  void compileWritesThePlanUnderItsFingerprint() throws IOException {
    CommandRun run = CommandRun.of("compile", FIRST_STEPS, "-o", folder);
    Path file = Path.of(run.out().strip());
    String fingerprint = PlanCodec.fingerprint(PlanCodec.fromJson(Files.readString(file)));
    assertThat(file.getFileName()).hasToString(fingerprint + ".json");
  }

  @Test
  void evalGivesEverySpineRowInOrder() throws IOException {
    Path output = folder.resolve("out.csv");
    CommandRun run = eval("views=" + FIRST_STEPS.resolve("views.csv"), output);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains("wrong_type: 1").contains("view_ms");
    assertThat(Files.readAllLines(output))
        .hasSize(5)
        .satisfies(
            lines ->
                assertThat(lines.get(1))
                    .startsWith("i1,U1,V1,2026-03-01T16:02:00.000000Z,1,2,6,4,"))
        .satisfies(lines -> assertThat(lines.get(3)).isEqualTo(lines.get(4)));
  }

  @Test
  void evalNamesWhatItCannotFind() throws IOException {
    assertThat(eval("views=" + folder.resolve("none.csv"), folder.resolve("o.csv")).err())
        .contains("none.csv");
    assertThat(eval("clicks=" + FIRST_STEPS.resolve("views.csv"), folder.resolve("o.csv")).err())
        .contains("unknown source `clicks`");
    Path empty = write("empty.csv", "");
    CommandRun run = eval("views=" + empty, folder.resolve("o.csv"));
    assertThat(run.exitCode()).as(run.err()).isZero();
  }

  @Test
  void fmtLaysOutInPlaceAndTellsWhatItChanged() throws IOException {
    Path good = write("good.feat", "package p\n");
    Path loose = write("loose.feat", "package   p // why\r\n");
    CommandRun check = CommandRun.of("fmt", "--check", folder);
    assertThat(check.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(check.out()).isEqualTo(loose + "\n");
    assertThat(loose).hasContent("package   p // why\r\n");
    CommandRun run = CommandRun.of("fmt", folder);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo(loose + "\n");
    assertThat(Files.readString(loose)).isEqualTo("package p  // why\n");
    assertThat(Files.readString(good)).isEqualTo("package p\n");
    assertThat(CommandRun.of("fmt", "--check", folder)).isEqualTo(new CommandRun(0, "", ""));
  }

  @Test
  void fmtLeavesAloneWhatDoesNotParse() throws IOException {
    Path bad = write("bad.feat", "package   1\n");
    Path loose = write("loose.feat", "package   p\n");
    CommandRun run = CommandRun.of("fmt", folder);
    assertThat(run.exitCode()).isEqualTo(ExitCode.SPECS_WRONG);
    assertThat(run.err()).contains("bad.feat:1:11: error F0110");
    assertThat(Files.readString(bad)).isEqualTo("package   1\n");
    assertThat(Files.readString(loose)).isEqualTo("package p\n");
  }

  @Test
  void explainShowsThePageOfACode() {
    CommandRun run = CommandRun.of("explain", "f0203");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("F0203: an unknown column\n").contains("Wrong:", "Right:");
    assertThat(CommandRun.of("explain").out()).contains("F0101  the file is too large\n", "F0303");
    CommandRun unknown = CommandRun.of("explain", "F9203");
    assertThat(unknown.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(unknown.err()).contains("there is no diagnostic `F9203`: did you mean `F0203`?");
  }

  @Test
  void completionIsAScript() {
    assertThat(CommandRun.of("completion").out()).contains("complete -F", "--check", "explain");
  }

  @Test
  void wrongUsageSaysWhatToTry() {
    CommandRun run = CommandRun.of("chekc");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("check");
    assertThat(CommandRun.of("lookup", "ranker", "--env", folder.resolve("none")).err())
        .contains("none");
  }

  @Test
  void everyCommandHasHelp() {
    for (String command :
        List.of(
            "check",
            "fmt",
            "explain",
            "completion",
            "plan",
            "diff",
            "compile",
            "eval",
            "test",
            "deploy",
            "stream",
            "ingest",
            "repair",
            "lookup",
            "train",
            "demo")) {
      CommandRun run = CommandRun.of(command, "--help");
      assertThat(run.exitCode()).isZero();
      assertThat(run.out()).contains("featc " + command);
    }
  }

  private CommandRun eval(String events, Path output) {
    return CommandRun.of(
        "eval",
        FIRST_STEPS,
        "--events",
        events,
        "--spine",
        FIRST_STEPS.resolve("impressions.csv"),
        "--features",
        "ranker",
        "-o",
        output);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

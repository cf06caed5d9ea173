package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole path on a small simulated feed: broker, stream, repair, lookups, training sets, all in
 * their processes; after a demo that was killed in the same folder.
 */
class DemoIT {
  private static final Duration CHILDREN_END = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void everyValueAgreesAlsoAfterADemoThatWasKilled() throws Exception {
    Path work = folder.resolve("demo");
    killOneInTheMiddle(work);
    Path report = folder.resolve("report.json");
    CommandRun run =
        CommandRun.of("demo", "--views", 8_000, "--hours", 5, "--dir", work, "--report", report);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    Map<String, Object> document = Json.parseObject(Files.readString(report));
    ReportCheck.requireParity(document);
    assertThat((Long) document.get("dead_letters")).isPositive();
    assertThat((Long) document.get("late_repaired")).isPositive();
    assertThat((List<?>) document.get("stages")).hasSizeGreaterThan(6);
  }

  @Test
  void aFolderThatIsNoDemosIsLeftAlone() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.txt"), "mine");
    CommandRun run = CommandRun.of("demo", "--dir", folder);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(precious).exists();
  }

  /**
   * Starts a demo, kills it once its broker and stream run, and waits until those have ended too.
   */
  private static void killOneInTheMiddle(Path work) throws Exception {
    Process demo =
        new ProcessBuilder(
                Engine.home().resolve("featc").toString(), "demo", "--dir", work.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out = demo.inputReader();
    String line = out.readLine();
    while (line != null && !line.contains("start broker and stream")) {
      line = out.readLine();
    }
    assertThat(line).as("the demo got as far as starting its processes").isNotNull();
    List<ProcessHandle> children = demo.descendants().toList();
    assertThat(children).hasSizeGreaterThanOrEqualTo(2);
    demo.destroyForcibly().waitFor();
    Instant patience = Instant.now().plus(CHILDREN_END);
    while (children.stream().anyMatch(ProcessHandle::isAlive) && Instant.now().isBefore(patience)) {
      Thread.sleep(100);
    }
    assertThat(children).as("nothing outlives a killed demo").noneMatch(ProcessHandle::isAlive);
  }
}

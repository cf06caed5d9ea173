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

/**
 * The whole path on a small simulated feed: broker, stream, repair, lookups, training sets, all in
 * their processes.
 */
class DemoIT {
  @TempDir private Path folder;

  @Test
  void everyValueAgrees() throws IOException {
    Path report = folder.resolve("report.json");
    CommandRun run =
        CommandRun.of(
            "demo",
            "--views",
            8_000,
            "--hours",
            5,
            "--dir",
            folder.resolve("demo"),
            "--report",
            report);
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
}

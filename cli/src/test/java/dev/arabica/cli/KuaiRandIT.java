package dev.arabica.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole path on a real log of a short-video feed. */
class KuaiRandIT {
  private static final Path LOG =
      Engine.home()
          .resolve("../shared/data/kuairand-pure-impressions/impressions.csv.gz")
          .normalize();

  @TempDir private Path folder;

  @Test
  void everyValueAgrees() throws IOException {
    Assumptions.assumeTrue(
        Files.exists(LOG),
        "SKIPPED the KuaiRand test: the log is not at ../shared/data/kuairand-pure-impressions");
    Path report = folder.resolve("report.json");
    CommandRun run =
        CommandRun.of(
            "demo",
            "--spec",
            Engine.home().resolve("feature-specs/kuairand/kuairand.feat"),
            "--events",
            "impressions=" + LOG,
            "--events",
            "feedback=" + LOG,
            "--dir",
            folder.resolve("demo"),
            "--report",
            report);
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    ReportCheck.requireParity(Json.parseObject(Files.readString(report)));
  }
}

package dev.arabica.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import dev.arabica.core.time.Instants;
import dev.arabica.store.BlockStore;
import dev.arabica.store.ReadSession;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.tables.Environment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jobs as child processes, as the command line starts them. */
class BatchMainIT {
  @TempDir Path folder;
  private Path env;

  /** How a job ended. */
  private record Ended(int status, List<String> out, String err) {
    Map<String, Object> result() {
      String last = out.get(out.size() - 1);
      assertThat(last).startsWith("RESULT {");
      return Json.parseObject(last.substring("RESULT ".length()));
    }
  }

  @BeforeEach
  void environment() {
    env = folder.resolve("env");
    Environment.create(env).plans().makeCurrent(Plans.plain());
  }

  @Test
  void ingestsRepairsAndPublishes() throws Exception {
    Path file = folder.resolve("plays.csv");
    Files.writeString(
        file, "user_id,video_id,value,event_ts\nann,1,5,2024-10-04T10:00:00Z\nbob,x,5,\n");
    Ended ingest =
        run(
            "ingest",
            "plays",
            "--env",
            env.toString(),
            "--from",
            file.toString(),
            "--through",
            "2024-10-05T00:00:00Z");
    assertThat(ingest.err).isEmpty();
    assertThat(ingest.status).isZero();
    assertThat(ingest.result()).containsEntry("rows", 1L).containsEntry("dead_letters", 1L);

    Ended repair = run("repair", "--env", env.toString());
    assertThat(repair.err).isEmpty();
    assertThat(repair.status).isZero();
    assertThat(repair.result())
        .containsEntry("rows_read", 1L)
        .containsEntry("changed", Map.of("5m", 2L, "1h", 2L, "1d", 2L))
        .containsEntry("hours_sealed", 24L);
    try (BlockStore store = LmdbBlockStore.open(env.resolve("store"));
        ReadSession session = store.read()) {
      assertThat(session.control().revision()).isEqualTo(repair.result().get("revision"));
      assertThat(session.control().watermark("test.plays"))
          .hasValue(Instants.parse("2024-10-05T00:00:00Z"));
    }
  }

  @Test
  void saysInOneLineWhatIsWrong() throws Exception {
    assertWrong("no environment: there is no folder `/nowhere`", "repair", "--env", "/nowhere");
    assertWrong(
        "option --complete-from: `noon` is not an ISO-8601 instant such as 2025-11-29T16:10:05Z",
        "ingest",
        "plays",
        "--env",
        env.toString(),
        "--complete-from",
        "noon",
        "--from",
        "x");
  }

  private void assertWrong(String message, String... args) throws Exception {
    Ended ended = run(args);
    assertThat(ended.err.strip()).isEqualTo(message);
    assertThat(ended.status).isEqualTo(2);
    assertThat(ended.out).isEmpty();
  }

  private Ended run(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add") || argument.startsWith("-X"))
        .forEach(command::add);
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), BatchMain.class.getName()));
    command.addAll(List.of(args));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(
        process.exitValue(),
        Files.readAllLines(out),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}

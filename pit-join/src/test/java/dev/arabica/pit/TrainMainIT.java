package dev.arabica.pit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import dev.arabica.core.time.Instants;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
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

class TrainMainIT {
  private static final long TIME = Instants.parse("2025-11-24T12:00:00Z");

  @TempDir Path root;
  private Path spine;

  @BeforeEach
  void prepare() throws IOException {
    Environment environment = Environment.create(root.resolve("env"));
    environment.plans().makeCurrent(Views.PLAN);
    Control control =
        Control.builder()
            .streamed(Views.SOURCE)
            .watermark(Views.SOURCE, TIME)
            .completeFrom(Views.SOURCE, Long.MIN_VALUE)
            .build();
    try (Tables tables = Tables.open(environment)) {
      tables.blocks().commit(List.of(), control, CommitId.unique("test"));
    }
    spine = write("spine.csv", "user_id,item_id,friend_id,event_ts", "u,1,,2025-11-24T11:00:00Z");
  }

  @Test
  void endsWithTheResult() throws Exception {
    Ran ran = runAlone(spine, "rank", "--blocks", "corrected", "--format", "jsonl");
    assertThat(ran.err).doesNotContain("error:");
    assertThat(ran.code).isZero();
    String last = ran.out.lines().reduce((a, b) -> b).orElseThrow();
    assertThat(last).startsWith("RESULT {");
    Map<String, Object> result = Json.parseObject(last.substring("RESULT ".length()));
    assertThat(result).containsEntry("rows", 1L).containsEntry("features", 12L);
    assertThat(result).containsEntry("approximate", 0L).containsKey("seconds");
    assertThat(result).containsEntry("statuses", Map.of("ok", 10L, "null_key", 2L));
    assertThat(root.resolve("out/part-00000.jsonl")).exists();
  }

  @Test
  void refusesWhatIsNotCommitted() throws Exception {
    Path late =
        write("late.csv", "user_id,item_id,friend_id,event_ts", "u,1,,2025-11-24T13:00:00Z");
    Ran ran = runAlone(late, "rank", "--blocks", "corrected");
    assertThat(ran.code).isEqualTo(3);
    assertThat(ran.out).isEmpty();
    assertThat(ran.err).contains("error: spine row 1 has event_ts", "--wait waits for it");
    assertThat(root.resolve("out")).doesNotExist();
  }

  @Test
  void saysWhatWasWronglyAsked() {
    refused(run(spine, "nothing"), 2, "unknown feature set `nothing`");
    refused(run(root.resolve("none.csv"), "rank"), 2, "none.csv");
    refused(run(write("no-key.csv", "user_id,event_ts"), "rank"), 2, "item_id", "friend_id");
    refused(run(spine, "rank", "--blocks", "newest"), 2, "`--blocks`");
    Ran noEnvironment = run("--env", "nowhere", "--spine", "s", "--features", "rank", "-o", "out");
    refused(noEnvironment, 3, "nowhere");
  }

  private static void refused(Ran ran, int code, String... parts) {
    assertThat(ran.code).isEqualTo(code);
    assertThat(ran.out).isEmpty();
    assertThat(ran.err.lines()).hasSize(1);
    assertThat(ran.err).startsWith("error: ").contains(parts);
  }

  private record Ran(int code, String out, String err) {}

  private Ran run(Path spineFile, String set, String... more) {
    return run(arguments(spineFile, set, more).toArray(String[]::new));
  }

  private List<String> arguments(Path spineFile, String set, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("--env", root.resolve("env").toString(), "--features", set));
    arguments.addAll(List.of("--spine", spineFile.toString()));
    arguments.addAll(List.of("-o", root.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  /** In a process of its own, as the command line starts it: one JVM has one Spark. */
  private Ran runAlone(Path spineFile, String set, String... more) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-X") || argument.startsWith("--add"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(TrainMain.class.getName());
    command.addAll(arguments(spineFile, set, more));
    Path out = root.resolve("stdout");
    Path err = root.resolve("stderr");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static Ran run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    try {
      int code = TrainMain.run(arguments);
      return new Ran(
          code,
          outBytes.toString(StandardCharsets.UTF_8),
          errBytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Path write(String name, String... lines) {
    try {
      return Files.write(root.resolve(name), List.of(lines));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}

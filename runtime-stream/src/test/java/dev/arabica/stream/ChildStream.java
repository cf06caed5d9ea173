package dev.arabica.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.json.Json;
import dev.arabica.core.time.Instants;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A {@link StreamMain} in a JVM of its own, from this JVM's class path. */
final class ChildStream implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Process process;
  private final List<Map<String, Object>> statuses = new ArrayList<>();
  private final StringBuilder said = new StringBuilder();

  private ChildStream(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "stream-output");
    reader.setDaemon(true);
    reader.start();
  }

  static ChildStream start(Path environment, String bootstrap, String... more) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Duser.timezone=Asia/Kolkata",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            StreamMain.class.getName()));
    command.addAll(List.of("--env", environment.toString(), "--bootstrap", bootstrap));
    command.addAll(List.of("--checkpoint-interval", "500ms"));
    command.addAll(List.of(more));
    return new ChildStream(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        take(line);
      }
    } catch (IOException e) {
      // Killed: there is nothing left to read.
    }
  }

  private synchronized void take(String line) {
    if (line.startsWith("STATUS ")) {
      statuses.add(Json.parseObject(line.substring("STATUS ".length())));
    } else {
      said.append(line).append('\n');
    }
    notifyAll();
  }

  /** Waits for a status that satisfies the condition. */
  synchronized Map<String, Object> await(String what, Predicate<Map<String, Object>> condition)
      throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      for (Map<String, Object> status : statuses) {
        if (condition.test(status)) {
          return status;
        }
      }
      assertThat(process.isAlive()).as("%s; it said: %s", what, said).isTrue();
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      assertThat(left).as("%s; last: %s; it said: %s", what, newest(), said).isPositive();
      wait(Math.min(left, 1_000));
    }
  }

  /** The last status; empty before the first. */
  synchronized Map<String, Object> newest() {
    return statuses.isEmpty() ? Map.of() : statuses.get(statuses.size() - 1);
  }

  synchronized void awaitSaid(String text) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (said.indexOf(text) < 0) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      assertThat(left).as("%s; it said: %s", text, said).isPositive();
      wait(Math.min(left, 1_000));
    }
  }

  Map<String, Object> awaitCount(Count count, long number) throws InterruptedException {
    return await(
        count.label() + " = " + number, status -> (Long) status.get(count.label()) >= number);
  }

  Map<String, Object> awaitWatermark(long micros) throws InterruptedException {
    return await(
        "watermark " + Instants.format(micros),
        status ->
            status.get("watermark") != null
                && Instants.parse((String) status.get("watermark")) >= micros);
  }

  /** Ends it without giving it a chance to do anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitExit();
  }

  /** Ends its input, as a parent that goes away does. */
  int endInput() throws IOException, InterruptedException {
    process.getOutputStream().close();
    return awaitExit();
  }

  int terminate() throws InterruptedException {
    process.toHandle().destroy();
    return awaitExit();
  }

  int awaitExit() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("the stream has ended").isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}

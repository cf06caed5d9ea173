package dev.arabica.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link BrokerMain} in a JVM of its own, started from this JVM's class path. */
final class ChildBroker implements AutoCloseable {
  final Process process;
  final String bootstrap;

  private ChildBroker(Process process, String bootstrap) {
    this.process = process;
    this.bootstrap = bootstrap;
  }

  static ChildBroker start(Path folder) throws IOException {
    Process process = launch("--dir", folder.toString());
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String ready = lines.readLine();
    assertThat(ready).startsWith("READY 127.0.0.1:");
    return new ChildBroker(process, ready.substring("READY ".length()));
  }

  static Process launch(String... args) throws IOException {
    var command = new ProcessBuilder();
    command.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.command().add("-XX:TieredStopAtLevel=1");
    command.command().add("-XX:+UseSerialGC");
    command.command().add("-cp");
    command.command().add(System.getProperty("java.class.path"));
    command.command().add(BrokerMain.class.getName());
    command.command().addAll(List.of(args));
    return command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  int awaitExit() throws InterruptedException {
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the broker has ended").isTrue();
    return process.exitValue();
  }

  /** Sends SIGTERM; {@code Process.destroy} would close its input as well. */
  void terminate() {
    process.toHandle().destroy();
  }

  /** Ends it without giving it a chance to do anything. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}

package dev.arabica.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The engines, each with a class path of its own in a folder of the distribution, started as child
 * JVMs.
 */
public enum Engine {
  BROKER("broker", "dev.arabica.broker.BrokerMain", "384m"),
  STREAM("stream", "dev.arabica.stream.StreamMain", "1g"),
  BATCH("spark", "dev.arabica.batch.BatchMain", "1g"),
  TRAIN("spark", "dev.arabica.pit.TrainMain", "1g");

  /** What Spark reaches into on a JDK of 17; LMDB and Flink need the first of them. */
  private static final List<String> OPENS =
      List.of(
          "java.base/java.lang",
          "java.base/java.lang.invoke",
          "java.base/java.lang.reflect",
          "java.base/java.io",
          "java.base/java.net",
          "java.base/java.nio",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/jdk.internal.ref",
          "java.base/sun.nio.ch",
          "java.base/sun.nio.cs",
          "java.base/sun.security.action",
          "java.base/sun.util.calendar");

  private final String folder;
  private final String mainClass;
  private final String heap;

  Engine(String folder, String mainClass, String heap) {
    this.folder = folder;
    this.mainClass = mainClass;
    this.heap = heap;
  }

  /**
   * Starts the engine; it ends when its standard input does, so that it never outlives this
   * process.
   */
  public EngineProcess start(List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx" + heap, "-Duser.timezone=UTC"));
    if (isLocal(args)) {
      command.addAll(HostsFile.option());
    }
    OPENS.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
    command.addAll(List.of("-cp", classPath(), mainClass));
    command.addAll(args);
    try {
      return new EngineProcess(
          name().toLowerCase(java.util.Locale.ROOT), new ProcessBuilder(command).start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Whether the engine talks to this machine alone. */
  private boolean isLocal(List<String> args) {
    int bootstrap = args.indexOf("--bootstrap") + 1;
    return this != STREAM || args.get(bootstrap).startsWith("127.0.0.1:");
  }

  private String classPath() {
    Path libraries = home().resolve("dist").resolve("lib").resolve(folder);
    if (!Files.isDirectory(libraries)) {
      throw new IllegalStateException(
          "the distribution has no folder " + libraries + ": build it with ./mvnw package");
    }
    return libraries + "/*";
  }

  /** Where the distribution lies: given by the launcher. */
  public static Path home() {
    String home = System.getProperty("arabica.home");
    if (home == null) {
      throw new IllegalStateException("-Darabica.home is not set: start featc by its launcher");
    }
    return Path.of(home);
  }
}

package dev.arabica.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line with which {@code featc} starts its JVM, so that what is measured has its flags,
 * its archive of classes and its class path.
 */
record Launcher(Path home, List<String> words) {
  private static final String MAIN = "dev.arabica.cli.Featc";

  static Launcher of(Path home) throws IOException {
    List<String> ask = List.of("env", "FEATC_SHOW=1", home.resolve("featc").toString(), "check");
    List<String> words = Timed.run(ask).out().lines().toList();
    if (!words.contains(MAIN)) {
      throw new IOException("featc did not show how it starts its JVM: " + words);
    }
    return new Launcher(home, words);
  }

  /** Another main class in such a JVM, with our class path behind that of featc. */
  List<String> running(Class<?> main, String... args) {
    List<String> command = new ArrayList<>(words.subList(0, words.indexOf(MAIN)));
    int path = command.indexOf("-cp") + 1;
    command.set(path, command.get(path) + ":" + System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(args));
    return command;
  }

  /** The command as users type it. */
  List<String> featc(String... args) {
    List<String> command = new ArrayList<>(List.of(home.resolve("featc").toString()));
    command.addAll(List.of(args));
    return command;
  }

  /** A JVM without flags that runs a main class of ours. */
  List<String> plainJvm(Class<?> main) {
    return List.of(words.get(0), "-cp", System.getProperty("java.class.path"), main.getName());
  }
}

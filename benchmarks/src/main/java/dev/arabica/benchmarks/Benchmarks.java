package dev.arabica.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code benchmarks/run NAME [options]}: runs one benchmark, prints its table, and keeps its
 * numbers as JSON.
 */
public final class Benchmarks {
  private static final String USAGE =
      """
      usage: benchmarks/run NAME [--runs N] [--json FILE]
        spec     check and plan 10,000 features in 200 files, beside lexing them and reading them as YAML
        startup  featc on a small spec, beside a JVM that does nothing
      """;

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(Arrays.asList(args));
    int runs = Integer.parseInt(option(words, "--runs", "0"));
    Path json = Path.of(option(words, "--json", defaultJson(words)));
    if (words.size() != 1) {
      System.err.print(USAGE);
      System.exit(2);
    }
    Path home = Path.of(System.getProperty("arabica.home", "."));
    Comparison result =
        switch (words.get(0)) {
          case "spec" -> new SpecBenchmark(home, runs == 0 ? 5 : runs).run(200, 50);
          case "startup" -> new StartupBenchmark(home, runs == 0 ? 20 : runs).run();
          default -> throw new IllegalArgumentException("no benchmark " + words.get(0));
        };
    System.out.print(result.table());
    Files.createDirectories(json.toAbsolutePath().getParent());
    Files.writeString(json, result.json() + "\n");
    System.err.println("kept as " + json);
  }

  private static String defaultJson(List<String> words) {
    return "benchmarks/target/results/" + (words.isEmpty() ? "none" : words.get(0)) + ".json";
  }

  /** Takes an option and its value out of the words. */
  private static String option(List<String> words, String name, String missing) {
    int at = words.indexOf(name);
    if (at < 0 || at + 1 == words.size()) {
      return missing;
    }
    words.remove(at);
    return words.remove(at);
  }
}

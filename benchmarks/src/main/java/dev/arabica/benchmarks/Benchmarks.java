package dev.arabica.benchmarks;

import dev.arabica.core.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * {@code benchmarks/run NAME [options]}: runs one benchmark, prints its tables, and keeps its
 * numbers as JSON.
 */
public final class Benchmarks {
  private static final String USAGE =
      """
      usage: benchmarks/run NAME [--runs N] [--quick] [--json FILE]
        spec         check and plan 10,000 features in 200 files, beside lexing them and reading them as YAML
        startup      featc on a small spec, beside a JVM that does nothing
      """;

  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    List<String> words = new ArrayList<>(Arrays.asList(args));
    int runs = Integer.parseInt(option(words, "--runs", "0"));
    Path json = Path.of(option(words, "--json", defaultJson(words)));
    boolean quick = words.remove("--quick");
    if (words.size() != 1 || !names().contains(words.get(0))) {
      System.err.print(usage());
      System.exit(2);
    }
    Path home = Path.of(System.getProperty("arabica.home", ".")).toAbsolutePath();
    List<Comparison> comparisons = run(words.get(0), home, runs, quick);
    comparisons.forEach(comparison -> System.out.println(comparison.table()));
    Files.createDirectories(json.toAbsolutePath().getParent());
    Files.writeString(json, document(words.get(0), comparisons) + "\n");
    System.err.println("kept as " + json);
  }

  private static List<Comparison> run(String name, Path home, int runs, boolean quick)
      throws IOException {
    for (Suite suite : Suite.values()) {
      if (suite.symbol().equals(name)) {
        return suite.run(home, runs, quick);
      }
    }
    int rounds = runs == 0 && quick ? 1 : runs;
    return List.of(
        name.equals("spec")
            ? new SpecBenchmark(home, rounds == 0 ? 5 : rounds).run(200, 50)
            : new StartupBenchmark(home, rounds == 0 ? 20 : rounds).run());
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of("spec", "startup"));
    Arrays.stream(Suite.values()).map(Suite::symbol).forEach(names::add);
    return names;
  }

  private static String usage() {
    StringBuilder usage = new StringBuilder(USAGE);
    for (Suite suite : Suite.values()) {
      usage.append("  %-12s %s\n".formatted(suite.symbol(), suite.about()));
    }
    return usage.toString();
  }

  private static String document(String name, List<Comparison> comparisons) {
    return Json.pretty(
        Map.of(
            "benchmark",
            name,
            "cores",
            (long) Runtime.getRuntime().availableProcessors(),
            "java",
            Runtime.version().toString(),
            "comparisons",
            comparisons.stream().map(Comparison::document).toList()));
  }

  private static String defaultJson(List<String> words) {
    String name = words.stream().filter(word -> !word.startsWith("-")).findFirst().orElse("none");
    return "benchmarks/target/results/" + name + ".json";
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

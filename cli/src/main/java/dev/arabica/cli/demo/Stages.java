package dev.arabica.cli.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The stages of a demo, printed as they end and kept for the report. */
final class Stages {
  private final PrintWriter out;
  private final List<Stage> stages = new ArrayList<>();

  /** One finished stage. */
  record Stage(String name, double seconds, Map<String, Long> counts) {
    Map<String, Object> document() {
      Map<String, Object> document = new LinkedHashMap<>(counts);
      document.put("name", name);
      document.put("seconds", Math.round(seconds * 1_000) / 1_000.0);
      return document;
    }
  }

  /** The work of a stage; gives its counts in the order they are to be shown. */
  @FunctionalInterface
  interface Work {
    Map<String, Long> run() throws Exception;
  }

  Stages(PrintWriter out) {
    this.out = out;
  }

  /** Runs a stage and prints its line. */
  void run(String name, Work work) throws Exception {
    out.printf("  %-28s", name);
    out.flush();
    long start = System.nanoTime();
    Map<String, Long> counts;
    try {
      counts = work.run();
    } catch (Exception e) {
      out.println("failed");
      out.flush();
      throw e;
    }
    Stage stage = new Stage(name, (System.nanoTime() - start) / 1e9, counts);
    stages.add(stage);
    List<String> shown = new ArrayList<>();
    counts.forEach((what, count) -> shown.add(String.format(Locale.ROOT, "%,d %s", count, what)));
    out.printf(Locale.ROOT, "%6.1f s   %s%n", stage.seconds, String.join(", ", shown));
    out.flush();
  }

  List<Object> documents() {
    return stages.stream().<Object>map(Stage::document).toList();
  }

  /** Counts in the order given: name, count, name, count. */
  static Map<String, Long> counts(Object... namesAndCounts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < namesAndCounts.length; i += 2) {
      counts.put((String) namesAndCounts[i], ((Number) namesAndCounts[i + 1]).longValue());
    }
    return counts;
  }
}

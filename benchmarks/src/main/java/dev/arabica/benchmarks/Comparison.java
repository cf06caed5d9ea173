package dev.arabica.benchmarks;

import dev.arabica.core.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What several things cost, measured in rounds: one run of each in every round, so that a ratio is
 * of two runs that had the machine to share with the same others.
 */
final class Comparison {
  private final String title;
  private final String base;
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

  /**
   * @param base what the others are compared with
   */
  Comparison(String title, String base) {
    this.title = title;
    this.base = base;
  }

  void add(String what, Cost cost) {
    costs.computeIfAbsent(what, name -> new ArrayList<>()).add(cost);
  }

  /** A Markdown table: one row for each thing; least, median and most of the rounds. */
  String table() {
    StringBuilder table = new StringBuilder();
    int rounds = costs.get(base).size();
    table.append(title).append(", ").append(rounds).append(" runs: min / **median** / max\n\n");
    table.append("| | CPU ms | CPU, times that of \"").append(base).append("\" | peak MiB |\n");
    table.append("|---|---|---|---|\n");
    costs.forEach(
        (what, of) -> {
          table.append("| ").append(what).append(" | ");
          table.append(Spread.of(values(of, cost -> cost.cpu() * 1000)).text("%.0f"));
          table.append(" | ").append(Spread.of(ratios(what)).text("%.2f")).append(" | ");
          boolean known = of.get(0).peakMiB() > 0;
          table.append(known ? Spread.of(values(of, Cost::peakMiB)).text("%.0f") : "");
          table.append(" |\n");
        });
    return table.toString();
  }

  /** The numbers of every run. */
  String json() {
    Map<String, Object> runs = new LinkedHashMap<>();
    costs.forEach((what, of) -> runs.put(what, of.stream().map(Comparison::document).toList()));
    return Json.pretty(Map.of("benchmark", title, "base", base, "runs", runs));
  }

  private static Map<String, Object> document(Cost cost) {
    return new TreeMap<>(
        Map.of("cpu_s", cost.cpu(), "wall_s", cost.wall(), "peak_mib", cost.peakMiB()));
  }

  private List<Double> ratios(String what) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < costs.get(base).size(); round++) {
      ratios.add(costs.get(what).get(round).cpu() / costs.get(base).get(round).cpu());
    }
    return ratios;
  }

  private static List<Double> values(List<Cost> costs, ToDoubleFunction<Cost> value) {
    return costs.stream().map(value::applyAsDouble).toList();
  }

  /** The least, the middle and the greatest of some numbers. */
  private record Spread(double least, double median, double greatest) {
    static Spread of(List<Double> values) {
      List<Double> sorted = values.stream().sorted().toList();
      int size = sorted.size();
      double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
      return new Spread(sorted.get(0), median, sorted.get(size - 1));
    }

    String text(String format) {
      String all = format + " / **" + format + "** / " + format;
      return String.format(Locale.ROOT, all, least, median, greatest);
    }
  }
}

package dev.arabica.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What several things cost, measured in rounds: one run of each in every round, so that a ratio is
 * of two runs that had the machine to share with the same others.
 */
final class Comparison {
  private final String title;
  private final String base;
  private final Units units;
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();

  /**
   * @param base what the others are compared with
   */
  Comparison(String title, String base, Units units) {
    this.title = title;
    this.base = base;
    this.units = units;
  }

  void add(String what, Cost cost) {
    costs.computeIfAbsent(what, name -> new ArrayList<>()).add(cost);
  }

  /**
   * Says why a thing could not be run; what it cost in rounds before is forgotten.
   *
   * @throws IllegalStateException if it is what the others are compared with
   */
  void leaveOut(String what, String why) {
    if (what.equals(base)) {
      throw new IllegalStateException("nothing to compare with: " + what + ": " + why);
    }
    costs.remove(what);
    leftOut.put(what, why);
  }

  /** A Markdown table: one row for each thing; least, median and most of the rounds. */
  String table() {
    StringBuilder table = new StringBuilder();
    int rounds = costs.get(base).size();
    table.append(title).append(", ").append(rounds).append(" runs: min / **median** / max\n\n");
    table.append("| | ").append(units.cpu()).append(" | CPU, times that of \"").append(base);
    table.append("\" | ").append(units.memory()).append(" |\n");
    table.append("|---|---|---|---|\n");
    costs.forEach((what, of) -> table.append(row(what, of)));
    leftOut.forEach(
        (what, why) ->
            table.append("| ").append(what).append(" | not run: ").append(why).append(" | | |\n"));
    return table.toString();
  }

  private String row(String what, List<Cost> of) {
    boolean known = !Double.isNaN(of.get(0).memory());
    return "| %s | %s | %s | %s |\n"
        .formatted(
            what,
            Spread.of(values(of, Cost::cpu)).text(units.cpuFormat()),
            Spread.of(ratios(what)).text("%.2f"),
            known ? Spread.of(values(of, Cost::memory)).text("%.0f") : "");
  }

  /** The numbers of every run. */
  Map<String, Object> document() {
    Map<String, Object> runs = new LinkedHashMap<>();
    costs.forEach((what, of) -> runs.put(what, of.stream().map(units::document).toList()));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", title);
    document.put("base", base);
    document.put("runs", runs);
    document.put("not_run", leftOut);
    return document;
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

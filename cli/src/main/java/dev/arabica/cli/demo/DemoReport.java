package dev.arabica.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a demo found.
 *
 * @param asServed lookups recorded before repair against the as-served training set
 * @param corrected the corrected training set and lookups after repair against the naive scan
 * @param changedByRepair values that differ between the two training sets
 * @param lateRepaired rows that came too late for the stream and that repair brought in
 */
record DemoReport(
    Stages stages,
    String sample,
    Parity asServed,
    Parity corrected,
    long changedByRepair,
    long deadLetters,
    long lateRepaired) {

  /** Whether every value agreed, and repair had something to do. */
  boolean isClean() {
    return asServed.different() == 0
        && corrected.different() == 0
        && asServed.compared() > 0
        && corrected.compared() > 0
        && changedByRepair > 0;
  }

  Map<String, Object> document() {
    Map<String, Object> parity = new LinkedHashMap<>();
    parity.put("as_served", asServed.document());
    parity.put("corrected", corrected.document());
    parity.put("changed_by_repair", changedByRepair);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("stages", stages.documents());
    document.put("parity", parity);
    document.put("dead_letters", deadLetters);
    document.put("late_repaired", lateRepaired);
    return document;
  }

  void print(PrintWriter out, Path folder) {
    out.println();
    out.println(sample);
    out.println();
    out.println(
        "parity, as served:   " + asServed + " (lookups before repair, training set as served)");
    out.println(
        "parity, corrected:   "
            + corrected
            + " (training set and lookups after repair, naive scan)");
    out.printf(Locale.ROOT, "changed by repair:   %,d values%n", changedByRepair);
    out.printf(Locale.ROOT, "dead letters:        %,d%n", deadLetters);
    out.printf(Locale.ROOT, "late rows repaired:  %,d%n", lateRepaired);
    differences(out, "as served", asServed.differences());
    differences(out, "corrected", corrected.differences());
    if (changedByRepair == 0) {
      out.println(
          "Repair changed no value: the feed had no row that came too late, or none that was looked up.");
    }
    out.println();
    out.println(
        "The environment is in "
            + folder.resolve("env")
            + ": try `featc lookup --env "
            + folder.resolve("env")
            + " ...`.");
    out.flush();
  }

  private static void differences(PrintWriter out, String what, List<String> differences) {
    differences.forEach(difference -> out.println("DIFFERENT, " + what + ": " + difference));
  }
}

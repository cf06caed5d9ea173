package dev.arabica.cli.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many of the values that two parts of the platform gave are the same, to the bit. */
final class Parity {
  private static final int KEPT_DIFFERENCES = 10;

  private long compared;
  private long equal;
  private final List<String> differences = new ArrayList<>();

  /** Names a value for the list of differences. */
  @FunctionalInterface
  interface Naming {
    String name(int row, int column);
  }

  /** Compares row by row; rows that one side lacks count as different. */
  Parity compare(List<List<String>> expected, List<List<String>> actual, Naming naming) {
    for (int row = 0; row < Math.max(expected.size(), actual.size()); row++) {
      List<String> a = row < expected.size() ? expected.get(row) : List.of();
      List<String> b = row < actual.size() ? actual.get(row) : List.of();
      for (int column = 0; column < Math.max(a.size(), b.size()); column++) {
        String x = column < a.size() ? a.get(column) : "(no row)";
        String y = column < b.size() ? b.get(column) : "(no row)";
        count(x, y, naming, row, column);
      }
    }
    return this;
  }

  private void count(String expected, String actual, Naming naming, int row, int column) {
    compared++;
    if (expected.equals(actual)) {
      equal++;
    } else if (differences.size() < KEPT_DIFFERENCES) {
      differences.add(naming.name(row, column) + ": expected " + expected + ", got " + actual);
    }
  }

  long compared() {
    return compared;
  }

  long different() {
    return compared - equal;
  }

  List<String> differences() {
    return differences;
  }

  Map<String, Object> document() {
    return new TreeMap<>(Map.of("compared", compared, "equal", equal));
  }

  @Override
  public String toString() {
    return String.format(java.util.Locale.ROOT, "%,d of %,d values equal", equal, compared);
  }
}

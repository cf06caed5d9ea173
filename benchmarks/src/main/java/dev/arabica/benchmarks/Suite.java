package dev.arabica.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The benchmarks of single operations: what each measures, and for how long. */
enum Suite {
  UPDATE(
      "5 aggregates per event over 10,000 keys, beside loops by hand and a peer",
      5,
      2_500,
      2_000,
      () -> List.of(Tables.update())),
  ASSEMBLE(
      "15 features from 12 stored blocks, beside loops by hand and a peer",
      5,
      3_000,
      2_500,
      () -> List.of(Tables.assemble())),
  EXPRESSIONS(
      "a filter and two lets of every row, beside Java by hand",
      5,
      2_000,
      2_000,
      () -> List.of(Tables.expressions())),
  SKETCHES(
      "approx_distinct and approx_quantile, beside the libraries they are built on",
      4,
      1_200,
      700,
      Tables::sketches),
  CODEC("the bytes of reps: layouts and checksums", 5, 800, 800, Tables::codec);

  private static final long QUICK = 300;

  private final String about;
  private final int rounds;
  private final long warmUp;
  private final long measured;
  private final Supplier<List<Table>> tables;

  /**
   * @param rounds how many there are, so that all take about five minutes
   * @param warmUp for how many milliseconds of CPU each contestant runs before it is measured
   * @param measured for how many milliseconds by the clock it is measured
   */
  Suite(String about, int rounds, long warmUp, long measured, Supplier<List<Table>> tables) {
    this.about = about;
    this.rounds = rounds;
    this.warmUp = warmUp;
    this.measured = measured;
    this.tables = tables;
  }

  List<Table> tables() {
    return tables.get();
  }

  String symbol() {
    return name().toLowerCase(Locale.ROOT);
  }

  String about() {
    return about;
  }

  /** The tables of all suites have different names. */
  static Table table(String name) {
    return Arrays.stream(values())
        .flatMap(suite -> suite.tables().stream())
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table " + name));
  }

  /**
   * @param runs how many rounds, 0 for as many as it takes
   * @param quick whether to try it out: the numbers then mean little
   */
  List<Comparison> run(Path home, int runs, boolean quick) throws IOException {
    int times = runs > 0 ? runs : quick ? 1 : rounds;
    Contest contest = new Contest(home, times, quick ? QUICK : warmUp, quick ? QUICK : measured);
    List<Comparison> comparisons = new ArrayList<>();
    for (Table table : tables()) {
      comparisons.add(contest.run(table));
    }
    return comparisons;
  }
}

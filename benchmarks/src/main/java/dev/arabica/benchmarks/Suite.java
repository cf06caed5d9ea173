package dev.arabica.benchmarks;

import dev.arabica.benchmarks.assemble.Lookups;
import dev.arabica.benchmarks.codec.Checksums;
import dev.arabica.benchmarks.codec.Codecs;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Tiles;
import dev.arabica.benchmarks.expressions.Evaluations;
import dev.arabica.benchmarks.sketches.Kind;
import dev.arabica.benchmarks.update.Updates;
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
      2_500,
      2_000,
      () -> List.of(update())),
  ASSEMBLE(
      "15 features from 12 stored blocks, beside loops by hand and a peer",
      3_000,
      2_500,
      () -> List.of(assemble())),
  EXPRESSIONS(
      "a filter and two lets of every row, beside Java by hand",
      2_000,
      2_000,
      () -> List.of(expressions())),
  SKETCHES(
      "approx_distinct and approx_quantile, beside the libraries they are built on",
      800,
      600,
      Suite::sketches),
  CODEC("the bytes of reps: layouts and checksums", 1_000, 1_000, Suite::codec);

  private static final int ROUNDS = 5;
  private static final long QUICK = 300;

  private final String about;
  private final long warmUp;
  private final long measured;
  private final Supplier<List<Table>> tables;

  /**
   * @param warmUp for how many milliseconds each contestant runs before it is measured
   * @param measured for how many milliseconds it is measured
   */
  Suite(String about, long warmUp, long measured, Supplier<List<Table>> tables) {
    this.about = about;
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
    int rounds = runs > 0 ? runs : quick ? 1 : ROUNDS;
    Contest contest = new Contest(home, rounds, quick ? QUICK : warmUp, quick ? QUICK : measured);
    List<Comparison> comparisons = new ArrayList<>();
    for (Table table : tables()) {
      comparisons.add(contest.run(table));
    }
    return comparisons;
  }

  private static Table update() {
    Table table =
        new Table(
            "update",
            "%,d events over %,d keys (Zipf) into an empty map of 5 aggregates"
                .formatted(Events.MEASURED, Events.MEASURED_KEYS),
            "event",
            Updates.OURS);
    Updates.contestants()
        .forEach((label, update) -> table.with(label, () -> update.apply(Events.measured())));
    return table.with(new Table.Foreign("Chronon, `RowAggregator`", Peer.CHRONON, "RowAggregator"));
  }

  private static Table assemble() {
    Table table =
        new Table(
            "assemble",
            "5 aggregates over 3 windows from %d stored blocks, 1,000 keys".formatted(Tiles.BLOCKS),
            "lookup",
            Lookups.OURS);
    Lookups.contestants()
        .forEach((label, lookup) -> table.with(label, () -> lookup.apply(Tiles.measured())));
    return table.with(new Table.Foreign("Chronon, `TileCodec`", Peer.CHRONON, "TileCodec"));
  }

  private static Table expressions() {
    String title = "A filter and two lets, over rows with nulls";
    Table table = new Table("expressions", title, "row", Evaluations.BY_HAND);
    Evaluations.measured().forEach(table::with);
    return table;
  }

  private static List<Table> sketches() {
    List<Table> tables = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      for (int size : List.of(20, 5_000)) {
        String title = "%s: taking in %,d values per sketch".formatted(name, size);
        Table update = new Table(name + "-update-" + size, title, "value", kind.library());
        kind.updates(20_000 / size, size).forEach(update::with);
        tables.add(update);
      }
      for (int size : List.of(20, 5_000)) {
        String title = "%s: uniting 12 stored sketches of %,d values".formatted(name, size);
        Table union = new Table(name + "-union-" + size, title, "stored sketch", kind.library());
        kind.unions(size < 1_000 ? 100 : 10, size).forEach(union::with);
        tables.add(union);
      }
    }
    return tables;
  }

  private static List<Table> codec() {
    String reps = "%s reps of 5 aggregates, different ones in turn";
    Table encode = new Table("encode", reps.formatted("Writing"), "rep", Codecs.OURS);
    Table decode = new Table("decode", reps.formatted("Reading"), "rep", Codecs.OURS);
    Codecs.contestants()
        .forEach(
            (label, codec) -> {
              encode.with(label, () -> codec.apply(Tiles.measured()).encoding());
              decode.with(label, () -> codec.apply(Tiles.measured()).decoding());
            });
    List<Table> tables = new ArrayList<>(List.of(encode, decode));
    for (int size : List.of(60, 200, 4_096)) {
      tables.add(checksum(size));
    }
    return tables;
  }

  private static Table checksum(int size) {
    String title = "The checksum of %,d bytes".formatted(size);
    Table table = new Table("checksum-" + size, title, "block", Checksums.CRC32C);
    Checksums.contestants()
        .forEach((label, checksum) -> table.with(label, () -> Checksums.of(checksum, size)));
    return table;
  }
}

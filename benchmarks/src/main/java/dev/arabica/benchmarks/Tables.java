package dev.arabica.benchmarks;

import dev.arabica.benchmarks.assemble.Lookups;
import dev.arabica.benchmarks.codec.Checksums;
import dev.arabica.benchmarks.codec.Codecs;
import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Tiles;
import dev.arabica.benchmarks.expressions.Evaluations;
import dev.arabica.benchmarks.sketches.Kind;
import dev.arabica.benchmarks.update.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables of single operations and who is in them. */
final class Tables {
  private Tables() {}

  static Table update() {
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

  static Table assemble() {
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

  static Table expressions() {
    String title = "A filter and two lets, over rows with nulls";
    Table table = new Table("expressions", title, "row", Evaluations.BY_HAND);
    Evaluations.measured().forEach(table::with);
    return table;
  }

  static List<Table> sketches() {
    List<Table> tables = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
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
        if (!union.own().isEmpty()) {
          tables.add(union);
        }
      }
    }
    return tables;
  }

  static List<Table> codec() {
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

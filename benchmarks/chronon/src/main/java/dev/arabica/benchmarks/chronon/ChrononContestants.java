package dev.arabica.benchmarks.chronon;

import dev.arabica.benchmarks.events.Events;
import dev.arabica.benchmarks.events.Tiles;
import dev.arabica.benchmarks.harness.Contestants;
import dev.arabica.benchmarks.harness.Work;

/** What is measured of Chronon. */
public final class ChrononContestants implements Contestants {
  @Override
  public Work work(String table, String contestant) {
    return switch (table + " " + contestant) {
      case "update RowAggregator" -> RowUpdate.checked(Events.measured());
      case "assemble TileCodec" -> TileAssembly.checked(Tiles.measured());
      default -> throw new IllegalArgumentException("no " + contestant + " of Chronon in " + table);
    };
  }
}

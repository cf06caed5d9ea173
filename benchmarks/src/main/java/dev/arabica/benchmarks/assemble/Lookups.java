package dev.arabica.benchmarks.assemble;

import dev.arabica.benchmarks.events.Tiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Who looks keys up, by the name in the table. */
public final class Lookups {
  public static final String OURS = "ours";

  private Lookups() {}

  public static Map<String, Function<Tiles, Lookup>> contestants() {
    Map<String, Function<Tiles, Lookup>> contestants = new LinkedHashMap<>();
    contestants.put(OURS, OurLookup::new);
    contestants.put("by hand, bytes of fixed width", HandLookup.OfBytes::new);
    contestants.put("by hand, array of longs", HandLookup.OfWords::new);
    contestants.put("Avro tiles", AvroLookup::new);
    return contestants;
  }
}

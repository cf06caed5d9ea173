package dev.arabica.benchmarks.codec;

import dev.arabica.benchmarks.events.Tiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Who writes and reads reps, by the name in the table. */
public final class Codecs {
  public static final String OURS = "ours";

  private Codecs() {}

  public static Map<String, Function<Tiles, Codec>> contestants() {
    Map<String, Function<Tiles, Codec>> contestants = new LinkedHashMap<>();
    contestants.put(OURS, OurCodec::new);
    contestants.put("by hand, varints", HandCodec.Varints::new);
    contestants.put("by hand, widths in front", HandCodec.Widths::new);
    contestants.put("by hand, fixed width", HandCodec.FixedWidth::new);
    return contestants;
  }
}

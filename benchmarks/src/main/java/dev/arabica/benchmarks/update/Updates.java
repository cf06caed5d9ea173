package dev.arabica.benchmarks.update;

import dev.arabica.benchmarks.events.Events;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Who takes events in, by the name in the table. */
public final class Updates {
  public static final String OURS = "ours";

  private Updates() {}

  public static Map<String, Function<Events, Update>> contestants() {
    Map<String, Function<Events, Update>> contestants = new LinkedHashMap<>();
    contestants.put(OURS, OurUpdate::ofIntegers);
    contestants.put("ours, sum of float64, exact", OurUpdate::withFloatSum);
    contestants.put("by hand, array of longs", PrimitiveUpdate::new);
    contestants.put("by hand, with our guarantees", ExactUpdate::new);
    contestants.put("`HashMap<Long, double[]>`", HashMapUpdate::new);
    contestants.put("boxed, one object per field", BoxedUpdate::new);
    return contestants;
  }
}

package dev.arabica.benchmarks.sketches;

import dev.arabica.benchmarks.harness.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** What is sketched, with the contestants by their names in the table. */
public enum Kind {
  /** How many different values. */
  DISTINCT("the UltraLogLog of hash4j", BareUltraLogLog::new, OurSketch::distinct) {
    @Override
    long value(Random random, int size) {
      return random.nextInt(size) * 1_000_003L;
    }
  },
  /** The median of values. */
  QUANTILE("the DDSketch of sketches-java", BareDdSketch::new, OurSketch::median) {
    @Override
    long value(Random random, int size) {
      return (long) Math.exp(8 + random.nextGaussian());
    }
  };

  /** How many stored sketches are united at a time. */
  private static final int TOGETHER = 12;

  private final String library;
  private final Map<String, Supplier<Sketch>> sketches = new LinkedHashMap<>();

  Kind(String library, Supplier<Sketch> bare, Supplier<Sketch> ours) {
    this.library = library;
    sketches.put("ours", ours);
    sketches.put(library, bare);
  }

  static {
    DISTINCT.sketches.put("HLL of DataSketches", DataSketchesHll::new);
    QUANTILE.sketches.put("KLL of DataSketches", DataSketchesKll::new);
  }

  /** The library that ours is built on, as it is. */
  public String library() {
    return library;
  }

  Map<String, Supplier<Sketch>> sketches() {
    return sketches;
  }

  /** One of the values of a sketch of so many. */
  abstract long value(Random random, int size);

  /** The values of some sketches. */
  long[][] values(int sketches, int size) {
    Random random = new Random(size);
    long[][] values = new long[sketches][size];
    for (long[] row : values) {
      for (int i = 0; i < size; i++) {
        row[i] = value(random, size);
      }
    }
    return values;
  }

  /** Who takes values in: so many per sketch. */
  public Map<String, Supplier<Work>> updates(int sketches, int size) {
    Map<String, Supplier<Work>> works = new LinkedHashMap<>();
    this.sketches.forEach(
        (label, made) ->
            works.put(label, () -> new SketchWork.Update(made.get(), values(sketches, size))));
    return works;
  }

  /** Who unites stored sketches of so many values each, twelve at a time. */
  public Map<String, Supplier<Work>> unions(int sketches, int size) {
    Map<String, Supplier<Work>> works = new LinkedHashMap<>();
    this.sketches.forEach(
        (label, made) ->
            works.put(
                label,
                () ->
                    SketchWork.Union.of(made.get(), values(sketches * TOGETHER, size), TOGETHER)));
    return works;
  }
}

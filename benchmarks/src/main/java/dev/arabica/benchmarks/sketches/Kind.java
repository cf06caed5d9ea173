package dev.arabica.benchmarks.sketches;

import dev.arabica.benchmarks.harness.Work;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** What is sketched, with the contestants by their names in the table. */
public enum Kind {
  /** How many different values. */
  DISTINCT(
      OurSketch::distinct,
      "the UltraLogLog of hash4j",
      BareUltraLogLog::new,
      "HLL of DataSketches",
      DataSketchesHll::new) {
    @Override
    long value(Random random, int size) {
      return random.nextInt(size) * 1_000_003L;
    }
  },
  /** The median of values. */
  QUANTILE(
      OurSketch::median,
      "the DDSketch of sketches-java",
      BareDdSketch::new,
      "KLL of DataSketches",
      DataSketchesKll::new) {
    @Override
    long value(Random random, int size) {
      return (long) Math.exp(8 + random.nextGaussian());
    }
  };

  /** How many stored sketches are united at a time. */
  private static final int TOGETHER = 12;

  private final String library;
  private final Map<String, Supplier<Sketch>> own = new LinkedHashMap<>();
  private final Map<String, Supplier<Sketch>> all = new LinkedHashMap<>();

  /**
   * @param library what ours is built on, and {@code bare} that as it is
   * @param peer another library, {@code theirs} of it, for unions alone
   */
  Kind(
      Supplier<Sketch> ours,
      String library,
      Supplier<Sketch> bare,
      String peer,
      Supplier<Sketch> theirs) {
    this.library = library;
    own.put("ours", ours);
    own.put(library, bare);
    all.putAll(own);
    all.put(peer, theirs);
  }

  /** The library that ours is built on, as it is. */
  public String library() {
    return library;
  }

  Map<String, Supplier<Sketch>> sketches() {
    return all;
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
    own.forEach(
        (label, made) ->
            works.put(label, () -> new SketchWork.Update(made.get(), values(sketches, size))));
    return works;
  }

  /** Who unites stored sketches of so many values each, twelve at a time. */
  public Map<String, Supplier<Work>> unions(int sketches, int size) {
    Map<String, Supplier<Work>> works = new LinkedHashMap<>();
    all.forEach(
        (label, made) ->
            works.put(
                label,
                () ->
                    SketchWork.Union.of(made.get(), values(sketches * TOGETHER, size), TOGETHER)));
    return works;
  }
}

package dev.arabica.benchmarks.sketches;

import dev.arabica.benchmarks.harness.Work;
import dev.arabica.core.type.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is sketched, with the contestants by their names in the table. */
public enum Kind {
  /** How many different numbers. */
  DISTINCT(
      Type.INT64,
      () -> OurSketch.distinct(Type.INT64),
      "the UltraLogLog of hash4j",
      BareUltraLogLog::ofNumbers,
      Map.of("HLL of DataSketches", DataSketchesHll::new)),
  /** How many different strings; once they are hashed, they are as numbers are. */
  DISTINCT_STRINGS(
      Type.STRING,
      () -> OurSketch.distinct(Type.STRING),
      "the UltraLogLog of hash4j",
      BareUltraLogLog::ofTexts,
      Map.of()),
  /** The median of values. */
  QUANTILE(
      Type.INT64,
      OurSketch::median,
      "the DDSketch of sketches-java",
      BareDdSketch::new,
      Map.of("KLL of DataSketches", DataSketchesKll::new));

  /** How many stored sketches are united at a time. */
  private static final int TOGETHER = 12;

  private final Type type;
  private final String library;
  private final Map<String, Supplier<Sketch>> own = new LinkedHashMap<>();
  private final Map<String, Supplier<Sketch>> all = new LinkedHashMap<>();

  /**
   * @param type of the values
   * @param library what ours is built on, and {@code bare} that as it is
   * @param peers other libraries, for unions alone; where there are none, unions are not measured
   */
  Kind(
      Type type,
      Supplier<Sketch> ours,
      String library,
      Supplier<Sketch> bare,
      Map<String, Supplier<Sketch>> peers) {
    this.type = type;
    this.library = library;
    own.put("ours", ours);
    own.put(library, bare);
    all.putAll(own);
    all.putAll(peers);
  }

  /** The library that ours is built on, as it is. */
  public String library() {
    return library;
  }

  Map<String, Supplier<Sketch>> sketches() {
    return all;
  }

  /** The numbers that the values of some sketches are made of. */
  long[][] numbers(int sketches, int size) {
    Random random = new Random(size);
    long[][] numbers = new long[sketches][size];
    for (long[] sketch : numbers) {
      Arrays.setAll(sketch, i -> number(random, size));
    }
    return numbers;
  }

  /** As many different ones as there are values, or with most of them far below the greatest. */
  private long number(Random random, int size) {
    return this == QUANTILE
        ? (long) Math.exp(8 + random.nextGaussian())
        : random.nextInt(size) * 100_003L;
  }

  Values values(long[][] numbers) {
    return Values.of(type, numbers);
  }

  /** Who takes values in: so many per sketch. */
  public Map<String, Supplier<Work>> updates(int sketches, int size) {
    return works(own, made -> new SketchWork.Update(made, values(numbers(sketches, size))));
  }

  /** Who unites stored sketches of so many values each, twelve at a time. */
  public Map<String, Supplier<Work>> unions(int sketches, int size) {
    return works(
        all.size() == own.size() ? Map.of() : all,
        made -> SketchWork.Union.of(made, values(numbers(sketches * TOGETHER, size)), TOGETHER));
  }

  private static Map<String, Supplier<Work>> works(
      Map<String, Supplier<Sketch>> sketches, Function<Sketch, Work> work) {
    Map<String, Supplier<Work>> works = new LinkedHashMap<>();
    sketches.forEach((label, made) -> works.put(label, () -> work.apply(made.get())));
    return works;
  }
}

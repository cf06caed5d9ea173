package dev.arabica.benchmarks.expressions;

import dev.arabica.core.expr.Evaluators;
import dev.arabica.core.type.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Who evaluates, by the name in the table. */
public final class Evaluations {
  public static final String BY_HAND = "by hand";

  /** How many rows: few enough for the cache. */
  private static final int ROWS = 4_096;

  private Evaluations() {}

  static Map<String, Function<Row[], Evaluation>> contestants() {
    Map<String, Function<Row[], Evaluation>> contestants = new LinkedHashMap<>();
    contestants.put("ours, interpreted", rows -> new OurEvaluation(rows, Evaluators::bind));
    contestants.put("ours, compiled", rows -> new OurEvaluation(rows, Evaluators::compile));
    contestants.put(BY_HAND, HandEvaluation::new);
    return contestants;
  }

  /** The contestants over what is measured. */
  public static Map<String, Supplier<Evaluation>> measured() {
    Map<String, Supplier<Evaluation>> measured = new LinkedHashMap<>();
    contestants().forEach((label, made) -> measured.put(label, () -> made.apply(Rows.of(ROWS))));
    return measured;
  }
}

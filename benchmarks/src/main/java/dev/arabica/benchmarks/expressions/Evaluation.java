package dev.arabica.benchmarks.expressions;

import dev.arabica.benchmarks.harness.Work;
import dev.arabica.core.type.Row;

/** Evaluates over row after row. An operation is a row. */
public abstract class Evaluation implements Work {
  /** What stands for a null. */
  static final double NULL = -1;

  private final Row[] rows;

  Evaluation(Row[] rows) {
    this.rows = rows;
  }

  @Override
  public final int operations() {
    return rows.length;
  }

  /** The sum of what all rows come to. */
  @Override
  public final Double run() {
    double sum = 0;
    for (Row row : rows) {
      if (passes(row)) {
        sum += seconds(row) + 2 * share(row);
      }
    }
    return sum;
  }

  abstract boolean passes(Row row);

  /** Or {@link #NULL}. */
  abstract double seconds(Row row);

  /** Or {@link #NULL}. */
  abstract double share(Row row);
}

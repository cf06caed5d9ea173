package dev.arabica.batch;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/** What the tasks of a repair count on the way; a task that is run again counts again. */
final class RepairCounts implements Serializable {
  private static final long serialVersionUID = 1;

  final LongAccumulator rowsRead;
  final LongAccumulator duplicates;
  final LongAccumulator nullKeys;
  final LongAccumulator skippedNaN;
  final LongAccumulator checked;
  final LongAccumulator lateRows;

  RepairCounts(SparkContext spark) {
    rowsRead = spark.longAccumulator();
    duplicates = spark.longAccumulator();
    nullKeys = spark.longAccumulator();
    skippedNaN = spark.longAccumulator();
    checked = spark.longAccumulator();
    lateRows = spark.longAccumulator();
  }
}

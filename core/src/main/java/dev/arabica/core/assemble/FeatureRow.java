package dev.arabica.core.assemble;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;

/** Finished values with the status of each; the columns are those of the assembler. */
public final class FeatureRow {
  private final Row values;
  private final FeatureStatus[] statuses;

  public FeatureRow(RowType type) {
    values = new Row(type);
    statuses = new FeatureStatus[type.size()];
  }

  public Row values() {
    return values;
  }

  public FeatureStatus status(int column) {
    return statuses[column];
  }

  /** Makes a column null for a reason. */
  public void setNull(int column, FeatureStatus why) {
    values.setNull(column);
    statuses[column] = why;
  }

  /** Makes every column null for one reason. */
  public void setAllNull(FeatureStatus why) {
    for (int i = 0; i < statuses.length; i++) {
      setNull(i, why);
    }
  }

  void setStatus(int column, FeatureStatus status) {
    statuses[column] = status;
  }
}

package dev.arabica.core.plan;

import java.util.List;

/**
 * Values that a batch job computes and dates. At a time {@code t} the latest version of a key with
 * {@code validFrom <= t} is the one that counts.
 *
 * @param name qualified name
 * @param table where the versions are, {@code namespace.name}
 * @param validFrom the column that says since when a version is valid
 */
public record SnapshotPlan(
    String name,
    String table,
    List<FeatureSetPlan.SetKey> keys,
    String validFrom,
    List<ColumnPlan> columns) {
  public SnapshotPlan {
    keys = List.copyOf(keys);
    columns = List.copyOf(columns);
  }
}

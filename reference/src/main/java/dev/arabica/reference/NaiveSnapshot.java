package dev.arabica.reference;

import dev.arabica.core.agg.FeatureStatus;
import dev.arabica.core.plan.ColumnPlan;
import dev.arabica.core.plan.SnapshotPlan;
import dev.arabica.core.plan.UnknownNameException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Dated values, found by key. */
final class NaiveSnapshot {
  private final SnapshotPlan plan;
  private final List<SnapshotRow> rows;
  private final Map<List<Object>, List<SnapshotRow>> byKey = new HashMap<>();

  NaiveSnapshot(SnapshotPlan plan, List<SnapshotRow> rows) {
    this.plan = plan;
    this.rows = rows;
    for (SnapshotRow row : rows) {
      byKey.computeIfAbsent(KeyValues.of(row.key()), key -> new ArrayList<>()).add(row);
    }
  }

  /** The value of the version that counts at a time; if there is none the column's default. */
  Answer value(String name, List<Object> key, long time) {
    int position = position(name);
    ColumnPlan column = plan.columns().get(position);
    SnapshotRow version = version(key, time);
    if (version == null) {
      Object value = ColumnDefault.of(column);
      return new Answer(new FeatureValue(value, FeatureStatus.NOT_FOUND), true);
    }
    return Answer.found(ColumnDefault.orValue(column, version.values().get(position)));
  }

  /** The latest that is valid at a time, of equally late ones the last given; or null. */
  SnapshotRow version(List<Object> key, long time) {
    SnapshotRow latest = null;
    for (SnapshotRow row : byKey.getOrDefault(KeyValues.of(key), List.of())) {
      boolean valid = row.validFrom() <= time;
      if (valid && (latest == null || row.validFrom() >= latest.validFrom())) {
        latest = row;
      }
    }
    return latest;
  }

  /** All rows, with what became of each for a key at a time. */
  List<Explanation.Witness> witnesses(List<Object> key, long time) {
    return Witnesses.ofSnapshot(plan, rows, key, time, version(key, time));
  }

  private int position(String name) {
    List<String> names = plan.columns().stream().map(ColumnPlan::name).toList();
    if (!names.contains(name)) {
      throw new UnknownNameException("column of `" + plan.name() + "`", name, names);
    }
    return names.indexOf(name);
  }
}

package dev.arabica.batch;

import dev.arabica.core.json.Json;
import dev.arabica.core.time.Instants;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a repair did.
 *
 * @param revision of the block table afterwards
 * @param committed whether there was anything to commit
 * @param rowsRead raw rows, the neighbours of duplicates included
 * @param duplicates rows that lost to another
 * @param nullKeys events that a group skipped for want of a key, once a group
 * @param skippedNaN inputs of aggregates
 * @param blocksChecked stored blocks compared with what they must be
 * @param changed blocks written, by size in microseconds
 * @param hoursSealed newly, whatever the source or group
 * @param lateRows raw rows that had come for sealed hours since the last repair
 */
public record RepairReport(
    long revision,
    boolean committed,
    long rowsRead,
    long duplicates,
    long nullKeys,
    long skippedNaN,
    long blocksChecked,
    Map<Long, Long> changed,
    long hoursSealed,
    long lateRows,
    double seconds) {

  public RepairReport {
    changed = Map.copyOf(changed);
  }

  /** Blocks written, of every size. */
  public long blocksChanged() {
    return changed.values().stream().mapToLong(Long::longValue).sum();
  }

  String toJson() {
    Map<String, Object> bySize = new TreeMap<>();
    changed.forEach((size, count) -> bySize.put(Instants.prettyDuration(size), count));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("command", "repair");
    json.put("revision", revision);
    json.put("committed", committed);
    json.put("rows_read", rowsRead);
    json.put("duplicates", duplicates);
    json.put("null_keys", nullKeys);
    json.put("skipped_nan", skippedNaN);
    json.put("blocks_checked", blocksChecked);
    json.put("blocks_changed", blocksChanged());
    json.put("changed", bySize);
    json.put("hours_sealed", hoursSealed);
    json.put("late_rows", lateRows);
    json.put("seconds", seconds);
    return Json.canonical(json);
  }
}

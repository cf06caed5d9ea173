package dev.arabica.tables;

import dev.arabica.core.plan.Fingerprint;
import dev.arabica.core.plan.SourcePlan;
import java.util.HashMap;
import java.util.Map;
import org.apache.iceberg.Table;

/** How our tables are kept. */
final class TableProperties {
  private static final Map<String, String> COMMON =
      Map.of(
          // Version 3 keeps for every row the sequence number of the commit that brought it.
          "format-version", "3",
          // Several processes commit to one table: lose no commit to impatience.
          "commit.retry.num-retries", "100",
          "commit.retry.min-wait-ms", "10",
          "commit.retry.max-wait-ms", "500",
          "write.metadata.delete-after-commit.enabled", "true",
          "write.metadata.previous-versions-max", "100",
          // What the snapshots say (watermarks, seals, commit ids) is found nowhere else, so an
          // expiry that knows nothing of it is refused.
          "gc.enabled", "false",
          // Spark brings rows of one partition together instead of sampling them for a total order.
          "write.distribution-mode", "hash");

  private static final String EVENTS = "arabica.events";

  private TableProperties() {}

  static Map<String, String> forBlocks() {
    Map<String, String> properties = new HashMap<>(COMMON);
    properties.put("write.metadata.metrics.column.representation", "none");
    return properties;
  }

  static Map<String, String> forEvents() {
    return COMMON;
  }

  /** Of a raw table, which says how the time and identity of its events came about. */
  static Map<String, String> forRaw(SourcePlan source) {
    Map<String, String> properties = new HashMap<>(forEvents());
    properties.put(EVENTS, Fingerprint.events(source));
    return properties;
  }

  /**
   * @throws TablesException if the table's events got their time or identity in another way than
   *     the source now says
   */
  static void requireSameEvents(Table table, SourcePlan source) {
    String held = table.properties().get(EVENTS);
    if (held != null && !held.equals(Fingerprint.events(source))) {
      throw new TablesException(
          "table %s: source %s gives its events their time or identity in another way than the"
                  .formatted(source.table(), source.name())
              + " events in it got theirs; give the source a new `table`");
    }
  }
}

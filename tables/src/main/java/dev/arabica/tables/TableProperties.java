package dev.arabica.tables;

import java.util.HashMap;
import java.util.Map;

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

  private TableProperties() {}

  static Map<String, String> forBlocks() {
    Map<String, String> properties = new HashMap<>(COMMON);
    properties.put("write.metadata.metrics.column.representation", "none");
    return properties;
  }

  static Map<String, String> forEvents() {
    return COMMON;
  }
}

package dev.arabica.cli.demo;

import dev.arabica.core.json.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The newest counters that the stream job has reported, source by source. */
final class StreamStatus {
  private static final String PREFIX = "STATUS ";

  private final Map<String, Map<String, Object>> bySource = new ConcurrentHashMap<>();

  /** Takes one line of the job's output. */
  void read(String line) {
    if (line.startsWith(PREFIX)) {
      Map<String, Object> counters = Json.parseObject(line.substring(PREFIX.length()));
      bySource.put(String.valueOf(counters.get("source")), counters);
    }
  }

  /** A counter over all sources. */
  long count(String name) {
    return bySource.values().stream()
        .mapToLong(counters -> counters.get(name) instanceof Long count ? count : 0)
        .sum();
  }
}

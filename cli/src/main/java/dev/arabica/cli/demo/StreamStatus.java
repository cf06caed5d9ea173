package dev.arabica.cli.demo;

import dev.arabica.core.json.Json;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The newest counters that the stream job has reported. */
final class StreamStatus {
  private static final String PREFIX = "STATUS ";

  private final Map<String, Object> counters = new ConcurrentHashMap<>();

  /** Takes one line of the job's output. */
  void read(String line) {
    if (line.startsWith(PREFIX)) {
      Json.parseObject(line.substring(PREFIX.length()))
          .forEach(
              (name, value) -> {
                if (value != null) {
                  counters.put(name, value);
                }
              });
    }
  }

  long count(String name) {
    return counters.get(name) instanceof Long count ? count : 0;
  }
}

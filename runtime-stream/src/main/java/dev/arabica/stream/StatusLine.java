package dev.arabica.stream;

import dev.arabica.core.json.Json;
import dev.arabica.core.time.Instants;
import java.util.Map;
import java.util.TreeMap;

/** Says on standard output how far a source has come: {@code STATUS} and a JSON object a line. */
final class StatusLine {
  private static final String PREFIX = "STATUS ";

  private final String source;

  StatusLine(String source) {
    this.source = source;
  }

  void print(long checkpoint, CommitterState state) {
    Map<String, Object> members = new TreeMap<>();
    members.put("source", source);
    members.put("checkpoint", checkpoint);
    members.put("watermark", watermark(state.toldClockMillis()));
    for (Count count : Count.values()) {
      members.put(count.label(), state.total().get(count));
    }
    System.out.println(PREFIX + Json.canonical(members));
  }

  private static String watermark(long clockMillis) {
    return clockMillis == ClockTime.UNSTARTED
        ? null
        : Instants.format(ClockTime.micros(clockMillis));
  }
}

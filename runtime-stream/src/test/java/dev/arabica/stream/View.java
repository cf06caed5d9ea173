package dev.arabica.stream;

import dev.arabica.core.json.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * One event of the tests; a null member is left out of its JSON.
 *
 * @param at microseconds since the epoch
 */
record View(String request, String user, Long item, Long ms, long at) {

  String json() {
    Map<String, Object> members = new TreeMap<>();
    put(members, "request", request);
    put(members, "user", user);
    put(members, "item", item);
    put(members, "ms", ms);
    put(members, "at", at);
    return Json.canonical(members);
  }

  private static void put(Map<String, Object> members, String name, Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }
}

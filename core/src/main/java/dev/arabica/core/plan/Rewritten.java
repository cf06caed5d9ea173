package dev.arabica.core.plan;

import dev.arabica.core.json.Json;
import java.util.List;
import java.util.Map;

/**
 * Holds a document that was read against the one that is written for what it said. A member that is
 * not written again is one that this build does not know: it may change the meaning of the rest, so
 * it is never passed over.
 */
final class Rewritten {
  private Rewritten() {}

  static void requireSame(Object read, Object written) {
    if (read instanceof Map<?, ?> object && written instanceof Map<?, ?> again) {
      requireSame(object, again);
    } else if (read instanceof List<?> list && written instanceof List<?> again) {
      for (int i = 0; i < list.size(); i++) {
        requireSame("[" + i + "]", list.get(i), again.get(i));
      }
    } else if (!Json.canonical(read).equals(Json.canonical(written))) {
      throw PlanNode.wrong(Json.canonical(written), read);
    }
  }

  private static void requireSame(Map<?, ?> read, Map<?, ?> written) {
    for (Object name : written.keySet()) {
      if (!read.containsKey(name)) {
        throw PlanNode.lacks((String) name, read.keySet());
      }
    }
    for (Object name : read.keySet()) {
      if (!written.containsKey(name)) {
        throw new IllegalArgumentException(
            "`%s` is no member that this build knows, or one that is left out where it says this"
                .formatted(name));
      }
      requireSame((String) name, read.get(name), written.get(name));
    }
  }

  private static void requireSame(String step, Object read, Object written) {
    PlanNode.checkAt(step, () -> requireSame(read, written));
  }
}

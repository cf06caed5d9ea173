package dev.arabica.store.read;

import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks and types the keys of a request, all of them before anything is read. */
final class RequestKeys {
  private RequestKeys() {}

  /** For each entity, for each member of the plan, the boxed key values in the group's order. */
  static List<List<List<Object>>> of(ReadPlan plan, List<Map<String, Object>> entities) {
    List<List<List<Object>>> result = new ArrayList<>(entities.size());
    for (Map<String, Object> entity : entities) {
      Map<String, Object> typed = typed(plan, entity);
      List<List<Object>> keys = new ArrayList<>(plan.members.size());
      for (ReadPlan.Member member : plan.members) {
        List<Object> values = new ArrayList<>(member.keys().size());
        member.keys().forEach(key -> values.add(typed.get(key)));
        keys.add(values);
      }
      result.add(keys);
    }
    return result;
  }

  private static Map<String, Object> typed(ReadPlan plan, Map<String, Object> entity) {
    for (String key : entity.keySet()) {
      if (!plan.keys.containsKey(key)) {
        throw new LookupException(
            LookupException.Kind.UNKNOWN_KEY,
            "unknown key `" + key + "`; the keys are " + String.join(", ", plan.keys.keySet()));
      }
    }
    Map<String, Object> typed = new HashMap<>();
    for (Map.Entry<String, Type> key : plan.keys.entrySet()) {
      String name = key.getKey();
      if (!entity.containsKey(name)) {
        throw new LookupException(
            LookupException.Kind.MISSING_KEY,
            "key `" + name + "` (" + key.getValue() + ") is missing");
      }
      Object value = entity.get(name);
      typed.put(name, value == null ? null : KeyValues.typed(name, key.getValue(), value));
    }
    return typed;
  }
}

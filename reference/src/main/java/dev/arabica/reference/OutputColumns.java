package dev.arabica.reference;

import dev.arabica.core.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a spine and then those that are added to it. A column of both stands in the
 * spine's place: it is one of the request, and at most fills in a default.
 */
final class OutputColumns {
  private final List<Type.Field> spine;
  private final List<Type.Field> added;
  private final Map<String, Type.Field> fields = new LinkedHashMap<>();

  OutputColumns(List<Type.Field> spine, List<Type.Field> added) {
    this.spine = spine;
    this.added = added;
    spine.forEach(field -> fields.put(field.name(), field));
    added.forEach(field -> fields.put(field.name(), field));
  }

  List<Type.Field> fields() {
    return List.copyOf(fields.values());
  }

  List<Object> row(List<Object> spineValues, List<FeatureValue> addedValues) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < spine.size(); i++) {
      row.put(spine.get(i).name(), spineValues.get(i));
    }
    for (int i = 0; i < added.size(); i++) {
      Object value = addedValues.get(i).value();
      if (value != null || !row.containsKey(added.get(i).name())) {
        row.put(added.get(i).name(), value);
      }
    }
    return new ArrayList<>(row.values());
  }
}

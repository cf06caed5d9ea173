package dev.arabica.cli.spectest;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.ValueJson;
import java.util.ArrayList;
import java.util.List;

/** Values as a test would write them. */
final class ValueText {
  private ValueText() {}

  static String of(Type type, Object value) {
    if (value == null) {
      return "null";
    }
    if (type == Type.TIMESTAMP) {
      return Instants.pretty((Long) value);
    }
    if (type == Type.DURATION) {
      return Instants.prettyDuration((Long) value);
    }
    if (type instanceof Type.ListType list) {
      List<String> elements = new ArrayList<>();
      ((List<?>) value).forEach(element -> elements.add(of(list.element(), element)));
      return "[" + String.join(", ", elements) + "]";
    }
    if (type instanceof Type.StructType struct) {
      List<String> fields = new ArrayList<>();
      for (int i = 0; i < struct.fields().size(); i++) {
        Type.Field field = struct.fields().get(i);
        fields.add(field.name() + ": " + of(field.type(), ((List<?>) value).get(i)));
      }
      return "{ " + String.join(", ", fields) + " }";
    }
    return ValueJson.toJson(type, value);
  }
}

package dev.arabica.core.plan;

import dev.arabica.core.json.Json;
import dev.arabica.core.type.Type;
import java.util.LinkedHashMap;
import java.util.Map;

/** Types, values and parameters in the words of the plan, for the fixtures of other packages. */
public final class PlanText {
  private PlanText() {}

  public static String ofType(Type type) {
    return Json.canonical(TypeCodec.write(type));
  }

  public static Type type(String text) {
    return TypeCodec.read(Json.parse(text));
  }

  /** A value as a part of a JSON document. */
  public static Object ofValue(Type type, Object value) {
    return LiteralCodec.write(type, value);
  }

  public static Object value(Type type, Object json) {
    return LiteralCodec.read(type, json);
  }

  public static Map<String, Object> parameters(String text) {
    return new LinkedHashMap<>(GroupCodec.readParameters(PlanNode.of(Json.parse(text))));
  }
}

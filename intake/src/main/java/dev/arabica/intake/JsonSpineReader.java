package dev.arabica.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arabica.core.type.Type;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of a JSON Lines spine whose columns are known; absent members are null. */
final class JsonSpineReader implements Spine.Reader {
  private final List<Type.Field> fields;
  private final Map<String, Integer> positions = new HashMap<>();
  private final boolean[] asJson;

  JsonSpineReader(SpineNeeds needs, List<Type.Field> fields, JsonColumns found) {
    this.fields = fields;
    this.asJson = new boolean[fields.size()];
    for (int i = 0; i < asJson.length; i++) {
      String name = fields.get(i).name();
      positions.put(name, i);
      asJson[i] =
          SpineColumns.roleType(needs, name) == null
              && found.content(name) == JsonColumns.Content.ANYTHING;
    }
  }

  @Override
  public Object[] read(byte[] record) throws Rejection {
    Object[] values = new Object[asJson.length];
    try (JsonParser in = JsonRowDecoder.JSON.createParser(record)) {
      in.nextToken();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        int column = positions.get(in.currentName());
        in.nextToken();
        values[column] = value(in, column);
      }
    } catch (IOException e) {
      throw JsonRowDecoder.notJson(e);
    }
    return values;
  }

  private Object value(JsonParser in, int column) throws IOException, Rejection {
    Type.Field field = fields.get(column);
    return asJson[column] && in.currentToken() != JsonToken.VALUE_NULL
        ? JsonValues.encodable(json(in), field.name())
        : JsonValues.boxed(in, field.type(), field.name());
  }

  private static String json(JsonParser in) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JsonRowDecoder.JSON.createGenerator(text)) {
      out.copyCurrentStructure(in);
    }
    return text.toString();
  }
}

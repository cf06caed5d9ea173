package dev.arabica.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arabica.core.type.Type;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a JSON Lines file, found by reading it once: names in the order of their first
 * appearance, and what each holds.
 */
final class JsonColumns {
  /** What all values of a column seen so far are. */
  enum Content {
    NOTHING(Type.STRING),
    BOOLS(Type.BOOL),
    WHOLE_NUMBERS(Type.INT64),
    NUMBERS(Type.FLOAT64),
    STRINGS(Type.STRING),
    /** Several kinds, or arrays and objects: kept as JSON text. */
    ANYTHING(Type.STRING);

    private final Type type;

    Content(Type type) {
      this.type = type;
    }

    Content and(Content other) {
      if (this == other || other == NOTHING) {
        return this;
      }
      if (this == NOTHING) {
        return other;
      }
      boolean numbers =
          (this == WHOLE_NUMBERS || this == NUMBERS)
              && (other == WHOLE_NUMBERS || other == NUMBERS);
      return numbers ? NUMBERS : ANYTHING;
    }
  }

  private final Map<String, Content> contents = new LinkedHashMap<>();

  private JsonColumns() {}

  static JsonColumns of(Path path) {
    JsonColumns columns = new JsonColumns();
    try (InputFile file = InputFile.open(path)) {
      while (file.hasNext()) {
        byte[] record = file.next();
        try {
          columns.add(record);
        } catch (Rejection e) {
          throw new DataFileException(path + ": row " + file.row() + ": " + e.getMessage());
        }
      }
    }
    return columns;
  }

  List<String> names() {
    return List.copyOf(contents.keySet());
  }

  Map<String, Type> types() {
    Map<String, Type> types = new HashMap<>();
    contents.forEach((name, content) -> types.put(name, content.type));
    return types;
  }

  Content content(String name) {
    return contents.get(name);
  }

  private void add(byte[] record) throws Rejection {
    Utf8.require(record);
    try (JsonParser in = JsonRowDecoder.JSON.createParser(record)) {
      in.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw Rejection.malformed("not a JSON object");
      }
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        in.nextToken();
        contents.merge(name, contentOf(in), Content::and);
        in.skipChildren();
      }
      if (in.nextToken() != null) {
        throw Rejection.malformed("something after the end of the JSON object");
      }
    } catch (IOException e) {
      throw JsonRowDecoder.notJson(e);
    }
  }

  private static Content contentOf(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case VALUE_NULL -> Content.NOTHING;
      case VALUE_TRUE, VALUE_FALSE -> Content.BOOLS;
      case VALUE_STRING -> Content.STRINGS;
      case VALUE_NUMBER_INT ->
          in.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? Content.ANYTHING
              : Content.WHOLE_NUMBERS;
      case VALUE_NUMBER_FLOAT ->
          Double.isInfinite(in.getDoubleValue()) ? Content.ANYTHING : Content.NUMBERS;
      default -> Content.ANYTHING;
    };
  }
}

package dev.arabica.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.arabica.core.type.Values;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON documents as plain maps, lists, strings, longs, doubles, booleans and nulls. The canonical
 * text has sorted members and no white space, so that equal documents are equal bytes.
 */
public final class Json {
  /** Doubles as the shortest text that reads back, which {@code Double.toString} is not in 17. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private Json() {}

  /** A part of documents that is in canonical text already. */
  public record Text(String canonical) {}

  /** What stands in several documents, so that it is written once. */
  public static Text text(Object part) {
    return new Text(canonical(part));
  }

  /**
   * Parses one document.
   *
   * @throws IllegalArgumentException saying where the text is not JSON
   */
  public static Object parse(String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      Object value = read(in);
      if (in.nextToken() != null) {
        throw new IllegalArgumentException("text after the end of the JSON document");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + brief(e), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The message in one line, with the place as people count. */
  private static String brief(JsonProcessingException e) {
    String message = e.getOriginalMessage().replaceFirst(" \\(start marker at .*", "");
    return "%s at line %d, column %d"
        .formatted(message, e.getLocation().getLineNr(), e.getLocation().getColumnNr());
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> parseObject(String text) {
    if (parse(text) instanceof Map<?, ?> object) {
      return (Map<String, Object>) object;
    }
    throw new IllegalArgumentException("not a JSON object");
  }

  public static String canonical(Object document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(out, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** For people: two spaces of indentation, members sorted. */
  public static String pretty(Object document) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      write(out, document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static Object read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new IllegalArgumentException("an empty JSON document");
    }
    return switch (token) {
      case START_OBJECT -> readObject(in);
      case START_ARRAY -> readArray(in);
      case VALUE_STRING -> encodable(in.getText());
      case VALUE_NUMBER_INT -> in.getLongValue();
      case VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IllegalArgumentException("unexpected JSON " + token);
    };
  }

  private static Map<String, Object> readObject(JsonParser in) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = encodable(in.currentName());
      in.nextToken();
      if (object.containsKey(name)) {
        throw new IllegalArgumentException("JSON with `" + name + "` twice in one object");
      }
      object.put(name, read(in));
    }
    return object;
  }

  /** Equal bytes are equal documents too, so that a text is one that has bytes. */
  private static String encodable(String text) {
    if (!Values.isEncodable(text)) {
      throw new IllegalArgumentException("JSON with half a surrogate pair in a text");
    }
    return text;
  }

  private static List<Object> readArray(JsonParser in) throws IOException {
    List<Object> array = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      array.add(read(in));
    }
    return array;
  }

  private static void write(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Map<?, ?> object) {
      out.writeStartObject();
      for (Map.Entry<?, ?> member : sorted(object).entrySet()) {
        out.writeFieldName((String) member.getKey());
        write(out, member.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof Iterable<?> array) {
      out.writeStartArray();
      for (Object element : array) {
        write(out, element);
      }
      out.writeEndArray();
    } else {
      writeScalar(out, value);
    }
  }

  /** A tree from elsewhere may have an order of its own. */
  private static Map<?, ?> sorted(Map<?, ?> object) {
    return object.size() < 2 ? object : new TreeMap<>(object);
  }

  private static void writeScalar(JsonGenerator out, Object value) throws IOException {
    if (value instanceof Text text) {
      out.writeRawValue(text.canonical());
    } else if (value == null) {
      out.writeNull();
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof Double || value instanceof Float) {
      out.writeNumber(((Number) value).doubleValue());
    } else if (value instanceof Number number) {
      out.writeNumber(number.longValue());
    } else {
      out.writeString(value.toString());
    }
  }
}

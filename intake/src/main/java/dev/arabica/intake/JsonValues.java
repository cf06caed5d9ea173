package dev.arabica.intake;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON value at the parser's current token, which is not null, as a declared type. The
 * place of the value, such as {@code user.tags[2]}, is for the error.
 */
final class JsonValues {
  private static final int SHOWN_CHARACTERS = 40;

  private JsonValues() {}

  /** A bool (0 or 1), integer, timestamp, date. */
  static long word(JsonParser in, Type type, TimeEncoding encoding, String place)
      throws IOException, Rejection {
    JsonToken token = in.currentToken();
    if (type == Type.BOOL && token.isBoolean()) {
      return token == JsonToken.VALUE_TRUE ? 1 : 0;
    }
    boolean isText = type == Type.DATE || (type == Type.TIMESTAMP && encoding == TimeEncoding.ISO);
    if (isText && token == JsonToken.VALUE_STRING) {
      return Texts.word(in.getText(), type, encoding, place);
    }
    boolean isWhole = type.isInteger() || (type == Type.TIMESTAMP && !isText);
    if (isWhole && token == JsonToken.VALUE_NUMBER_INT) {
      if (in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw Rejection.wrongType(place, Texts.wanted(type, encoding), found(in) + ", too large");
      }
      return Texts.whole(in.getLongValue(), type, encoding, place);
    }
    throw Rejection.wrongType(place, Texts.wanted(type, encoding), found(in));
  }

  /** A float: a JSON number that fits, or the name of one that JSON cannot write. */
  static double number(JsonParser in, Type type, String place) throws IOException, Rejection {
    if (in.currentToken().isNumeric()) {
      return Texts.fit(in.getDoubleValue(), in.getText(), type, place);
    }
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      Double named = Texts.namedNumber(in.getText());
      if (named != null) {
        return named;
      }
    }
    throw Rejection.wrongType(place, type, found(in));
  }

  /** A string, bytes, decimal, list, struct, map or vector. */
  static Object ref(JsonParser in, Type type, String place) throws IOException, Rejection {
    JsonToken token = in.currentToken();
    if (type instanceof Type.DecimalType decimal
        && (token.isNumeric() || token == JsonToken.VALUE_STRING)) {
      return Decimals.parse(in.getText(), decimal, place);
    }
    if (type instanceof Type.MapType map && token == JsonToken.START_OBJECT) {
      return map(in, map, place);
    }
    if (type instanceof Type.VectorType vector && token == JsonToken.START_ARRAY) {
      return vector(in, vector, place);
    }
    if (type instanceof Type.ListType list && token == JsonToken.START_ARRAY) {
      return list(in, list, place);
    }
    if (type instanceof Type.StructType struct && token == JsonToken.START_OBJECT) {
      return struct(in, struct, place);
    }
    if (type instanceof Type.Scalar && token == JsonToken.VALUE_STRING) {
      String text = encodable(in.getText(), place);
      return type == Type.BYTES ? Texts.bytes(text, place) : text;
    }
    throw Rejection.wrongType(place, type, found(in));
  }

  /** A text, unless an escape in it stands for half of a character, of which there is no UTF-8. */
  static String encodable(String text, String place) throws Rejection {
    if (!Values.isEncodable(text)) {
      throw Rejection.malformed("field `" + place + "`: half a surrogate pair");
    }
    return text;
  }

  /** The boxed form of a value that may be null. */
  static Object boxed(JsonParser in, Type type, String place) throws IOException, Rejection {
    if (in.currentToken() == JsonToken.VALUE_NULL) {
      return null;
    }
    return switch (type.storage()) {
      case LONG -> {
        long word = word(in, type, TimeEncoding.ISO, place);
        yield type == Type.BOOL ? (Object) (word != 0) : (Object) word;
      }
      case DOUBLE -> number(in, type, place) + 0.0;
      case REF -> ref(in, type, place);
    };
  }

  private static List<Object> list(JsonParser in, Type.ListType type, String place)
      throws IOException, Rejection {
    List<Object> values = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values.add(boxed(in, type.element(), place + "[" + values.size() + "]"));
    }
    return Collections.unmodifiableList(values);
  }

  /** An object; a key that is no string is its text. */
  private static Map<Object, Object> map(JsonParser in, Type.MapType type, String place)
      throws IOException, Rejection {
    Map<Object, Object> entries = new HashMap<>();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = encodable(in.currentName(), place);
      String entry = place + "." + shorten(name);
      Object key = Texts.boxed(name, type.key(), TimeEncoding.ISO, entry);
      in.nextToken();
      if (entries.containsKey(key)) {
        throw Rejection.malformed("member `" + entry + "` is given twice");
      }
      entries.put(key, boxed(in, type.value(), entry));
    }
    return Values.map(type, entries);
  }

  private static float[] vector(JsonParser in, Type.VectorType type, String place)
      throws IOException, Rejection {
    float[] vector = new float[type.dimension()];
    int size = 0;
    while (in.nextToken() != JsonToken.END_ARRAY) {
      double number = number(in, Type.FLOAT32, place + "[" + size + "]");
      if (size < vector.length) {
        vector[size] = (float) (number + 0.0);
      }
      size++;
    }
    if (size != vector.length) {
      throw Rejection.wrongType(place, type, size + " numbers");
    }
    return vector;
  }

  private static List<Object> struct(JsonParser in, Type.StructType type, String place)
      throws IOException, Rejection {
    int size = type.fields().size();
    Object[] values = new Object[size];
    boolean[] seen = new boolean[size];
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      int position = type.indexOf(name);
      in.nextToken();
      if (position < 0) {
        in.skipChildren();
        continue;
      }
      if (seen[position]) {
        throw Rejection.malformed("member `" + place + "." + name + "` is given twice");
      }
      seen[position] = true;
      values[position] = boxed(in, type.fields().get(position).type(), place + "." + name);
    }
    requireFields(type, values, place);
    return Collections.unmodifiableList(java.util.Arrays.asList(values));
  }

  private static void requireFields(Type.StructType type, Object[] values, String place)
      throws Rejection {
    for (int i = 0; i < values.length; i++) {
      Type.Field field = type.fields().get(i);
      if (values[i] == null && !field.nullable()) {
        throw Rejection.missing(place + "." + field.name());
      }
    }
  }

  private static String found(JsonParser in) throws IOException {
    return switch (in.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "string \"" + shorten(in.getText()) + "\"";
      default -> shorten(in.getText());
    };
  }

  static String shorten(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
  }
}

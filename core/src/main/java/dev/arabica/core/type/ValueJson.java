package dev.arabica.core.type;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arabica.core.time.Instants;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * The JSON text of a value: instants are ISO-8601 UTC with microseconds, dates ISO-8601, bytes
 * base64, decimals numbers with all digits of their scale, structs objects in field order, maps
 * objects in the order of their keys, vectors arrays. The numbers that JSON lacks are the strings
 * {@code "Infinity"}, {@code "-Infinity"} and {@code "NaN"}.
 */
public final class ValueJson {
  private static final JsonFactory JSON = new JsonFactory();

  private ValueJson() {}

  public static String toJson(Type type, Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      write(out, type, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** Writes one value where a JSON value is expected. */
  public static void write(JsonGenerator out, Type type, Object value) throws IOException {
    if (value == null) {
      out.writeNull();
      return;
    }
    if (type instanceof Type.ListType list) {
      writeList(out, list, (List<?>) value);
    } else if (type instanceof Type.StructType struct) {
      writeStruct(out, struct, (List<?>) value);
    } else if (type instanceof Type.MapType map) {
      writeMap(out, map, (Map<?, ?>) value);
    } else if (type instanceof Type.VectorType) {
      writeVector(out, (float[]) value);
    } else if (type instanceof Type.DecimalType) {
      out.writeNumber(toText(type, value));
    } else {
      writeScalar(out, (Type.Scalar) type, value);
    }
  }

  /**
   * The plain text of a scalar, as in a CSV field: JSON without the quotes. Lists, structs, maps
   * and vectors stay JSON.
   */
  public static String toText(Type type, Object value) {
    if (type instanceof Type.DecimalType) {
      return ((BigDecimal) value).toPlainString();
    }
    if (!(type instanceof Type.Scalar scalar)) {
      return toJson(type, value);
    }
    return switch (scalar) {
      case STRING -> (String) value;
      case BYTES -> Base64.getEncoder().encodeToString((byte[]) value);
      case TIMESTAMP -> Instants.format((Long) value);
      case DATE -> LocalDate.ofEpochDay((Long) value).toString();
      case FLOAT32 -> Float.toString(((Double) value).floatValue());
      case BOOL, INT32, INT64, FLOAT64, DURATION, NULL -> value.toString();
    };
  }

  private static void writeScalar(JsonGenerator out, Type.Scalar type, Object value)
      throws IOException {
    switch (type) {
      case BOOL -> out.writeBoolean((Boolean) value);
      case INT32, INT64, DURATION -> out.writeNumber((Long) value);
      case FLOAT32, FLOAT64 -> writeFloat(out, type, (Double) value);
      case STRING, BYTES, TIMESTAMP, DATE -> out.writeString(toText(type, value));
      case NULL -> out.writeNull();
    }
  }

  private static void writeList(JsonGenerator out, Type.ListType type, List<?> values)
      throws IOException {
    out.writeStartArray();
    for (Object value : values) {
      write(out, type.element(), value);
    }
    out.writeEndArray();
  }

  private static void writeStruct(JsonGenerator out, Type.StructType type, List<?> values)
      throws IOException {
    out.writeStartObject();
    for (int i = 0; i < values.size(); i++) {
      out.writeFieldName(type.fields().get(i).name());
      write(out, type.fields().get(i).type(), values.get(i));
    }
    out.writeEndObject();
  }

  private static void writeFloat(JsonGenerator out, Type.Scalar type, double value)
      throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(toText(type, value));
    } else {
      out.writeString(Double.toString(value));
    }
  }

  private static void writeMap(JsonGenerator out, Type.MapType type, Map<?, ?> map)
      throws IOException {
    out.writeStartObject();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.writeFieldName(toText(type.key(), entry.getKey()));
      write(out, type.value(), entry.getValue());
    }
    out.writeEndObject();
  }

  private static void writeVector(JsonGenerator out, float[] vector) throws IOException {
    out.writeStartArray();
    for (float number : vector) {
      writeFloat(out, Type.Scalar.FLOAT32, number);
    }
    out.writeEndArray();
  }
}

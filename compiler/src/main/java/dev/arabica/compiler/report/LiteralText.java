package dev.arabica.compiler.report;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Constants as one writes them in a spec. */
final class LiteralText {
  private LiteralText() {}

  static String of(Expr.Literal literal) {
    return text(literal.type(), literal.value());
  }

  private static String text(Type type, Object value) {
    if (value == null) {
      return "null";
    }
    if (type instanceof Type.ListType list) {
      return ((List<?>) value)
          .stream().map(v -> text(list.element(), v)).collect(Collectors.joining(", ", "[", "]"));
    }
    if (type instanceof Type.StructType struct) {
      return struct(struct, (List<?>) value);
    }
    if (type instanceof Type.MapType map) {
      return ((Map<?, ?>) value)
          .entrySet().stream()
              .map(e -> text(map.key(), e.getKey()) + ": " + text(map.value(), e.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return value instanceof float[] vector ? Arrays.toString(vector) : scalar(type, value);
  }

  private static String struct(Type.StructType type, List<?> values) {
    return IntStream.range(0, values.size())
        .mapToObj(
            i ->
                type.fields().get(i).name()
                    + ": "
                    + text(type.fields().get(i).type(), values.get(i)))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String scalar(Type type, Object value) {
    if (type == Type.STRING) {
      return quoted((String) value);
    }
    if (type == Type.TIMESTAMP) {
      return Instants.pretty((Long) value);
    }
    if (type == Type.DATE) {
      return "to_date(\"" + LocalDate.ofEpochDay((Long) value) + "\")";
    }
    if (type == Type.DURATION) {
      return Instants.prettyDuration((Long) value);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    return value instanceof byte[] bytes
        ? quoted(Base64.getEncoder().encodeToString(bytes))
        : value.toString();
  }

  /** As a string of the language: whatever would break a line is escaped. */
  static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              int escape = "\"\\\n\r\t".indexOf(c);
              if (escape >= 0) {
                text.append('\\').append("\"\\nrt".charAt(escape));
              } else if (Character.isISOControl(c)) {
                text.append(String.format("\\u%04x", c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.append('"').toString();
  }
}

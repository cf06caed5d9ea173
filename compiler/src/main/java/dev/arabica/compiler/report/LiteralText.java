package dev.arabica.compiler.report;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

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
    if (type == Type.STRING) {
      return quoted((String) value);
    }
    if (type == Type.TIMESTAMP) {
      return Instants.pretty((Long) value);
    }
    if (type == Type.DATE) {
      return LocalDate.ofEpochDay((Long) value).toString();
    }
    if (type == Type.DURATION) {
      return Instants.prettyDuration((Long) value);
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

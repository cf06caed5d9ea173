package dev.arabica.reference;

import dev.arabica.core.expr.Expr;
import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Functions of strings, as arrays of code points, and numbers from them. */
final class TextFunctions {
  private static final long LONGEST = 1_000_000;
  private static final String BLANKS = " \t\n\u000B\f\r";

  private TextFunctions() {}

  static Object apply(Expr.Call call, List<Object> args) {
    Object a = args.get(0);
    String text = a instanceof String string ? string : "";
    String other = args.size() > 1 && args.get(1) instanceof String string ? string : "";
    return switch (call.function()) {
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case TRIM -> trim(text);
      case CONTAINS -> index(points(text), points(other), 0) >= 0;
      case STARTS_WITH -> text.startsWith(other);
      case ENDS_WITH -> text.endsWith(other);
      case CONCAT -> args.stream().map(String.class::cast).collect(Collectors.joining());
      case SUBSTRING -> substring(text, args);
      case REPLACE -> replace(text, other, (String) args.get(2));
      case SPLIT -> other.isEmpty() ? null : split(text, other);
      case JOIN -> join((List<?>) a, other);
      case TO_FLOAT -> toFloat(a);
      case TO_INT -> toInt(a);
      case TO_DECIMAL -> toDecimal(a, (Type.DecimalType) call.type());
      default -> Printed.of(call.args().get(0).type(), a);
    };
  }

  /** The position of a text in another from a position on, in code points, or -1. */
  static int index(int[] text, int[] wanted, int from) {
    for (int i = from; i + wanted.length <= text.length; i++) {
      if (Arrays.equals(text, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }

  static int[] points(String text) {
    return text.codePoints().toArray();
  }

  private static String text(int[] points, int start, int end) {
    return new String(points, start, end - start);
  }

  private static String trim(String text) {
    String trimmed = text;
    while (!trimmed.isEmpty() && BLANKS.indexOf(trimmed.charAt(0)) >= 0) {
      trimmed = trimmed.substring(1);
    }
    while (!trimmed.isEmpty() && BLANKS.indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    return trimmed;
  }

  private static Object substring(String text, List<Object> args) {
    int[] points = points(text);
    int[] bounds = bounds(args, points.length);
    return bounds == null ? null : text(points, bounds[0], bounds[1]);
  }

  /** The first of so many elements, and the one behind the last, as {@code (from, n)} say. */
  static int[] bounds(List<Object> args, int length) {
    BigInteger from = BigInteger.valueOf((Long) args.get(1));
    BigInteger end = BigInteger.valueOf(length);
    BigInteger start = from.signum() < 0 ? from.add(end) : from;
    start = start.max(BigInteger.ZERO).min(end);
    if (args.size() > 2) {
      BigInteger wanted = BigInteger.valueOf((Long) args.get(2));
      if (wanted.signum() < 0) {
        return null;
      }
      end = end.min(start.add(wanted));
    }
    return new int[] {start.intValueExact(), end.intValueExact()};
  }

  private static Object replace(String text, String old, String replacement) {
    if (old.isEmpty()) {
      return text;
    }
    List<Object> parts = split(text, old);
    return join(parts, replacement);
  }

  private static List<Object> split(String text, String separator) {
    int[] points = points(text);
    int[] wanted = points(separator);
    List<Object> parts = new ArrayList<>();
    int start = 0;
    for (int at = index(points, wanted, 0); at >= 0; at = index(points, wanted, start)) {
      parts.add(text(points, start, at));
      start = at + wanted.length;
    }
    parts.add(text(points, start, points.length));
    return parts;
  }

  private static Object join(List<?> parts, String separator) {
    List<String> present = parts.stream().filter(Objects::nonNull).map(String.class::cast).toList();
    long length = (present.size() - 1L) * points(separator).length;
    for (String part : present) {
      length += points(part).length;
    }
    return length > LONGEST ? null : String.join(separator, present);
  }

  private static Object toFloat(Object a) {
    if (a instanceof Boolean bool) {
      return bool ? 1.0 : 0.0;
    }
    if (!(a instanceof String text)) {
      return Numbers.number(Numbers.real(a));
    }
    return text.matches("[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?")
        ? Numbers.finite(Double.parseDouble(text))
        : null;
  }

  private static Object toInt(Object a) {
    if (a instanceof Boolean bool) {
      return bool ? 1L : 0L;
    }
    if (a instanceof String text) {
      return text.matches("[-+]?[0-9]+") ? Numbers.whole(new BigInteger(text)) : null;
    }
    return a instanceof Double x && !Double.isFinite(x)
        ? null
        : Numbers.whole(ExactNumbers.exact(a));
  }

  private static Object toDecimal(Object a, Type.DecimalType type) {
    if (a instanceof String text) {
      return text.matches("[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)")
          ? Numbers.decimal(type, new BigDecimal(text))
          : null;
    }
    return a instanceof Double x && !Double.isFinite(x)
        ? null
        : Numbers.decimal(type, ExactNumbers.exact(a));
  }
}

package dev.arabica.intake;

import com.fasterxml.jackson.core.JsonParser;
import dev.arabica.core.plan.SourcePlan.TimeEncoding;
import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;

/** Reads values from text, as in a CSV field: strictly, with no blanks and no guessing. */
final class Texts {
  private Texts() {}

  /** The boxed form of a text that is not null. */
  static Object boxed(String text, Type type, TimeEncoding encoding, String place)
      throws Rejection {
    return switch (type.storage()) {
      case LONG -> {
        long word = word(text, type, encoding, place);
        yield type == Type.BOOL ? (Object) (word != 0) : (Object) word;
      }
      case DOUBLE -> number(text, type, place) + 0.0;
      case REF -> ref(text, type, place);
    };
  }

  static long word(String text, Type type, TimeEncoding encoding, String place) throws Rejection {
    if (type == Type.BOOL) {
      return bool(text, place);
    }
    try {
      if (type == Type.DATE) {
        return day(LocalDate.parse(text), place);
      }
      if (type == Type.TIMESTAMP && encoding == TimeEncoding.ISO) {
        return Instants.parse(text);
      }
      if (isWhole(text)) {
        return whole(Long.parseLong(text), type, encoding, place);
      }
    } catch (DateTimeException | IllegalArgumentException e) {
      throw Rejection.wrongType(place, wanted(type, encoding), quoted(text));
    }
    throw Rejection.wrongType(place, wanted(type, encoding), quoted(text));
  }

  /** The years of instants, which every table and engine can hold. */
  private static long day(LocalDate date, String place) throws Rejection {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw Rejection.wrongType(place, "a date of the years 1 to 9999", quoted(date.toString()));
    }
    return date.toEpochDay();
  }

  private static long bool(String text, String place) throws Rejection {
    return switch (text) {
      case "true", "1" -> 1;
      case "false", "0" -> 0;
      default -> throw Rejection.wrongType(place, Type.BOOL, quoted(text));
    };
  }

  /** A whole number as the type wants it: an int32 in its range, an instant in micros. */
  static long whole(long value, Type type, TimeEncoding encoding, String place) throws Rejection {
    if (type == Type.INT32 && value != (int) value) {
      throw Rejection.wrongType(place, type, value + ", which does not fit");
    }
    if (type != Type.TIMESTAMP) {
      return value;
    }
    try {
      return Math.multiplyExact(value, encoding.microsPerUnit());
    } catch (ArithmeticException e) {
      throw Rejection.wrongType(place, wanted(type, encoding), value + ", which does not fit");
    }
  }

  static double number(String text, Type type, String place) throws Rejection {
    Double named = namedNumber(text);
    if (named != null) {
      return named;
    }
    try {
      if (isDecimal(text)) {
        return fit(Double.parseDouble(text), text, type, place);
      }
    } catch (NumberFormatException e) {
      throw Rejection.wrongType(place, type, quoted(text));
    }
    throw Rejection.wrongType(place, type, quoted(text));
  }

  /** The number at the type's precision, refused if it is too large for it. */
  static double fit(double value, String text, Type type, String place) throws Rejection {
    double fitted = type == Type.FLOAT32 ? (float) value : value;
    if (Double.isInfinite(fitted)) {
      throw Rejection.wrongType(place, type, JsonValues.shorten(text) + ", which does not fit");
    }
    return fitted;
  }

  /** The numbers that have a name only, or null. */
  static Double namedNumber(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  static Object ref(String text, Type type, String place) throws Rejection {
    if (type == Type.STRING) {
      return text;
    }
    if (type instanceof Type.DecimalType decimal) {
      return Decimals.parse(text, decimal, place);
    }
    return type == Type.BYTES ? bytes(text, place) : json(text, type, place);
  }

  static byte[] bytes(String text, String place) throws Rejection {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Rejection.wrongType(place, "bytes in base64", quoted(text));
    }
  }

  private static Object json(String text, Type type, String place) throws Rejection {
    try (JsonParser in = JsonRowDecoder.JSON.createParser(text)) {
      if (in.nextToken() != null) {
        Object value = JsonValues.boxed(in, type, place);
        if (in.nextToken() == null) {
          return value;
        }
      }
    } catch (IOException e) {
      throw Rejection.wrongType(place, type + " as JSON", quoted(text));
    }
    throw Rejection.wrongType(place, type + " as JSON", quoted(text));
  }

  /** What a field wants, in words. */
  static String wanted(Type type, TimeEncoding encoding) {
    if (type == Type.DATE) {
      return "a date such as 2025-11-29";
    }
    if (type != Type.TIMESTAMP) {
      return type.toString();
    }
    return switch (encoding) {
      case ISO -> "an instant such as 2025-11-29T16:10:05Z";
      case SECONDS -> "whole seconds since the epoch";
      case MILLIS -> "whole milliseconds since the epoch";
      case MICROS -> "whole microseconds since the epoch";
    };
  }

  private static String quoted(String text) {
    return "\"" + JsonValues.shorten(text) + "\"";
  }

  private static boolean isWhole(String text) {
    int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    for (int i = start; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return text.length() > start;
  }

  /** Only what decimal numbers are made of: Java would also take hexadecimal, blanks and 1d. */
  static boolean isDecimal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i)) && "+-.eE".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}

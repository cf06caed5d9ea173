package dev.arabica.store.read;

import dev.arabica.core.time.Instants;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;

/** Turns what a request gives for a key into the boxed value of the key's type. */
final class KeyValues {
  private static final int LONGEST_DECIMAL = 100;

  private KeyValues() {}

  /**
   * The boxed form of a value that is not null.
   *
   * @throws LookupException of kind {@code WRONG_KEY_TYPE}
   */
  static Object typed(String key, Type type, Object value) {
    Object typed;
    try {
      typed =
          type instanceof Type.DecimalType decimal ? decimal(decimal, value) : scalar(type, value);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      typed = null;
    }
    if (typed == null) {
      throw new LookupException(
          LookupException.Kind.WRONG_KEY_TYPE,
          "key `" + key + "` is of type " + type + ", which " + describe(value) + " is not");
    }
    return typed;
  }

  private static Object scalar(Type type, Object value) {
    return value instanceof CharSequence text
        ? fromText((Type.Scalar) type, text.toString())
        : fromObject((Type.Scalar) type, value);
  }

  /** A text, an integer or a decimal with no more digits than the type; a float is none. */
  private static BigDecimal decimal(Type.DecimalType type, Object value) {
    boolean exact =
        value instanceof BigDecimal || value instanceof CharSequence || integer(value) != null;
    if (!exact || value instanceof CharSequence text && text.length() > LONGEST_DECIMAL) {
      return null;
    }
    BigDecimal number =
        value instanceof BigDecimal given ? given : new BigDecimal(value.toString());
    // An exponent is looked at before it is written out.
    if (Math.abs((long) number.scale()) > LONGEST_DECIMAL) {
      return null;
    }
    BigDecimal scaled = number.setScale(type.scale());
    return scaled.precision() <= type.precision() ? scaled : null;
  }

  private static Object fromText(Type.Scalar type, String text) {
    return switch (type) {
      // Another has no bytes of its own, and would be looked up as what is written in its place.
      case STRING -> Values.isEncodable(text) ? text : null;
      case BOOL -> text.equals("true") ? Boolean.TRUE : text.equals("false") ? false : null;
      case INT32 -> (long) Integer.parseInt(text);
      case INT64 -> Long.parseLong(text);
      case TIMESTAMP -> Instants.parse(text);
      case DATE -> LocalDate.parse(text).toEpochDay();
      case BYTES -> Base64.getDecoder().decode(text);
      case FLOAT32, FLOAT64, DURATION, NULL -> null;
    };
  }

  private static Object fromObject(Type.Scalar type, Object value) {
    return switch (type) {
      case STRING -> null;
      case BOOL -> value instanceof Boolean ? value : null;
      case INT32 -> inInt32(integer(value));
      case INT64 -> integer(value);
      case TIMESTAMP ->
          value instanceof Instant instant ? (Object) Instants.toMicros(instant) : integer(value);
      case DATE -> value instanceof LocalDate date ? (Object) date.toEpochDay() : integer(value);
      case BYTES -> value instanceof byte[] bytes ? bytes.clone() : null;
      case FLOAT32, FLOAT64, DURATION, NULL -> null;
    };
  }

  private static Long integer(Object value) {
    boolean integral =
        value instanceof Long
            || value instanceof Integer
            || value instanceof Short
            || value instanceof Byte;
    return integral ? (Long) ((Number) value).longValue() : null;
  }

  private static Long inInt32(Long value) {
    return value == null || value != value.intValue() ? null : value;
  }

  private static String describe(Object value) {
    if (value instanceof CharSequence text) {
      return "the text `" + text + "`";
    }
    return (value instanceof byte[] bytes ? "a value of " + bytes.length : "`" + value + "`")
        + " ("
        + value.getClass().getSimpleName()
        + ")";
  }
}

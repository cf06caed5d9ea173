package dev.arabica.core.expr;

import static dev.arabica.core.type.Type.BOOL;
import static dev.arabica.core.type.Type.DURATION;
import static dev.arabica.core.type.Type.FLOAT64;
import static dev.arabica.core.type.Type.INT64;
import static dev.arabica.core.type.Type.STRING;
import static dev.arabica.core.type.Type.TIMESTAMP;

import dev.arabica.core.type.Type;
import dev.arabica.core.type.Type.DecimalType;

/** Typings of arithmetic: floats beside anything give floats, decimals beside integers decimals. */
final class NumberTyping {
  /** As many digits as a float64 can tell apart. */
  private static final long MOST_ROUNDED_DIGITS = 15;

  private NumberTyping() {}

  static Type additive(Arguments args) {
    if (args.are(TIMESTAMP, DURATION) || args.are(DURATION, TIMESTAMP)) {
      return TIMESTAMP;
    }
    return args.are(DURATION, DURATION) ? DURATION : sumOrRest(args);
  }

  static Type subtractive(Arguments args) {
    if (args.are(TIMESTAMP, DURATION)) {
      return TIMESTAMP;
    }
    return args.are(TIMESTAMP, TIMESTAMP) || args.are(DURATION, DURATION)
        ? DURATION
        : sumOrRest(args);
  }

  /** A sum, difference or remainder: as many digits after the point as the finer operand. */
  static Type sumOrRest(Arguments args) {
    return args.areNumeric(2)
        ? arithmetic(args, Math.max(scale(args.type(0)), scale(args.type(1))))
        : null;
  }

  /** A product has the digits of both; more than a decimal has are an error. */
  static Type product(Arguments args) {
    return args.areNumeric(2) ? arithmetic(args, scale(args.type(0)) + scale(args.type(1))) : null;
  }

  private static int scale(Type type) {
    return type instanceof DecimalType decimal ? decimal.scale() : 0;
  }

  private static Type arithmetic(Arguments args, int scale) {
    if (!(CommonType.of(args.types()) instanceof DecimalType)) {
      return args.types().stream().anyMatch(Type::isFloat) ? FLOAT64 : INT64;
    }
    return scale <= DecimalType.MOST_DIGITS
        ? new DecimalType(DecimalType.MOST_DIGITS, scale)
        : null;
  }

  static Type division(Arguments args) {
    return args.areNumeric(2) ? FLOAT64 : null;
  }

  /** The same number with another sign. */
  static Type signed(Arguments args) {
    if (args.are(DURATION)) {
      return DURATION;
    }
    if (!args.areNumeric(1)) {
      return null;
    }
    return args.type(0) instanceof DecimalType decimal
        ? decimal
        : args.type(0).isFloat() ? FLOAT64 : INT64;
  }

  static Type sign(Arguments args) {
    return signed(args) == null ? null : INT64;
  }

  static Type real(Arguments args) {
    return args.areNumeric(1) ? FLOAT64 : null;
  }

  static Type whole(Arguments args) {
    return args.areNumeric(1) ? rounded(args.type(0), 0) : null;
  }

  /** {@code (x)} or {@code (x, digits)}. */
  static Type rounded(Arguments args) {
    if (args.count() != 2) {
      return whole(args);
    }
    Long digits = args.constant(1, -MOST_ROUNDED_DIGITS, MOST_ROUNDED_DIGITS);
    return digits != null && args.type(0).isNumeric()
        ? rounded(args.type(0), digits.intValue())
        : null;
  }

  private static Type rounded(Type type, int digits) {
    if (!(type instanceof DecimalType decimal)) {
      return FLOAT64;
    }
    int scale = Math.min(Math.max(digits, 0), decimal.scale());
    // One digit more before the point, for what is rounded up.
    int whole = decimal.precision() - decimal.scale() + 1;
    return new DecimalType(Math.min(whole + scale, DecimalType.MOST_DIGITS), scale);
  }

  static Type clamp(Arguments args) {
    return args.areNumeric(3) ? CommonType.of(args.types()) : null;
  }

  static Type toFloat(Arguments args) {
    return args.areNumeric(1) || args.are(BOOL) || args.are(STRING) ? FLOAT64 : null;
  }

  static Type toInt(Arguments args) {
    return toFloat(args) == null ? null : INT64;
  }

  /** {@code (x, precision, scale)}. */
  static Type toDecimal(Arguments args) {
    Long precision = args.constant(1, 1, DecimalType.MOST_DIGITS);
    Long scale = precision == null ? null : args.constant(2, 0, precision);
    return args.count() == 3
            && scale != null
            && (args.type(0).isNumeric() || args.type(0) == STRING)
        ? new DecimalType(precision.intValue(), scale.intValue())
        : null;
  }

  static Type isNan(Arguments args) {
    return args.areNumeric(1) ? BOOL : null;
  }
}

package dev.arabica.reference;

import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Boxed numbers, brought into the form of a type, or null where they do not fit. */
final class Numbers {
  private static final BigInteger INT64_END = BigInteger.TWO.pow(63);

  private Numbers() {}

  /** A value as one of the type: a number among floats is a float, among decimals a decimal. */
  static Object as(Type type, Object value) {
    if (type.isFloat() && (value instanceof Long || value instanceof BigDecimal)) {
      return real(value);
    }
    return type instanceof Type.DecimalType decimal && value instanceof Number
        ? decimal(decimal, ExactNumbers.exact(value))
        : value;
  }

  static double real(Object value) {
    return ((Number) value).doubleValue();
  }

  /** NaN is no value. */
  static Object number(double value) {
    return Double.isNaN(value) ? null : value;
  }

  static Object finite(double value) {
    return Double.isInfinite(value) ? null : number(value);
  }

  /** Cut towards zero. */
  static Object whole(BigDecimal value) {
    return whole(value.toBigInteger());
  }

  static Object whole(BigInteger value) {
    boolean fits = value.compareTo(INT64_END) < 0 && value.compareTo(INT64_END.negate()) >= 0;
    return fits ? value.longValueExact() : null;
  }

  /** Rounded to the type's digits, halves away from zero. */
  static Object decimal(Type.DecimalType type, BigDecimal value) {
    BigDecimal rounded = value.setScale(type.scale(), RoundingMode.HALF_UP);
    BigInteger most = BigInteger.TEN.pow(type.precision());
    return rounded.unscaledValue().abs().compareTo(most) < 0 ? rounded : null;
  }
}

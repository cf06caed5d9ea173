package dev.arabica.core.expr;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * The text of a float: of the decimal numbers that read back as it, the nearest of those with the
 * fewest digits, two at least, as newer JVMs print it; older ones sometimes print more digits.
 */
final class FloatText {
  /** Distinct decimals of so many digits are distinct doubles, unless they are subnormal. */
  private static final int SURE_DIGITS = 15;

  private static final int MOST_DIGITS = 17;

  private FloatText() {}

  static String of(double value) {
    String text = Double.toString(value + 0.0);
    boolean sure = Math.abs(value) >= Double.MIN_NORMAL && digits(text) <= SURE_DIGITS;
    return sure || value == 0 || !Double.isFinite(value)
        ? text
        : shortest(value, number -> number.doubleValue() == value);
  }

  static String of(float value) {
    return value == 0 || !Float.isFinite(value)
        ? Float.toString(value + 0.0f)
        : shortest(value, number -> number.floatValue() == value);
  }

  private static String shortest(double value, Predicate<BigDecimal> readsBack) {
    BigDecimal exact = new BigDecimal(value);
    // Most floats that are not short have all their digits.
    int digits = readsBack.test(round(exact, SURE_DIGITS)) ? 2 : SURE_DIGITS + 1;
    BigDecimal rounded = round(exact, digits);
    while (digits < MOST_DIGITS && !readsBack.test(rounded)) {
      digits++;
      rounded = round(exact, digits);
    }
    return print(rounded.stripTrailingZeros());
  }

  private static BigDecimal round(BigDecimal exact, int digits) {
    return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
  }

  private static String print(BigDecimal number) {
    int exponent = number.precision() - number.scale() - 1;
    if (exponent >= -3 && exponent < 7) {
      return number.scale() <= 0 ? number.toPlainString() + ".0" : number.toPlainString();
    }
    BigDecimal mantissa = number.movePointLeft(exponent);
    return (mantissa.scale() <= 0 ? mantissa.toPlainString() + ".0" : mantissa.toPlainString())
        + "E"
        + exponent;
  }

  private static int digits(String text) {
    int end = text.indexOf('E');
    int count = 0;
    for (int i = 0; i < (end < 0 ? text.length() : end); i++) {
      count += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return count;
  }
}

package dev.arabica.core.expr;

import dev.arabica.core.type.Type.DecimalType;
import java.math.BigDecimal;

/** Numbers from texts: ASCII digits, a sign and a point, and for floats an exponent; no blanks. */
final class Numerals {
  private static final int NONE = -1;

  private Numerals() {}

  static boolean putWhole(String text, Evaluator out) {
    int start = afterSign(text, 0);
    if (start == text.length() || afterDigits(text, start) < text.length()) {
      return false;
    }
    try {
      return out.putLong(Long.parseLong(text));
    } catch (NumberFormatException doesNotFit) {
      return false;
    }
  }

  static boolean putFloat(String text, Evaluator out) {
    int end = afterNumber(text);
    if (end != NONE && end < text.length() && (text.charAt(end) | 0x20) == 'e') {
      int exponent = afterSign(text, end + 1);
      end = exponent == text.length() ? NONE : afterDigits(text, exponent);
    }
    if (end != text.length()) {
      return false;
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) && out.putDouble(number);
  }

  /** The number of a text without an exponent, or null if it is none or does not fit. */
  static BigDecimal decimal(String text, DecimalType type) {
    if (afterNumber(text) != text.length()) {
      return null;
    }
    int start = afterSign(text, 0);
    int point = afterDigits(text, start);
    int first = start;
    while (first < point && text.charAt(first) == '0') {
      first++;
    }
    if (point - first > DecimalType.MOST_DIGITS) {
      return null;
    }
    // One digit more than the type has decides how it is rounded.
    int end = Math.min(text.length(), point + 1 + type.scale() + 1);
    BigDecimal magnitude = new BigDecimal("0" + text.substring(first, end));
    return Decimals.fit(text.startsWith("-") ? magnitude.negate() : magnitude, type);
  }

  /** Where the sign, the digits and the point end, or {@link #NONE} if there is no digit. */
  private static int afterNumber(String text) {
    int start = afterSign(text, 0);
    int point = afterDigits(text, start);
    if (point == text.length() || text.charAt(point) != '.') {
      return point == start ? NONE : point;
    }
    int end = afterDigits(text, point + 1);
    return end - start == 1 ? NONE : end;
  }

  private static int afterSign(String text, int from) {
    boolean sign = from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+');
    return sign ? from + 1 : from;
  }

  private static int afterDigits(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }
}

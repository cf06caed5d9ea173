package dev.arabica.reference;

import dev.arabica.core.type.Type;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/** The text of a value. */
final class Printed {
  private static final long[] UNITS = {
    86_400_000_000L, 3_600_000_000L, 60_000_000L, 1_000_000L, 1_000L, 1L
  };
  private static final String[] UNIT_NAMES = {"d", "h", "m", "s", "ms", "us"};

  private Printed() {}

  static String of(Type type, Object value) {
    if (value instanceof Double number) {
      return number(number, type == Type.FLOAT32);
    }
    if (value instanceof byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
    if (value instanceof BigDecimal decimal) {
      return decimal.toPlainString();
    }
    if (type == Type.DATE) {
      return LocalDate.ofEpochDay((Long) value).toString();
    }
    if (type == Type.TIMESTAMP) {
      return instant((Long) value);
    }
    return type == Type.DURATION ? duration((Long) value) : value.toString();
  }

  private static String instant(long micros) {
    long second = 1_000_000;
    LocalDateTime time =
        LocalDateTime.ofEpochSecond(Math.floorDiv(micros, second), 0, ZoneOffset.UTC);
    String date = time.toLocalDate().toString();
    int seconds = time.toLocalTime().toSecondOfDay();
    return "%sT%02d:%02d:%02d.%06dZ"
        .formatted(
            date, seconds / 3600, seconds / 60 % 60, seconds % 60, Math.floorMod(micros, second));
  }

  private static String duration(long micros) {
    for (int i = 0; i < UNITS.length; i++) {
      if (micros != 0 && micros % UNITS[i] == 0) {
        return micros / UNITS[i] + UNIT_NAMES[i];
      }
    }
    return "0s";
  }

  /** With ever more digits, until they are enough. */
  private static String number(double value, boolean single) {
    if (value == 0 || !Double.isFinite(value)) {
      return Double.toString(value + 0.0);
    }
    int digits = 2;
    BigDecimal shown = new BigDecimal(value, context(digits));
    while (single
        ? Float.parseFloat(shown.toString()) != (float) value
        : Double.parseDouble(shown.toString()) != value) {
      digits++;
      shown = new BigDecimal(value, context(digits));
    }
    return plainOrScientific(shown);
  }

  private static MathContext context(int digits) {
    return new MathContext(digits, RoundingMode.HALF_EVEN);
  }

  private static String plainOrScientific(BigDecimal shown) {
    String all = shown.unscaledValue().abs().toString();
    int exponent = all.length() - 1 - shown.scale();
    String digits = all.replaceAll("0+$", "");
    String sign = shown.signum() < 0 ? "-" : "";
    if (exponent < -3 || exponent > 6) {
      String rest = digits.length() > 1 ? digits.substring(1) : "0";
      return sign + digits.charAt(0) + "." + rest + "E" + exponent;
    }
    if (exponent < 0) {
      return sign + "0." + "0".repeat(-exponent - 1) + digits;
    }
    String padded = digits + "0".repeat(Math.max(0, exponent + 2 - digits.length()));
    return sign + padded.substring(0, exponent + 1) + "." + padded.substring(exponent + 1);
  }
}

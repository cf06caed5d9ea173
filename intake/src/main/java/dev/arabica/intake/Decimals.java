package dev.arabica.intake;

import dev.arabica.core.type.Type;
import java.math.BigDecimal;

/** Reads decimals: what has more digits than the type, on either side of the point, is refused. */
final class Decimals {
  private static final int LONGEST_TEXT = 1_000;

  private Decimals() {}

  static BigDecimal parse(String text, Type.DecimalType type, String place) throws Rejection {
    if (text.length() > LONGEST_TEXT || !Texts.isDecimal(text)) {
      throw Rejection.wrongType(place, type, found(text));
    }
    BigDecimal fitted;
    try {
      fitted = fit(new BigDecimal(text), type);
    } catch (NumberFormatException e) {
      throw Rejection.wrongType(place, type, found(text));
    }
    if (fitted == null) {
      throw Rejection.wrongType(place, type, JsonValues.shorten(text) + ", which does not fit");
    }
    return fitted;
  }

  private static String found(String text) {
    return "\"" + JsonValues.shorten(text) + "\"";
  }

  /** The number at the type's scale, or null. An exponent is looked at before it is written out. */
  private static BigDecimal fit(BigDecimal number, Type.DecimalType type) {
    BigDecimal stripped = number.stripTrailingZeros();
    long whole = (long) stripped.precision() - stripped.scale();
    boolean fits =
        stripped.scale() <= type.scale() && whole <= (long) type.precision() - type.scale();
    return fits ? stripped.setScale(type.scale()) : null;
  }
}

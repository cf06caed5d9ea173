package dev.arabica.reference;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The double nearest to a fraction that is not negative, or to its square root, ties to the even
 * one.
 */
record NearestDouble(BigDecimal dividend, BigDecimal divisor, boolean root) {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  /**
   * A good guess, moved until the exact value lies between the middles to its neighbours; infinite
   * when it lies beyond the last of them.
   */
  double find() {
    double best = Math.min(guess(), Double.MAX_VALUE);
    while (best > 0 && isElsewhere(best, -toMiddleAbove(Math.nextDown(best)))) {
      best = Math.nextDown(best);
    }
    while (best <= Double.MAX_VALUE && isElsewhere(best, toMiddleAbove(best))) {
      best = Math.nextUp(best);
    }
    return best;
  }

  private double guess() {
    BigDecimal quotient = dividend.divide(divisor, MathContext.DECIMAL128);
    return (root ? quotient.sqrt(MathContext.DECIMAL128) : quotient).doubleValue();
  }

  /** Whether the value is beyond the middle, or on it where the double is not even. */
  private static boolean isElsewhere(double from, int order) {
    return order > 0 || order == 0 && Double.doubleToLongBits(from) % 2 != 0;
  }

  /** How the exact value compares to the middle between a double and the next. */
  private int toMiddleAbove(double value) {
    BigDecimal gap = new BigDecimal(Math.ulp(value));
    BigDecimal middle = new BigDecimal(value).add(gap.divide(TWO));
    return dividend.compareTo(divisor.multiply(root ? middle.pow(2) : middle));
  }
}

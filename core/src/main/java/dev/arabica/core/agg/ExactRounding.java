package dev.arabica.core.agg;

import java.math.BigInteger;

/** Rounds exact rational numbers to the nearest double, ties to even, subnormals included. */
final class ExactRounding {
  private static final int PRECISION = 53;
  private static final int MIN_EXPONENT = -1022;
  private static final int MAX_EXPONENT = 1023;

  private ExactRounding() {}

  /** The double nearest to {@code mantissa * 2^exponent}; infinite when it is too large. */
  static double toDouble(BigInteger mantissa, int exponent) {
    return mantissa.signum() * roundMagnitude(mantissa.abs(), exponent, false);
  }

  /** The double nearest to {@code mantissa * 2^exponent / divisor}; {@code divisor} is positive. */
  static double quotient(BigInteger mantissa, int exponent, BigInteger divisor) {
    BigInteger magnitude = mantissa.abs();
    // Enough bits that the quotient holds the precision, a guard bit and more; the rest is only
    // "sticky".
    int shift = Math.max(0, PRECISION + 12 + divisor.bitLength() - magnitude.bitLength());
    BigInteger[] parts = magnitude.shiftLeft(shift).divideAndRemainder(divisor);
    return mantissa.signum() * roundMagnitude(parts[0], exponent - shift, parts[1].signum() != 0);
  }

  /**
   * The double nearest to the square root of {@code mantissa * 2^exponent / divisor}, where the
   * exponent is even, the mantissa not negative and the divisor positive.
   */
  static double squareRoot(BigInteger mantissa, int exponent, BigInteger divisor) {
    // As above, twice over; even, so that its root is a power of two. What is too much is dropped,
    // as the root of a long number takes long.
    int missing = 2 * (PRECISION + 12) + divisor.bitLength() - mantissa.bitLength();
    int shift = missing + (missing & 1);
    boolean dropped = shift < 0 && mantissa.getLowestSetBit() < -shift;
    BigInteger[] parts = mantissa.shiftLeft(shift).divideAndRemainder(divisor);
    BigInteger[] root = parts[0].sqrtAndRemainder();
    boolean sticky = dropped || parts[1].signum() != 0 || root[1].signum() != 0;
    return roundMagnitude(root[0], (exponent - shift) / 2, sticky);
  }

  private static double roundMagnitude(BigInteger magnitude, int exponent, boolean sticky) {
    if (magnitude.signum() == 0) {
      return 0.0;
    }
    int leading = magnitude.bitLength() - 1 + exponent;
    if (leading > MAX_EXPONENT) {
      return Double.POSITIVE_INFINITY;
    }
    int precision = leading >= MIN_EXPONENT ? PRECISION : PRECISION - (MIN_EXPONENT - leading);
    int drop = magnitude.bitLength() - precision;
    if (drop <= 0) {
      return scale(magnitude.longValueExact(), exponent);
    }
    if (precision < 0) {
      return 0.0;
    }
    long kept = magnitude.shiftRight(drop).longValueExact();
    boolean half = magnitude.testBit(drop - 1);
    boolean beyondHalf = sticky || magnitude.getLowestSetBit() < drop - 1;
    boolean up = half && (beyondHalf || (kept & 1) == 1);
    return scale(up ? kept + 1 : kept, exponent + drop);
  }

  /**
   * {@code value * 2^exponent}, exact where the caller has rounded; in two steps, since one power
   * can underflow.
   */
  private static double scale(long value, int exponent) {
    return Math.scalb(Math.scalb((double) value, exponent / 2), exponent - exponent / 2);
  }
}

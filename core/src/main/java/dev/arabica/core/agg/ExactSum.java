package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.math.BigInteger;

/**
 * An exact sum of finite doubles: a fixed-point number wide enough for every double and 2^60
 * additions, held as limbs of 32 bits in longs, with the carries postponed. After Neal, "Fast exact
 * summation using small and large superaccumulators", 2015. Addition is exact, hence associative
 * and commutative; only {@link #toDouble} rounds.
 *
 * <p>Limb {@code i} weighs {@code 2^(32 i - 1074)}. The canonical bytes are the sign and the limbs
 * of the magnitude from the lowest to the highest that is not zero.
 */
final class ExactSum {
  private static final int LIMB_BITS = 32;
  private static final long LIMB_MASK = 0xFFFF_FFFFL;
  private static final int LOWEST_EXPONENT = -1074;

  /** 2046 + 53 bits of doubles, and more than 64 bits of head room. */
  private static final int LIMBS = 70;

  /** Each addition moves a limb by less than 2^32, so that this many leave it below 2^60. */
  private static final int MAX_POSTPONED = 1 << 28;

  private final long[] limbs = new long[LIMBS];
  private int postponed;

  void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    int biased = (int) (bits >>> 52) & 0x7FF;
    long mantissa = bits & ((1L << 52) - 1) | (biased == 0 ? 0 : 1L << 52);
    int position = Math.max(biased, 1) - 1;
    long sign = bits >> 63;
    int limb = position / LIMB_BITS;
    int shift = position % LIMB_BITS;
    long low = (mantissa & LIMB_MASK) << shift;
    long high = (mantissa >>> LIMB_BITS) << shift;
    addSigned(limb, low & LIMB_MASK, sign);
    addSigned(limb + 1, (low >>> LIMB_BITS) + (high & LIMB_MASK), sign);
    addSigned(limb + 2, high >>> LIMB_BITS, sign);
    // The middle limb takes up to 2^33.
    postponed += 2;
    if (postponed >= MAX_POSTPONED) {
      normalise();
    }
  }

  void add(ExactSum other) {
    normalise();
    for (int i = 0; i < LIMBS; i++) {
      limbs[i] += other.limbs[i];
    }
    // `other` may hold limbs up to 2^60; ours must be small again before anything is added.
    normalise();
  }

  boolean isZero() {
    normalise();
    for (long limb : limbs) {
      if (limb != 0) {
        return false;
      }
    }
    return true;
  }

  /** The nearest double, ties to even; infinite when the exact sum is beyond every double. */
  double toDouble() {
    return ExactRounding.toDouble(mantissa(), LOWEST_EXPONENT);
  }

  /** The double nearest to the sum divided by {@code count}. */
  double dividedBy(long count) {
    return ExactRounding.quotient(mantissa(), LOWEST_EXPONENT, BigInteger.valueOf(count));
  }

  void encode(ByteWriter out) {
    long[] magnitude = copy().normalisedMagnitude();
    boolean negative = isNegative();
    int first = 0;
    int end = LIMBS;
    while (end > 0 && magnitude[end - 1] == 0) {
      end--;
    }
    while (first < end && magnitude[first] == 0) {
      first++;
    }
    out.writeByte(end - first);
    if (end > first) {
      out.writeByte(negative ? 1 : 0);
      out.writeByte(first);
    }
    for (int i = first; i < end; i++) {
      out.writeInt((int) magnitude[i]);
    }
  }

  static ExactSum decode(ByteReader in) {
    ExactSum sum = new ExactSum();
    int count = in.readByte();
    if (count == 0) {
      return sum;
    }
    int sign = in.readByte();
    int first = in.readByte();
    if (sign > 1 || first + count > LIMBS) {
      throw new CorruptBytesException(
          "an exact sum of " + count + " limbs from " + first + " with sign " + sign);
    }
    for (int i = first; i < first + count; i++) {
      long limb = in.readInt() & LIMB_MASK;
      sum.limbs[i] = sign == 1 ? -limb : limb;
    }
    if (sum.limbs[first] == 0 || sum.limbs[first + count - 1] == 0) {
      throw new CorruptBytesException("an exact sum that is not in its canonical form");
    }
    sum.normalise();
    return sum;
  }

  private ExactSum copy() {
    ExactSum copy = new ExactSum();
    System.arraycopy(limbs, 0, copy.limbs, 0, LIMBS);
    return copy;
  }

  private void addSigned(int limb, long amount, long sign) {
    limbs[limb] += (amount ^ sign) - sign;
  }

  /** Carries up, so that every limb but the last is in [0, 2^32) and the last holds the sign. */
  private void normalise() {
    long carry = 0;
    for (int i = 0; i < LIMBS - 1; i++) {
      long limb = limbs[i] + carry;
      limbs[i] = limb & LIMB_MASK;
      carry = limb >> LIMB_BITS;
    }
    limbs[LIMBS - 1] += carry;
    postponed = 0;
  }

  private boolean isNegative() {
    normalise();
    return limbs[LIMBS - 1] < 0;
  }

  /** Turns this sum into its magnitude and gives the limbs away. */
  private long[] normalisedMagnitude() {
    if (isNegative()) {
      for (int i = 0; i < LIMBS; i++) {
        limbs[i] = -limbs[i];
      }
      normalise();
    }
    return limbs;
  }

  private BigInteger mantissa() {
    long[] magnitude = copy().normalisedMagnitude();
    byte[] bytes = new byte[LIMBS * 4];
    for (int i = 0; i < LIMBS; i++) {
      int at = bytes.length - 4 * (i + 1);
      bytes[at] = (byte) (magnitude[i] >>> 24);
      bytes[at + 1] = (byte) (magnitude[i] >>> 16);
      bytes[at + 2] = (byte) (magnitude[i] >>> 8);
      bytes[at + 3] = (byte) magnitude[i];
    }
    return new BigInteger(isNegative() ? -1 : 1, bytes);
  }
}

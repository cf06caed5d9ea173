package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.math.BigInteger;

/**
 * An exact sum of finite doubles, or of their squares: a fixed-point number wide enough for every
 * one of them and 2^60 additions, held as limbs of 32 bits in longs, with the carries postponed.
 * After Neal, "Fast exact summation using small and large superaccumulators", 2015. Addition is
 * exact, hence associative and commutative; only {@link #toDouble} rounds.
 *
 * <p>Limb {@code i} weighs {@code 2^(32 i + unit)}, where the unit is the exponent of the least
 * double, -1074, or of its square. The canonical bytes are the sign and the limbs of the magnitude
 * from the lowest to the highest that is not zero.
 */
final class ExactSum {
  private static final int LIMB_BITS = 32;
  private static final long LIMB_MASK = 0xFFFF_FFFFL;
  private static final long FRACTION_MASK = (1L << 52) - 1;

  /** The exponent of the least double, and of its square. */
  static final int UNIT = -1074;

  static final int SQUARE_UNIT = 2 * UNIT;

  /** 2046 + 53 bits of doubles, and more than 64 bits of head room. */
  private static final int LIMBS = 70;

  /** 2 * 2046 + 106 bits of their squares, and more than 64 bits of head room. */
  private static final int SQUARE_LIMBS = 136;

  /** Each addition moves a limb by less than 2^32, so that this many leave it below 2^60. */
  private static final int MAX_POSTPONED = 1 << 28;

  private final long[] limbs;
  private final int unit;
  private int postponed;

  ExactSum() {
    this(LIMBS, UNIT);
  }

  private ExactSum(int limbs, int unit) {
    this.limbs = new long[limbs];
    this.unit = unit;
  }

  /** A sum of squares, to be used with {@link #addSquare} alone. */
  static ExactSum ofSquares() {
    return new ExactSum(SQUARE_LIMBS, SQUARE_UNIT);
  }

  void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long mantissa = mantissa(bits);
    int position = position(bits);
    long sign = bits >> 63;
    int limb = position / LIMB_BITS;
    int shift = position % LIMB_BITS;
    long low = (mantissa & LIMB_MASK) << shift;
    long high = (mantissa >>> LIMB_BITS) << shift;
    addSigned(limb, low & LIMB_MASK, sign);
    addSigned(limb + 1, (low >>> LIMB_BITS) + (high & LIMB_MASK), sign);
    addSigned(limb + 2, high >>> LIMB_BITS, sign);
    postpone();
  }

  /** Adds {@code value * value} as it is before any rounding: 106 bits. */
  void addSquare(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long mantissa = mantissa(bits);
    int position = 2 * position(bits);
    addShifted(position / LIMB_BITS, mantissa * mantissa, position % LIMB_BITS);
    addShifted(
        position / LIMB_BITS + 2, Math.multiplyHigh(mantissa, mantissa), position % LIMB_BITS);
    postpone();
  }

  /** Adds 64 unsigned bits, shifted by less than a limb. */
  private void addShifted(int limb, long amount, int shift) {
    long low = (amount & LIMB_MASK) << shift;
    long high = (amount >>> LIMB_BITS) << shift;
    limbs[limb] += low & LIMB_MASK;
    limbs[limb + 1] += (low >>> LIMB_BITS) + (high & LIMB_MASK);
    limbs[limb + 2] += high >>> LIMB_BITS;
  }

  private static long mantissa(long bits) {
    return bits & FRACTION_MASK | (biased(bits) == 0 ? 0 : 1L << 52);
  }

  /** How many bits the mantissa stands above the unit. */
  private static int position(long bits) {
    return Math.max(biased(bits), 1) - 1;
  }

  private static int biased(long bits) {
    return (int) (bits >>> 52) & 0x7FF;
  }

  /** Counts an addition, which gives one limb up to 2^33. */
  private void postpone() {
    postponed += 2;
    if (postponed >= MAX_POSTPONED) {
      normalise();
    }
  }

  void add(ExactSum other) {
    normalise();
    for (int i = 0; i < limbs.length; i++) {
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
    return ExactRounding.toDouble(units(), unit);
  }

  /** The double nearest to the sum divided by {@code count}. */
  double dividedBy(long count) {
    return ExactRounding.quotient(units(), unit, BigInteger.valueOf(count));
  }

  void encode(ByteWriter out) {
    long[] magnitude = copy().normalisedMagnitude();
    boolean negative = isNegative();
    int first = 0;
    int end = limbs.length;
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
    return new ExactSum().read(in);
  }

  static ExactSum decodeSquares(ByteReader in) {
    ExactSum sum = ofSquares().read(in);
    if (sum.isNegative()) {
      throw new CorruptBytesException("a negative sum of squares");
    }
    return sum;
  }

  private ExactSum read(ByteReader in) {
    int count = in.readByte();
    if (count == 0) {
      return this;
    }
    int sign = in.readByte();
    int first = in.readByte();
    if (sign > 1 || first + count > limbs.length) {
      throw new CorruptBytesException(
          "an exact sum of " + count + " limbs from " + first + " with sign " + sign);
    }
    for (int i = first; i < first + count; i++) {
      long limb = in.readInt() & LIMB_MASK;
      limbs[i] = sign == 1 ? -limb : limb;
    }
    if (limbs[first] == 0 || limbs[first + count - 1] == 0) {
      throw new CorruptBytesException("an exact sum that is not in its canonical form");
    }
    normalise();
    return this;
  }

  private ExactSum copy() {
    ExactSum copy = new ExactSum(limbs.length, unit);
    System.arraycopy(limbs, 0, copy.limbs, 0, limbs.length);
    return copy;
  }

  private void addSigned(int limb, long amount, long sign) {
    limbs[limb] += (amount ^ sign) - sign;
  }

  /** Carries up, so that every limb but the last is in [0, 2^32) and the last holds the sign. */
  private void normalise() {
    long carry = 0;
    for (int i = 0; i < limbs.length - 1; i++) {
      long limb = limbs[i] + carry;
      limbs[i] = limb & LIMB_MASK;
      carry = limb >> LIMB_BITS;
    }
    limbs[limbs.length - 1] += carry;
    postponed = 0;
  }

  private boolean isNegative() {
    normalise();
    return limbs[limbs.length - 1] < 0;
  }

  /** Turns this sum into its magnitude and gives the limbs away. */
  private long[] normalisedMagnitude() {
    if (isNegative()) {
      for (int i = 0; i < limbs.length; i++) {
        limbs[i] = -limbs[i];
      }
      normalise();
    }
    return limbs;
  }

  /** The sum as a multiple of {@code 2^unit}. */
  BigInteger units() {
    long[] magnitude = copy().normalisedMagnitude();
    byte[] bytes = new byte[limbs.length * 4];
    for (int i = 0; i < limbs.length; i++) {
      int at = bytes.length - 4 * (i + 1);
      bytes[at] = (byte) (magnitude[i] >>> 24);
      bytes[at + 1] = (byte) (magnitude[i] >>> 16);
      bytes[at + 2] = (byte) (magnitude[i] >>> 8);
      bytes[at + 3] = (byte) magnitude[i];
    }
    return new BigInteger(isNegative() ? -1 : 1, bytes);
  }
}

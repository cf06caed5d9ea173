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
 * double, -1074, or of its square. Only the limbs around those that were met are held, which are
 * six or so for numbers of everyday sizes. The canonical bytes are the sign and the limbs of the
 * magnitude from the lowest to the highest that is not zero.
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

  /** How many bits of a sum are looked at to round it; a long holds so many without a sign. */
  private static final int LEADING_BITS = 63;

  /** How many limbs hold whatever is carried out of the top one. */
  private static final int CARRIED = 2;

  /** How many limbs an addition touches. */
  private static final int TOUCHED = 3;

  /** An addition moves a limb by less than 2^33, so that this many leave it below 2^61. */
  private static final int MAX_POSTPONED = 1 << 28;

  private final int unit;
  private final int mostLimbs;

  /** The limbs from number {@link #first} on; those outside are zero. */
  private long[] limbs = {};

  private int first;
  private int postponed;

  ExactSum() {
    this(LIMBS, UNIT);
  }

  private ExactSum(int mostLimbs, int unit) {
    this.mostLimbs = mostLimbs;
    this.unit = unit;
  }

  /** A sum of squares, to be used with {@link #addSquare} alone. */
  static ExactSum ofSquares() {
    return new ExactSum(SQUARE_LIMBS, SQUARE_UNIT);
  }

  void add(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long mantissa = mantissa(bits);
    if (mantissa == 0) {
      return;
    }
    int position = position(bits);
    long sign = bits >> 63;
    int shift = position % LIMB_BITS;
    long low = (mantissa & LIMB_MASK) << shift;
    long high = (mantissa >>> LIMB_BITS) << shift;
    int at = room(position / LIMB_BITS, TOUCHED);
    limbs[at] += withSign(low & LIMB_MASK, sign);
    limbs[at + 1] += withSign((low >>> LIMB_BITS) + (high & LIMB_MASK), sign);
    limbs[at + 2] += withSign(high >>> LIMB_BITS, sign);
    postpone(1);
  }

  private static long withSign(long amount, long sign) {
    return (amount ^ sign) - sign;
  }

  /** Adds {@code value * value} as it is before any rounding: 106 bits. */
  void addSquare(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long mantissa = mantissa(bits);
    if (mantissa == 0) {
      return;
    }
    int position = 2 * position(bits);
    int shift = position % LIMB_BITS;
    int at = room(position / LIMB_BITS, TOUCHED + 2);
    addShifted(at, mantissa * mantissa, shift);
    addShifted(at + 2, Math.multiplyHigh(mantissa, mantissa), shift);
    postpone(2);
  }

  /** Adds 64 unsigned bits, shifted by less than a limb. */
  private void addShifted(int at, long amount, int shift) {
    long low = (amount & LIMB_MASK) << shift;
    long high = (amount >>> LIMB_BITS) << shift;
    limbs[at] += low & LIMB_MASK;
    limbs[at + 1] += (low >>> LIMB_BITS) + (high & LIMB_MASK);
    limbs[at + 2] += high >>> LIMB_BITS;
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

  /** Where a limb is held, after room was made for it and those above it. */
  private int room(int limb, int count) {
    if (limb < first || limb + count > first + limbs.length) {
      grow(limb, limb + count);
    }
    return limb - first;
  }

  /** One limb more than is needed on either side, since the next number is of similar size. */
  private void grow(int from, int to) {
    boolean isNew = limbs.length == 0;
    int newFirst = Math.max(0, isNew ? from - 1 : Math.min(first, from));
    int newEnd = Math.min(mostLimbs, Math.max(isNew ? 0 : first + limbs.length, to + 1));
    long[] wider = new long[newEnd - newFirst];
    if (!isNew) {
      System.arraycopy(limbs, 0, wider, first - newFirst, limbs.length);
    }
    limbs = wider;
    first = newFirst;
  }

  private void postpone(int additions) {
    postponed += additions;
    if (postponed >= MAX_POSTPONED) {
      normalise();
    }
  }

  /** Carries up, so that every limb is small again. */
  private void normalise() {
    long carry = carry(limbs);
    if (carry != 0 && carry != -1) {
      // Room at the top, of which a sum so long in the making has enough.
      int end = first + limbs.length;
      grow(end, end);
      limbs[end - first] = carry;
    } else {
      limbs[limbs.length - 1] += carry << LIMB_BITS;
    }
    postponed = 0;
  }

  /**
   * Brings limbs into [0, 2^32).
   *
   * @return what is left above them: the sign, if they are wide enough
   */
  private static long carry(long[] limbs) {
    long carry = 0;
    for (int i = 0; i < limbs.length; i++) {
      long limb = limbs[i] + carry;
      limbs[i] = limb & LIMB_MASK;
      carry = limb >> LIMB_BITS;
    }
    return carry;
  }

  void add(ExactSum other) {
    if (other.limbs.length == 0) {
      return;
    }
    int at = room(other.first, other.limbs.length);
    for (int i = 0; i < other.limbs.length; i++) {
      limbs[at + i] += other.limbs[i];
    }
    postpone(other.postponed + 1);
  }

  // What follows reads only, so that several threads may: the limbs are normalised as they pass by.

  /** -1 if the sum is negative, else 0. */
  private long sign() {
    long carry = 0;
    for (long limb : limbs) {
      carry = limb + carry >> LIMB_BITS;
    }
    return carry < 0 ? -1 : 0;
  }

  /** How many limbs the magnitude has, counted from the lowest that is held. */
  private int end(long sign) {
    int end = 0;
    long carry = 0;
    for (int i = 0; i < limbs.length + CARRIED; i++) {
      carry += withSign(held(i), sign);
      end = (carry & LIMB_MASK) == 0 ? end : i + 1;
      carry >>= LIMB_BITS;
    }
    return end;
  }

  /** The position of the lowest limb of the magnitude that is not zero. */
  private int start(long sign, int end) {
    long carry = 0;
    for (int i = 0; i < end; i++) {
      carry += withSign(held(i), sign);
      if ((carry & LIMB_MASK) != 0) {
        return i;
      }
      carry >>= LIMB_BITS;
    }
    return end;
  }

  /** A limb by its position in the array, beyond which there is zero. */
  private long held(int at) {
    return at < limbs.length ? limbs[at] : 0;
  }

  /** The nearest double, ties to even; infinite when the exact sum is beyond every double. */
  double toDouble() {
    long sign = sign();
    int end = end(sign);
    if (end == 0) {
      return 0;
    }
    long top = 0;
    long middle = 0;
    long low = 0;
    long below = 0;
    long carry = 0;
    for (int i = 0; i < end; i++) {
      below |= low;
      low = middle;
      middle = top;
      carry += withSign(held(i), sign);
      top = carry & LIMB_MASK;
      carry >>= LIMB_BITS;
    }
    double rounded = round(top, middle, low, below, first + end - 1);
    return sign == 0 ? rounded : -rounded;
  }

  /**
   * The double nearest to a magnitude, of which the highest three limbs are given.
   *
   * @param below not zero if any further limb is not
   * @param limb the number of the highest
   */
  private double round(long top, long middle, long low, long below, int limb) {
    int topBits = Long.SIZE - Long.numberOfLeadingZeros(top);
    int left = LEADING_BITS - LIMB_BITS - topBits;
    long high = top << LIMB_BITS | middle;
    long leading = left >= 0 ? high << left | low << left >>> LIMB_BITS : high >>> -left;
    long rest = below | (left >= 0 ? low << left & LIMB_MASK : low | high & 1);
    // A long rounds to the nearest double, also where its last bit stands for all that follow. A
    // subnormal sum has no more bits than its double, so that the power of two rounds nothing.
    int exponent = limb * LIMB_BITS + topBits - LEADING_BITS + unit;
    return Math.scalb((double) (leading | (rest == 0 ? 0 : 1)), exponent);
  }

  /** The double nearest to the sum divided by {@code count}. */
  double dividedBy(long count) {
    return ExactRounding.quotient(units(), unit, BigInteger.valueOf(count));
  }

  /** How many limbs; if any, the sign, the number of the first, and each. Null is zero. */
  static void encode(ExactSum sumOrNull, ByteWriter out) {
    if (sumOrNull == null) {
      out.writeByte(0);
    } else {
      sumOrNull.encode(out);
    }
  }

  private void encode(ByteWriter out) {
    long sign = sign();
    int end = end(sign);
    int start = start(sign, end);
    out.writeByte(end - start);
    if (end > start) {
      out.writeByte(sign == 0 ? 0 : 1);
      out.writeByte(first + start);
    }
    long carry = 0;
    for (int i = 0; i < end; i++) {
      carry += withSign(held(i), sign);
      if (i >= start) {
        out.writeInt((int) carry);
      }
      carry >>= LIMB_BITS;
    }
  }

  /** Adds a sum as {@link #encode} wrote it. */
  void addEncoded(ByteReader in) {
    int count = in.readByte();
    if (count == 0) {
      return;
    }
    int sign = in.readByte();
    int from = in.readByte();
    if (sign > (unit == UNIT ? 1 : 0) || from + count > mostLimbs) {
      throw new CorruptBytesException(
          "an exact sum of " + count + " limbs from " + from + " with sign " + sign);
    }
    int at = room(from, count);
    for (int i = 0; i < count; i++) {
      long limb = in.readInt() & LIMB_MASK;
      if (limb == 0 && (i == 0 || i == count - 1)) {
        throw new CorruptBytesException("an exact sum that is not in its canonical form");
      }
      limbs[at + i] += sign == 1 ? -limb : limb;
    }
    postpone(1);
  }

  /** The sum as a multiple of {@code 2^unit}. */
  BigInteger units() {
    long sign = sign();
    byte[] bytes = new byte[(limbs.length + CARRIED) * Integer.BYTES];
    long carry = 0;
    for (int at = bytes.length - 1; at >= 0; at--) {
      int fromLowest = bytes.length - 1 - at;
      carry +=
          fromLowest % Integer.BYTES == 0 ? withSign(held(fromLowest / Integer.BYTES), sign) : 0;
      bytes[at] = (byte) carry;
      carry >>= Byte.SIZE;
    }
    return new BigInteger(sign == 0 ? 1 : -1, bytes).shiftLeft(LIMB_BITS * first);
  }
}

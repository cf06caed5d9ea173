package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import java.math.BigInteger;
import java.util.Arrays;

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

  /** The limbs of the magnitude, with the sign apart. */
  private record Magnitude(boolean negative, int first, long[] limbs) {
    /** Limbs from the lowest to the highest that is not zero; none for zero. */
    Magnitude trimmed() {
      int end = limbs.length;
      while (end > 0 && limbs[end - 1] == 0) {
        end--;
      }
      int start = 0;
      while (start < end && limbs[start] == 0) {
        start++;
      }
      return new Magnitude(negative, first + start, Arrays.copyOfRange(limbs, start, end));
    }
  }

  /** Reads only, so that several threads may. */
  private Magnitude magnitude() {
    // Two limbs more hold whatever is carried out of the top one.
    long[] copy = Arrays.copyOf(limbs, limbs.length + 2);
    boolean negative = carry(copy) < 0;
    if (negative) {
      copy = Arrays.copyOf(limbs, limbs.length + 2);
      for (int i = 0; i < copy.length; i++) {
        copy[i] = -copy[i];
      }
      carry(copy);
    }
    return new Magnitude(negative, first, copy).trimmed();
  }

  /** The nearest double, ties to even; infinite when the exact sum is beyond every double. */
  double toDouble() {
    Magnitude sum = magnitude();
    if (sum.limbs.length == 0) {
      return 0;
    }
    int top = sum.limbs.length - 1;
    int topBits = Long.SIZE - Long.numberOfLeadingZeros(sum.limbs[top]);
    // A long rounds to the nearest double, also where its last bit stands for all that follow. A
    // subnormal sum has no more bits than its double, so that the power of two rounds nothing.
    int exponent = (sum.first + top) * LIMB_BITS + topBits - LEADING_BITS + unit;
    double rounded = Math.scalb((double) leading(sum.limbs, topBits), exponent);
    return sum.negative ? -rounded : rounded;
  }

  /** The leading bits; the last of them is set also if any below is. */
  private static long leading(long[] limbs, int topBits) {
    int top = limbs.length - 1;
    long low = limb(limbs, top - 2);
    long high = limbs[top] << LIMB_BITS | limb(limbs, top - 1);
    int left = LEADING_BITS - LIMB_BITS - topBits;
    long leading = left >= 0 ? high << left | low << left >>> LIMB_BITS : high >>> -left;
    long below = left >= 0 ? low << left & LIMB_MASK : low | high & 1;
    for (int i = 0; i < top - 2; i++) {
      below |= limbs[i];
    }
    return leading | (below == 0 ? 0 : 1);
  }

  private static long limb(long[] limbs, int at) {
    return at < 0 ? 0 : limbs[at];
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
    Magnitude sum = magnitude();
    out.writeByte(sum.limbs.length);
    if (sum.limbs.length > 0) {
      out.writeByte(sum.negative ? 1 : 0);
      out.writeByte(sum.first);
    }
    for (long limb : sum.limbs) {
      out.writeInt((int) limb);
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
    Magnitude sum = magnitude();
    byte[] bytes = new byte[sum.limbs.length * 4];
    for (int i = 0; i < sum.limbs.length; i++) {
      int at = bytes.length - 4 * (i + 1);
      bytes[at] = (byte) (sum.limbs[i] >>> 24);
      bytes[at + 1] = (byte) (sum.limbs[i] >>> 16);
      bytes[at + 2] = (byte) (sum.limbs[i] >>> 8);
      bytes[at + 3] = (byte) sum.limbs[i];
    }
    return new BigInteger(sum.negative ? -1 : 1, bytes).shiftLeft(LIMB_BITS * sum.first);
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.math.BigInteger;

/**
 * The sum or the average of integers: a count and a 128-bit two's complement sum, which 2^64 events
 * of any int64 cannot overflow. Exact, invertible.
 */
record IntSum(boolean average, int count, int high, int low) implements Aggregator {
  /** Integers up to here are doubles exactly, so that one division rounds correctly. */
  private static final long EXACT_DOUBLE = 1L << 53;

  private static final int LONG_WIDTH = 0;
  private static final int WIDE = 1;

  IntSum(Layout layout, boolean average) {
    this(average, layout.word(), layout.word(), layout.word());
  }

  @Override
  public void add(Rep rep, Input input) {
    long value = input.longValue();
    plus(rep, 1, value >> 63, value);
  }

  @Override
  public void combine(Rep target, Rep other) {
    plus(target, other.get(count), other.get(high), other.get(low));
  }

  private void plus(Rep rep, long otherCount, long otherHigh, long otherLow) {
    long sum = rep.get(low) + otherLow;
    long carry = Long.compareUnsigned(sum, otherLow) < 0 ? 1 : 0;
    rep.add(count, otherCount);
    rep.set(low, sum);
    rep.add(high, otherHigh + carry);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return count(rep) == 0;
  }

  long count(Rep rep) {
    return rep.get(count);
  }

  BigInteger sum(Rep rep) {
    return BigInteger.valueOf(rep.get(high))
        .shiftLeft(64)
        .add(new BigInteger(Long.toUnsignedString(rep.get(low))));
  }

  private boolean fitsLong(Rep rep) {
    return rep.get(high) == rep.get(low) >> 63;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (average) {
      finishAverage(rep, out, column);
    } else if (fitsLong(rep)) {
      out.setLong(column, rep.get(low));
    } else {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    return FeatureStatus.OK;
  }

  private void finishAverage(Rep rep, Row out, int column) {
    long n = count(rep);
    long sum = rep.get(low);
    if (n == 0) {
      out.setNull(column);
    } else if (fitsLong(rep) && isExactDouble(sum) && n <= EXACT_DOUBLE) {
      out.setDouble(column, (double) sum / n);
    } else {
      out.setDouble(column, ExactRounding.quotient(sum(rep), 0, BigInteger.valueOf(n)));
    }
  }

  private static boolean isExactDouble(long value) {
    return -EXACT_DOUBLE <= value && value <= EXACT_DOUBLE;
  }

  /**
   * Count, then (unless it is zero) the sum: as one zigzag varint where it fits a long, else as 16
   * bytes.
   */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(count(rep));
    if (count(rep) == 0) {
      return;
    }
    if (fitsLong(rep)) {
      out.writeByte(LONG_WIDTH);
      out.writeSignedVarint(rep.get(low));
    } else {
      out.writeByte(WIDE);
      out.writeLong(rep.get(high));
      out.writeLong(rep.get(low));
    }
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    combineSome(target, other);
  }

  /** Combines, and tells whether there was anything. */
  boolean combineSome(Rep target, ByteReader other) {
    long otherCount = other.readCount();
    if (otherCount == 0) {
      return false;
    }
    int width = other.readByte();
    if (width == LONG_WIDTH) {
      long value = other.readSignedVarint();
      plus(target, otherCount, value >> 63, value);
    } else {
      combineWide(target, otherCount, width, other);
    }
    return true;
  }

  private void combineWide(Rep target, long otherCount, int width, ByteReader other) {
    if (width != WIDE) {
      throw new CorruptBytesException("a sum of unknown width " + width);
    }
    long otherHigh = other.readLong();
    long otherLow = other.readLong();
    if (otherHigh == otherLow >> 63) {
      throw new CorruptBytesException("a sum that is not in its canonical form");
    }
    plus(target, otherCount, otherHigh, otherLow);
  }
}

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
final class IntSum implements Aggregator<IntSum.Rep> {
  /** Integers up to here are doubles exactly, so that one division rounds correctly. */
  private static final long EXACT_DOUBLE = 1L << 53;

  private final boolean average;

  IntSum(boolean average) {
    this.average = average;
  }

  static final class Rep {
    long count;
    long high;
    long low;

    void plus(long otherHigh, long otherLow) {
      low += otherLow;
      high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
    }

    boolean fitsLong() {
      return high == low >> 63;
    }

    BigInteger sum() {
      return BigInteger.valueOf(high).shiftLeft(64).add(new BigInteger(Long.toUnsignedString(low)));
    }
  }

  @Override
  public Rep identity() {
    return new Rep();
  }

  @Override
  public void add(Rep rep, Input input) {
    long value = input.longValue();
    rep.count++;
    rep.plus(value >> 63, value);
  }

  @Override
  public void combine(Rep target, Rep other) {
    target.count += other.count;
    target.plus(other.high, other.low);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.count == 0;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (average) {
      finishAverage(rep, out, column);
    } else if (rep.fitsLong()) {
      out.setLong(column, rep.low);
    } else {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    return FeatureStatus.OK;
  }

  private static void finishAverage(Rep rep, Row out, int column) {
    if (rep.count == 0) {
      out.setNull(column);
    } else if (rep.fitsLong()
        && Math.abs(rep.low) <= EXACT_DOUBLE
        && rep.low != Long.MIN_VALUE
        && rep.count <= EXACT_DOUBLE) {
      out.setDouble(column, (double) rep.low / rep.count);
    } else {
      out.setDouble(column, ExactRounding.quotient(rep.sum(), 0, BigInteger.valueOf(rep.count)));
    }
  }

  /**
   * Count, then (unless it is zero) the sum: as one zigzag varint where it fits a long, else as 16
   * bytes.
   */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(rep.count);
    if (rep.count == 0) {
      return;
    }
    out.writeByte(rep.fitsLong() ? 0 : 1);
    if (rep.fitsLong()) {
      out.writeSignedVarint(rep.low);
    } else {
      out.writeLong(rep.high);
      out.writeLong(rep.low);
    }
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = new Rep();
    rep.count = in.readVarint();
    if (rep.count == 0) {
      return rep;
    }
    int width = in.readByte();
    if (width > 1) {
      throw new CorruptBytesException("a sum of unknown width " + width);
    }
    if (width == 0) {
      rep.low = in.readSignedVarint();
      rep.high = rep.low >> 63;
    } else {
      rep.high = in.readLong();
      rep.low = in.readLong();
    }
    if (rep.count < 0 || (width == 1 && rep.fitsLong())) {
      throw new CorruptBytesException("a sum that is not in its canonical form");
    }
    return rep;
  }
}

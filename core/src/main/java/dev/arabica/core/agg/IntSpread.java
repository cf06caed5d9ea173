package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.math.BigInteger;

/**
 * The variance or standard deviation of integers: what {@link IntSum} keeps, and the sum of squares
 * in 192 bits, which 2^64 events of any int64 cannot overflow. Exact, invertible.
 */
record IntSpread(Spread spread, IntSum sum, int high, int middle, int low) implements Aggregator {
  private static final int SQUARE_BYTES = 24;

  IntSpread(Layout layout, Spread spread) {
    this(spread, new IntSum(layout, false), layout.word(), layout.word(), layout.word());
  }

  @Override
  public void add(Rep rep, Input input) {
    sum.add(rep, input);
    long value = input.longValue();
    plusSquares(rep, 0, Math.multiplyHigh(value, value), value * value);
  }

  @Override
  public void combine(Rep target, Rep other) {
    sum.combine(target, other);
    plusSquares(target, other.get(high), other.get(middle), other.get(low));
  }

  private void plusSquares(Rep rep, long otherHigh, long otherMiddle, long otherLow) {
    long newLow = rep.get(low) + otherLow;
    long carry = Long.compareUnsigned(newLow, otherLow) < 0 ? 1 : 0;
    long carried = rep.get(middle) + carry;
    carry = carried == 0 ? carry : 0;
    long newMiddle = carried + otherMiddle;
    carry += Long.compareUnsigned(newMiddle, otherMiddle) < 0 ? 1 : 0;
    rep.set(low, newLow);
    rep.set(middle, newMiddle);
    rep.add(high, otherHigh + carry);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return sum.isEmpty(rep);
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    byte[] squares = new byte[SQUARE_BYTES];
    for (int i = 0; i < SQUARE_BYTES; i++) {
      squares[SQUARE_BYTES - 1 - i] = squareByte(rep, i);
    }
    BigInteger exact = new BigInteger(1, squares);
    return spread.finish(sum.count(rep), sum.sum(rep), exact, 0, out, column);
  }

  /** A byte of the sum of squares, from the lowest up. */
  private byte squareByte(Rep rep, int i) {
    int word = i < 8 ? low : i < 16 ? middle : high;
    return (byte) (rep.get(word) >>> i % 8 * 8);
  }

  /**
   * The sum, then (unless there is nothing) the sum of squares: how many bytes it has, and those.
   */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    sum.encode(rep, out);
    if (isEmpty(rep)) {
      return;
    }
    int length = SQUARE_BYTES;
    while (length > 0 && squareByte(rep, length - 1) == 0) {
      length--;
    }
    out.writeByte(length);
    for (int i = length - 1; i >= 0; i--) {
      out.writeByte(squareByte(rep, i));
    }
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    if (sum.combineSome(target, other)) {
      combineSquares(target, other);
    }
  }

  private void combineSquares(Rep target, ByteReader other) {
    int length = other.readByte();
    if (length > SQUARE_BYTES) {
      throw new CorruptBytesException("a sum of squares of " + length + " bytes");
    }
    long otherHigh = 0;
    long otherMiddle = 0;
    long otherLow = 0;
    for (int i = 0; i < length; i++) {
      int next = other.readByte();
      if (i == 0 && next == 0) {
        throw new CorruptBytesException("a sum of squares that is not in its shortest form");
      }
      otherHigh = otherHigh << 8 | otherMiddle >>> 56;
      otherMiddle = otherMiddle << 8 | otherLow >>> 56;
      otherLow = otherLow << 8 | next;
    }
    plusSquares(target, otherHigh, otherMiddle, otherLow);
  }
}

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
final class IntSpread implements Aggregator<IntSpread.Rep> {
  private static final IntSum SUM = new IntSum(false);
  private static final int SQUARE_BYTES = 24;

  private final Spread spread;

  IntSpread(Spread spread) {
    this.spread = spread;
  }

  static final class Rep {
    IntSum.Rep sum = SUM.identity();

    /** The sum of squares: three words, unsigned. */
    long high;

    long middle;
    long low;

    void plusSquares(long otherHigh, long otherMiddle, long otherLow) {
      low += otherLow;
      long carry = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
      middle += carry;
      carry = middle == 0 ? carry : 0;
      middle += otherMiddle;
      carry += Long.compareUnsigned(middle, otherMiddle) < 0 ? 1 : 0;
      high += otherHigh + carry;
    }

    byte[] squares() {
      byte[] bytes = new byte[SQUARE_BYTES];
      for (int i = 0; i < SQUARE_BYTES; i++) {
        long word = i < 8 ? high : i < 16 ? middle : low;
        bytes[i] = (byte) (word >>> 56 - i % 8 * 8);
      }
      return bytes;
    }
  }

  @Override
  public Rep identity() {
    return new Rep();
  }

  @Override
  public void add(Rep rep, Input input) {
    SUM.add(rep.sum, input);
    long value = input.longValue();
    rep.plusSquares(0, Math.multiplyHigh(value, value), value * value);
  }

  @Override
  public void combine(Rep target, Rep other) {
    SUM.combine(target.sum, other.sum);
    target.plusSquares(other.high, other.middle, other.low);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return SUM.isEmpty(rep.sum);
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    return spread.finish(
        rep.sum.count, rep.sum.sum(), new BigInteger(1, rep.squares()), 0, out, column);
  }

  /**
   * The sum, then (unless there is nothing) the sum of squares: how many bytes it has, and those.
   */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    SUM.encode(rep.sum, out);
    if (isEmpty(rep)) {
      return;
    }
    byte[] squares = rep.squares();
    int first = 0;
    while (first < SQUARE_BYTES && squares[first] == 0) {
      first++;
    }
    out.writeByte(SQUARE_BYTES - first);
    out.writeRaw(squares, first, SQUARE_BYTES - first);
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = new Rep();
    rep.sum = SUM.decode(in);
    if (!isEmpty(rep)) {
      readSquares(rep, in);
    }
    return rep;
  }

  private static void readSquares(Rep rep, ByteReader in) {
    int length = in.readByte();
    if (length > SQUARE_BYTES) {
      throw new CorruptBytesException("a sum of squares of " + length + " bytes");
    }
    for (int i = 0; i < length; i++) {
      int next = in.readByte();
      if (i == 0 && next == 0) {
        throw new CorruptBytesException("a sum of squares that is not in its shortest form");
      }
      rep.high = rep.high << 8 | rep.middle >>> 56;
      rep.middle = rep.middle << 8 | rep.low >>> 56;
      rep.low = rep.low << 8 | next;
    }
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.math.BigInteger;

/**
 * The variance or standard deviation of decimals of one scale: their sum in whole units, and the
 * sum of the squares of those. Exact, invertible.
 */
record DecimalSpread(DecimalSum sum, Spread spread, BigInteger squaredUnits, int squares)
    implements Aggregator {
  /** Room for the squares of 2^63 numbers of the most digits. */
  private static final int MOST_BYTES = 40;

  DecimalSpread(Layout layout, Spread spread, int scale) {
    this(new DecimalSum(layout, scale, false), spread, BigInteger.TEN.pow(2 * scale), layout.ref());
  }

  @Override
  public void add(Rep rep, Input input) {
    sum.add(rep, input);
    BigInteger units = DecimalSum.units(input);
    plusSquares(rep, units.multiply(units));
  }

  @Override
  public void combine(Rep target, Rep other) {
    sum.combine(target, other);
    plusSquares(target, squares(other));
  }

  private void plusSquares(Rep rep, BigInteger other) {
    rep.setRef(squares, squares(rep).add(other));
  }

  private BigInteger squares(Rep rep) {
    return DecimalSum.orZero(rep.ref(squares));
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return sum.isEmpty(rep);
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    return spread.finish(
        sum.count(rep), sum.units(rep), squares(rep), 0, squaredUnits, out, column);
  }

  /** The sum, then (unless there is nothing) the sum of squares. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    sum.encode(rep, out);
    if (!isEmpty(rep)) {
      out.writeBytes(squares(rep).toByteArray());
    }
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    if (sum.combineSome(target, other)) {
      BigInteger otherSquares = DecimalSum.readInteger(other, MOST_BYTES);
      if (otherSquares.signum() < 0) {
        throw new CorruptBytesException("a negative sum of squares");
      }
      plusSquares(target, otherSquares);
    }
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The variance or standard deviation of decimals of one scale: their sum in whole units, and the
 * sum of the squares of those. Exact, invertible.
 */
final class DecimalSpread implements Aggregator<DecimalSpread.Rep> {
  private final DecimalSum sum;
  private final Spread spread;
  private final BigInteger squaredUnits;

  DecimalSpread(Spread spread, int scale) {
    this.sum = new DecimalSum(scale, false);
    this.spread = spread;
    this.squaredUnits = BigInteger.TEN.pow(2 * scale);
  }

  static final class Rep {
    DecimalSum.Rep sum;
    BigInteger squares = BigInteger.ZERO;
  }

  @Override
  public Rep identity() {
    Rep rep = new Rep();
    rep.sum = sum.identity();
    return rep;
  }

  @Override
  public void add(Rep rep, Input input) {
    sum.add(rep.sum, input);
    BigInteger units = ((BigDecimal) input.refValue()).unscaledValue();
    rep.squares = rep.squares.add(units.multiply(units));
  }

  @Override
  public void combine(Rep target, Rep other) {
    sum.combine(target.sum, other.sum);
    target.squares = target.squares.add(other.squares);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return sum.isEmpty(rep.sum);
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    return spread.finish(rep.sum.count, rep.sum.units, rep.squares, 0, squaredUnits, out, column);
  }

  /** The sum, then (unless there is nothing) the sum of squares. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    sum.encode(rep.sum, out);
    if (!isEmpty(rep)) {
      out.writeBytes(rep.squares.toByteArray());
    }
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = new Rep();
    rep.sum = sum.decode(in);
    if (!isEmpty(rep)) {
      rep.squares = DecimalSum.readInteger(in);
      if (rep.squares.signum() < 0) {
        throw new CorruptBytesException("a negative sum of squares");
      }
    }
    return rep;
  }
}

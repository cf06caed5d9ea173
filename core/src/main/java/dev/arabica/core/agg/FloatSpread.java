package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * The variance or standard deviation of floats: what {@link FloatSum} keeps, and the exact sum of
 * the squares of the finite ones. Exact, invertible. An infinity has no deviation from any mean:
 * overflow.
 */
final class FloatSpread implements Aggregator<FloatSpread.Rep> {
  private static final FloatSum SUM = new FloatSum(false);

  private final Spread spread;

  FloatSpread(Spread spread) {
    this.spread = spread;
  }

  static final class Rep {
    FloatSum.Rep sum = SUM.identity();
    ExactSum squares = ExactSum.ofSquares();
  }

  @Override
  public Rep identity() {
    return new Rep();
  }

  @Override
  public void add(Rep rep, Input input) {
    SUM.add(rep.sum, input);
    if (Double.isFinite(input.doubleValue())) {
      rep.squares.addSquare(input.doubleValue());
    }
  }

  @Override
  public void combine(Rep target, Rep other) {
    SUM.combine(target.sum, other.sum);
    target.squares.add(other.squares);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return SUM.isEmpty(rep.sum);
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    FloatSum.Rep sum = rep.sum;
    if (sum.positiveInfinities + sum.negativeInfinities > 0 && !spread.isUndefined(sum.count)) {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    return spread.finish(
        sum.count, sum.finite.units(), rep.squares.units(), ExactSum.UNIT, out, column);
  }

  /** The sum, then (unless there is nothing) the sum of squares. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    SUM.encode(rep.sum, out);
    if (!isEmpty(rep)) {
      rep.squares.encode(out);
    }
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = new Rep();
    rep.sum = SUM.decode(in);
    if (!isEmpty(rep)) {
      rep.squares = ExactSum.decodeSquares(in);
    }
    return rep;
  }
}

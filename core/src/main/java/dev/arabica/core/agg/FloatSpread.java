package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.math.BigInteger;

/**
 * The variance or standard deviation of floats: what {@link FloatSum} keeps, and the exact sum of
 * the squares of the finite ones. Exact, invertible. An infinity has no deviation from any mean:
 * overflow.
 */
record FloatSpread(Spread spread, FloatSum sum, int squares) implements Aggregator {
  FloatSpread(Layout layout, Spread spread) {
    this(spread, new FloatSum(layout, false), layout.ref());
  }

  @Override
  public void add(Rep rep, Input input) {
    sum.add(rep, input);
    if (Double.isFinite(input.doubleValue())) {
      prepared(rep).addSquare(input.doubleValue());
    }
  }

  @Override
  public void combine(Rep target, Rep other) {
    sum.combine(target, other);
    ExactSum otherSquares = squares(other);
    if (otherSquares != null) {
      prepared(target).add(otherSquares);
    }
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    if (sum.combineSome(target, other)) {
      prepared(target).addEncoded(other);
    }
  }

  /** Null as long as it is zero. */
  private ExactSum squares(Rep rep) {
    return (ExactSum) rep.ref(squares);
  }

  private ExactSum prepared(Rep rep) {
    ExactSum prepared = squares(rep);
    if (prepared == null) {
      prepared = ExactSum.ofSquares();
      rep.setRef(squares, prepared);
    }
    return prepared;
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return sum.isEmpty(rep);
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    long count = sum.count(rep);
    if (sum.hasInfinities(rep) && !spread.isUndefined(count)) {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    ExactSum kept = squares(rep);
    BigInteger squaredUnits = kept == null ? BigInteger.ZERO : kept.units();
    return spread.finish(count, sum.units(rep), squaredUnits, ExactSum.UNIT, out, column);
  }

  /** The sum, then (unless there is nothing) the sum of squares. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    sum.encode(rep, out);
    if (!isEmpty(rep)) {
      ExactSum.encode(squares(rep), out);
    }
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.math.BigInteger;

/**
 * The sum or the average of floats: a count, how many of them were infinite, and the exact sum of
 * the finite ones. Exact, invertible. Both infinities in one window have no sum: overflow.
 */
record FloatSum(
    boolean average, int count, int positiveInfinities, int negativeInfinities, int finite)
    implements Aggregator {
  FloatSum(Layout layout, boolean average) {
    this(average, layout.word(), layout.word(), layout.word(), layout.ref());
  }

  @Override
  public void add(Rep rep, Input input) {
    double value = input.doubleValue();
    rep.add(count, 1);
    if (Double.isInfinite(value)) {
      rep.add(value > 0 ? positiveInfinities : negativeInfinities, 1);
    } else {
      prepared(rep).add(value);
    }
  }

  @Override
  public void combine(Rep target, Rep other) {
    if (!isEmpty(other)) {
      target.add(count, other.get(count));
      target.add(positiveInfinities, other.get(positiveInfinities));
      target.add(negativeInfinities, other.get(negativeInfinities));
      addFinite(target, finite(other));
    }
  }

  private void addFinite(Rep target, ExactSum other) {
    if (other != null) {
      prepared(target).add(other);
    }
  }

  /** The sum of the finite values, or null as long as it is zero. */
  private ExactSum finite(Rep rep) {
    return (ExactSum) rep.ref(finite);
  }

  private ExactSum prepared(Rep rep) {
    ExactSum sum = finite(rep);
    if (sum == null) {
      sum = new ExactSum();
      rep.setRef(finite, sum);
    }
    return sum;
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return count(rep) == 0;
  }

  long count(Rep rep) {
    return rep.get(count);
  }

  boolean hasInfinities(Rep rep) {
    return rep.get(positiveInfinities) + rep.get(negativeInfinities) > 0;
  }

  /** The sum of the finite values, in units of {@code 2^}{@link ExactSum#UNIT}. */
  BigInteger units(Rep rep) {
    ExactSum sum = finite(rep);
    return sum == null ? BigInteger.ZERO : sum.units();
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (average && isEmpty(rep)) {
      out.setNull(column);
      return FeatureStatus.OK;
    }
    if (hasInfinities(rep)) {
      return finishInfinite(rep, out, column);
    }
    double value = finite(rep) == null ? 0 : finish(finite(rep), count(rep));
    if (Double.isInfinite(value)) {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    out.setDouble(column, value);
    return FeatureStatus.OK;
  }

  private double finish(ExactSum sum, long n) {
    return average ? sum.dividedBy(n) : sum.toDouble();
  }

  private FeatureStatus finishInfinite(Rep rep, Row out, int column) {
    boolean positive = rep.get(positiveInfinities) > 0;
    if (positive && rep.get(negativeInfinities) > 0) {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    out.setDouble(column, positive ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
    return FeatureStatus.OK;
  }

  /** The count, then (unless it is zero) those of the infinities and the sum of the rest. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(count(rep));
    if (!isEmpty(rep)) {
      out.writeVarint(rep.get(positiveInfinities));
      out.writeVarint(rep.get(negativeInfinities));
      ExactSum.encode(finite(rep), out);
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
    long positive = other.readCount();
    long negative = other.readCount();
    if (positive > otherCount - negative) {
      throw new CorruptBytesException("counts of a float sum that contradict each other");
    }
    target.add(count, otherCount);
    target.add(positiveInfinities, positive);
    target.add(negativeInfinities, negative);
    prepared(target).addEncoded(other);
    return true;
  }
}

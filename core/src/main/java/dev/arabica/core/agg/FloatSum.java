package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;

/**
 * The sum or the average of floats: a count, how many of them were infinite, and the exact sum of
 * the finite ones. Exact, invertible. Both infinities in one window have no sum: overflow.
 */
final class FloatSum implements Aggregator<FloatSum.Rep> {
  private final boolean average;

  FloatSum(boolean average) {
    this.average = average;
  }

  static final class Rep {
    long count;
    long positiveInfinities;
    long negativeInfinities;
    ExactSum finite = new ExactSum();
  }

  @Override
  public Rep identity() {
    return new Rep();
  }

  @Override
  public void add(Rep rep, Input input) {
    double value = input.doubleValue();
    rep.count++;
    if (value == Double.POSITIVE_INFINITY) {
      rep.positiveInfinities++;
    } else if (value == Double.NEGATIVE_INFINITY) {
      rep.negativeInfinities++;
    } else {
      rep.finite.add(value);
    }
  }

  @Override
  public void combine(Rep target, Rep other) {
    target.count += other.count;
    target.positiveInfinities += other.positiveInfinities;
    target.negativeInfinities += other.negativeInfinities;
    target.finite.add(other.finite);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.count == 0;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    if (average && rep.count == 0) {
      out.setNull(column);
      return FeatureStatus.OK;
    }
    if (rep.positiveInfinities + rep.negativeInfinities > 0) {
      return finishInfinite(rep, out, column);
    }
    double value = average ? rep.finite.dividedBy(rep.count) : rep.finite.toDouble();
    if (Double.isInfinite(value)) {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    out.setDouble(column, value);
    return FeatureStatus.OK;
  }

  private static FeatureStatus finishInfinite(Rep rep, Row out, int column) {
    if (rep.positiveInfinities > 0 && rep.negativeInfinities > 0) {
      out.setNull(column);
      return FeatureStatus.OVERFLOW;
    }
    out.setDouble(
        column, rep.positiveInfinities > 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
    return FeatureStatus.OK;
  }

  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(rep.count);
    if (rep.count > 0) {
      out.writeVarint(rep.positiveInfinities);
      out.writeVarint(rep.negativeInfinities);
      rep.finite.encode(out);
    }
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = new Rep();
    rep.count = in.readVarint();
    if (rep.count != 0) {
      rep.positiveInfinities = in.readVarint();
      rep.negativeInfinities = in.readVarint();
      rep.finite = ExactSum.decode(in);
    }
    if (rep.count < 0
        || rep.positiveInfinities < 0
        || rep.negativeInfinities < 0
        || rep.positiveInfinities > rep.count - rep.negativeInfinities) {
      throw new CorruptBytesException("counts of a float sum that contradict each other");
    }
    return rep;
  }
}

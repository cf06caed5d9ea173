package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The sum or the average of decimals of one scale, as whole units. Exact, invertible. */
final class DecimalSum implements Aggregator<DecimalSum.Rep> {
  /** The most digits that a decimal has. */
  private static final int DIGITS = 38;

  private final int scale;
  private final boolean average;

  DecimalSum(int scale, boolean average) {
    this.scale = scale;
    this.average = average;
  }

  static final class Rep {
    long count;
    BigInteger units = BigInteger.ZERO;
  }

  @Override
  public Rep identity() {
    return new Rep();
  }

  @Override
  public void add(Rep rep, Input input) {
    rep.count++;
    rep.units = rep.units.add(((BigDecimal) input.refValue()).unscaledValue());
  }

  @Override
  public void combine(Rep target, Rep other) {
    target.count += other.count;
    target.units = target.units.add(other.units);
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return rep.count == 0;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    out.setNull(column);
    if (average) {
      finishAverage(rep, out, column);
      return FeatureStatus.OK;
    }
    BigDecimal sum = new BigDecimal(rep.units, scale);
    if (sum.precision() > DIGITS) {
      return FeatureStatus.OVERFLOW;
    }
    out.setRef(column, sum);
    return FeatureStatus.OK;
  }

  private void finishAverage(Rep rep, Row out, int column) {
    if (rep.count > 0) {
      BigInteger divisor = BigInteger.TEN.pow(scale).multiply(BigInteger.valueOf(rep.count));
      out.setDouble(column, ExactRounding.quotient(rep.units, 0, divisor));
    }
  }

  /** The count, then (unless it is zero) the units. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(rep.count);
    if (rep.count > 0) {
      out.writeBytes(rep.units.toByteArray());
    }
  }

  @Override
  public Rep decode(ByteReader in) {
    Rep rep = new Rep();
    rep.count = Bins.readCount(in);
    if (rep.count > 0) {
      rep.units = readInteger(in);
    }
    return rep;
  }

  /** A whole number of any size, in its shortest form. */
  static BigInteger readInteger(ByteReader in) {
    byte[] bytes = in.readBytes();
    BigInteger value = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    if (value.toByteArray().length != bytes.length) {
      throw new CorruptBytesException("a sum that is not in its shortest form");
    }
    return value;
  }
}

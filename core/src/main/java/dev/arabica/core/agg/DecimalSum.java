package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The sum or the average of decimals of one scale, as whole units. Exact, invertible. */
record DecimalSum(int scale, boolean average, int count, int units) implements Aggregator {
  /** The most digits that a decimal has. */
  private static final int DIGITS = 38;

  /** Room for 2^63 numbers of so many digits. */
  private static final int MOST_BYTES = 24;

  DecimalSum(Layout layout, int scale, boolean average) {
    this(scale, average, layout.word(), layout.ref());
  }

  @Override
  public void add(Rep rep, Input input) {
    plus(rep, 1, units(input));
  }

  static BigInteger units(Input input) {
    return ((BigDecimal) input.refValue()).unscaledValue();
  }

  @Override
  public void combine(Rep target, Rep other) {
    plus(target, count(other), units(other));
  }

  private void plus(Rep rep, long otherCount, BigInteger otherUnits) {
    rep.add(count, otherCount);
    rep.setRef(units, units(rep).add(otherUnits));
  }

  @Override
  public boolean isEmpty(Rep rep) {
    return count(rep) == 0;
  }

  long count(Rep rep) {
    return rep.get(count);
  }

  BigInteger units(Rep rep) {
    return orZero(rep.ref(units));
  }

  /** What a place for a whole number holds. */
  static BigInteger orZero(Object number) {
    return number == null ? BigInteger.ZERO : (BigInteger) number;
  }

  @Override
  public FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    out.setNull(column);
    if (average) {
      finishAverage(rep, out, column);
      return FeatureStatus.OK;
    }
    BigDecimal sum = new BigDecimal(units(rep), scale);
    if (sum.precision() > DIGITS) {
      return FeatureStatus.OVERFLOW;
    }
    out.setRef(column, sum);
    return FeatureStatus.OK;
  }

  private void finishAverage(Rep rep, Row out, int column) {
    if (!isEmpty(rep)) {
      BigInteger divisor = BigInteger.TEN.pow(scale).multiply(BigInteger.valueOf(count(rep)));
      out.setDouble(column, ExactRounding.quotient(units(rep), 0, divisor));
    }
  }

  /** The count, then (unless it is zero) the units. */
  @Override
  public void encode(Rep rep, ByteWriter out) {
    out.writeVarint(count(rep));
    if (!isEmpty(rep)) {
      out.writeBytes(units(rep).toByteArray());
    }
  }

  @Override
  public void combineEncoded(Rep target, ByteReader other) {
    combineSome(target, other);
  }

  /** Combines, and tells whether there was anything. */
  boolean combineSome(Rep target, ByteReader other) {
    long otherCount = other.readCount();
    if (otherCount > 0) {
      plus(target, otherCount, readInteger(other, MOST_BYTES));
    }
    return otherCount > 0;
  }

  /** A whole number of at most so many bytes, in its shortest form. */
  static BigInteger readInteger(ByteReader in, int most) {
    int length = in.readCount(1);
    if (length > most) {
      throw new CorruptBytesException("a sum of " + length + " bytes");
    }
    byte[] bytes = in.readRaw(length);
    BigInteger value = length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    if (value.toByteArray().length != length) {
      throw new CorruptBytesException("a sum that is not in its shortest form");
    }
    return value;
  }
}

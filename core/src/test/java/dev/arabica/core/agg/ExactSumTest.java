package dev.arabica.core.agg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  @Test
  void roundsAsBigDecimalDoes() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      ExactSum sum = new ExactSum();
      BigDecimal exact = BigDecimal.ZERO;
      for (int i = 1 + random.nextInt(12); i > 0; i--) {
        double value = anyDouble(random);
        sum.add(value);
        exact = exact.add(new BigDecimal(value));
      }
      assertThat(sum.toDouble()).as("seed %d", seed).isEqualTo(exact.doubleValue());
    }
  }

  @Test
  void cancellationLeavesTheSmallPart() {
    ExactSum sum = new ExactSum();
    sum.add(1e308);
    sum.add(Double.MIN_VALUE);
    sum.add(-1e308);
    assertThat(sum.toDouble()).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void tiesGoToEven() {
    ExactSum sum = new ExactSum();
    sum.add(0x1p53);
    sum.add(1);
    assertThat(sum.toDouble()).isEqualTo(0x1p53);
    sum.add(0x1p-1074);
    assertThat(sum.toDouble()).isEqualTo(0x1p53 + 2);
  }

  /** Sums whose limbs end in zeros, cancel, and carry into limbs that nothing else has met. */
  @Test
  void groupingAtTheEdgesOfLimbsChangesNoByte() {
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      ExactSum inOrder = new ExactSum();
      ExactSum grouped = new ExactSum();
      BigDecimal exact = BigDecimal.ZERO;
      for (int i = random.nextInt(9); i >= 0; i--) {
        ExactSum part = new ExactSum();
        for (int j = random.nextInt(4); j >= 0; j--) {
          double value = Math.scalb(1.0 - random.nextInt(4), 32 * random.nextInt(7) - 66);
          inOrder.add(value);
          part.add(value);
          exact = exact.add(new BigDecimal(value));
        }
        if (random.nextBoolean()) {
          grouped.add(part);
        } else {
          grouped.addEncoded(new ByteReader(bytes(part)));
        }
      }
      assertThat(bytes(grouped)).as("seed %d", seed).isEqualTo(bytes(inOrder));
      BigDecimal unit = new BigDecimal(Double.MIN_VALUE);
      assertThat(new BigDecimal(grouped.units()).multiply(unit)).isEqualByComparingTo(exact);
      assertThat(grouped.toDouble()).as("seed %d", seed).isEqualTo(exact.doubleValue());
    }
  }

  private static byte[] bytes(ExactSum sum) {
    ByteWriter out = new ByteWriter();
    ExactSum.encode(sum, out);
    return out.toByteArray();
  }

  @Test
  void manyAdditionsCarry() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < 3_000_000; i++) {
      sum.add(-0x1.fffffffffffffp31);
    }
    BigDecimal exact =
        new BigDecimal(-0x1.fffffffffffffp31).multiply(BigDecimal.valueOf(3_000_000));
    assertThat(sum.toDouble()).isEqualTo(exact.doubleValue());
  }

  @Test
  void manySquaresCarry() {
    long mantissa = (1L << 53) - 1;
    int count = 3_000_000;
    ExactSum squares = ExactSum.ofSquares();
    for (int i = 0; i < count; i++) {
      squares.addSquare(Double.MAX_VALUE);
    }
    BigInteger square = BigInteger.valueOf(mantissa).pow(2).shiftLeft(2 * 2045);
    assertThat(squares.units()).isEqualTo(square.multiply(BigInteger.valueOf(count)));
  }

  @Test
  void squaresOfTheLeastAndTheGreatestAreKeptApart() {
    ExactSum squares = ExactSum.ofSquares();
    squares.addSquare(-Double.MAX_VALUE);
    squares.addSquare(Double.MIN_VALUE);
    BigDecimal expected =
        new BigDecimal(Double.MAX_VALUE).pow(2).add(new BigDecimal(Double.MIN_VALUE).pow(2));
    BigDecimal unit = new BigDecimal(Double.MIN_VALUE).pow(2);
    assertThat(new BigDecimal(squares.units()).multiply(unit)).isEqualByComparingTo(expected);
  }

  private static double anyDouble(Random random) {
    double value;
    do {
      value =
          random.nextInt(3) == 0
              ? random.nextGaussian()
              : Double.longBitsToDouble(random.nextLong());
    } while (!Double.isFinite(value));
    return random.nextInt(9) == 0 ? value * 0x1p-1022 : value;
  }
}

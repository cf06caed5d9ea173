package dev.arabica.testkit;

import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;

/** Distributions of data that an estimate has to live with. */
enum Shape {
  /** A few values are most of the data, and most values are rare. */
  ZIPF {
    @Override
    double value(Random random) {
      return Math.floor(Math.pow(1 - random.nextDouble(), -1 / 0.8));
    }
  },
  /** All values are about as rare. */
  UNIFORM {
    @Override
    double value(Random random) {
      return 1 + random.nextInt(2_500);
    }
  },
  /** As uniform, and in the order that a sketch that depends on order likes least. */
  SORTED {
    @Override
    double value(Random random) {
      return 1 + random.nextInt(9_000);
    }

    @Override
    double[] inOrder(double[] values) {
      Arrays.sort(values);
      return values;
    }
  },
  /** Of both signs. */
  NEGATIVE {
    @Override
    double value(Random random) {
      return Math.rint(random.nextGaussian() * 1_000);
    }
  },
  /** From the smallest magnitudes to the greatest, so that hardly two values are close. */
  WIDE {
    @Override
    double value(Random random) {
      return Math.pow(10, random.nextDouble() * 600 - 300) * (random.nextBoolean() ? 1 : -1);
    }
  };

  private static final int EVENTS = 6_000;

  abstract double value(Random random);

  double[] inOrder(double[] values) {
    return values;
  }

  /** Thousands of events in the order of time, with what makes a value of each number. */
  List<Sample> samples(Random random, DoubleFunction<Object> value) {
    double[] values = new double[EVENTS];
    Arrays.setAll(values, i -> value(random));
    double[] inOrder = inOrder(values);
    return IntStream.range(0, EVENTS)
        .mapToObj(
            i ->
                new Sample(
                    i * 100L, random.nextLong(), random.nextLong(), value.apply(inOrder[i]), null))
        .toList();
  }

  /** As a whole number, of which different numbers have different ones. */
  static Object whole(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1L << 53
        ? (long) number
        : Double.doubleToLongBits(number);
  }
}

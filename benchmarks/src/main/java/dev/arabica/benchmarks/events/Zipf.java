package dev.arabica.benchmarks.events;

import java.util.Arrays;

/** Ranks from 0, of which rank {@code i} comes up in proportion to {@code 1 / (i + 1)}. */
final class Zipf {
  private final double[] upTo;

  Zipf(int ranks) {
    upTo = new double[ranks];
    double sum = 0;
    for (int i = 0; i < ranks; i++) {
      sum += 1.0 / (i + 1);
      upTo[i] = sum;
    }
  }

  int rank(Draws draws) {
    int at = Arrays.binarySearch(upTo, draws.fraction() * upTo[upTo.length - 1]);
    return Math.min(at >= 0 ? at : -at - 1, upTo.length - 1);
  }
}

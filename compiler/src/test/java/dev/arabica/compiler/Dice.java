package dev.arabica.compiler;

import java.util.List;
import java.util.Random;

/** The choices of a generator of specs. */
final class Dice {
  static final List<String> NAMES =
      List.of("k", "n", "f", "s", "at", "b", "x", "y", "z", "group", "nothing", "request");

  private static final List<String> DURATIONS =
      List.of("5m", "1h", "6h", "1d", "7d", "31d", "400d", "7m", "0s", "1us", "9000d", "3600s");

  private final Random random;
  private final int slipsInHundred;

  Dice(Random random) {
    this.random = random;
    this.slipsInHundred = List.of(0, 1, 5, 20).get(random.nextInt(4));
  }

  /** Whether to write what may well be wrong here; how often differs from spec to spec. */
  boolean slips() {
    return random.nextInt(100) < slipsInHundred;
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String duration() {
    return slips() ? pick(DURATIONS) : pick(List.of("1h", "6h", "1d"));
  }
}

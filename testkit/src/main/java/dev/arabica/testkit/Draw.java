package dev.arabica.testkit;

import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** What one check of a law draws at random, of which a failure tells the sizes. */
final class Draw {
  private final Random random;
  private final Function<Random, List<Sample>> source;
  private final List<Integer> sizes = new ArrayList<>();

  /**
   * @param source makes samples
   */
  Draw(Random random, Function<Random, List<Sample>> source) {
    this.random = random;
    this.source = source;
  }

  Random random() {
    return random;
  }

  /** Some events in the order in which they come, none of them perhaps; a list of its own. */
  List<Sample> samples() {
    return told(source.apply(random));
  }

  /** Samples that were made elsewhere, and that a failure is to tell of as well. */
  List<Sample> told(List<Sample> samples) {
    sizes.add(samples.size());
    return new ArrayList<>(samples);
  }

  /** The same events in another order. */
  List<Sample> shuffled(List<Sample> samples) {
    List<Sample> shuffled = new ArrayList<>(samples);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  /** The same events without one of them, if there is any. */
  List<Sample> allButOne(List<Sample> samples) {
    List<Sample> fewer = new ArrayList<>(samples);
    if (!fewer.isEmpty()) {
      fewer.remove(below(fewer.size()));
    }
    return fewer;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean coin() {
    return random.nextBoolean();
  }

  @Override
  public String toString() {
    return "samples of " + sizes + " events";
  }
}

package dev.arabica.testkit;

import dev.arabica.core.type.Type;
import dev.arabica.testkit.AggregatorLaws.Sample;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Random events of given values, with ties in time and times before the epoch. */
final class Sampling {
  private static final int EARLIEST = -10;
  private static final int TIMES = 60;
  private static final int MANY_EVENTS = 6_000;

  private Sampling() {}

  /** What the kit has of a type; nothing but null where there is no input. */
  static List<Object> hostile(Type typeOrNull) {
    return typeOrNull == null ? Collections.singletonList(null) : Hostile.values(typeOrNull);
  }

  /** None now and then, mostly a few, sometimes hundreds. */
  static List<Sample> some(List<Object> values, List<Object> bys, Random random) {
    int count = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(random.nextInt(6) == 0 ? 400 : 24);
    return samples(count, allOrFew(values, random), allOrFew(bys, random), random);
  }

  static List<Sample> many(List<Object> values, List<Object> bys, Random random) {
    return samples(MANY_EVENTS, values, bys, random);
  }

  private static List<Sample> samples(
      int count, List<Object> values, List<Object> bys, Random random) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(
          new Sample(
              EARLIEST + random.nextInt(TIMES),
              random.nextLong(),
              random.nextLong(),
              values.get(random.nextInt(values.size())),
              bys.get(random.nextInt(bys.size()))));
    }
    return samples;
  }

  /** So that what is rare neither decides everything nor never meets itself. */
  private static List<Object> allOrFew(List<Object> pool, Random random) {
    if (random.nextInt(3) == 0) {
      return pool;
    }
    List<Object> shuffled = new ArrayList<>(pool);
    Collections.shuffle(shuffled, random);
    return shuffled.subList(0, 1 + random.nextInt(pool.size()));
  }
}

package dev.arabica.testkit;

import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.type.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The laws of top_k, on both sides of where it becomes a sketch. */
class TopKOfManyLawsTest extends AggregatorLaws {
  private static final int K = 60;
  private static final int EXACT = 1_000;
  private static final double ERROR = 0.01;
  private static final double FREQUENT = 0.02;

  TopKOfManyLawsTest() {
    super(AggregateFunction.TOP_K, Type.INT64, Map.of("k", (long) K));
  }

  @Override
  protected List<Object> values() {
    return LongStream.range(-900, 900).mapToObj(i -> (Object) (i * i * i)).toList();
  }

  /** Of all values, and not only of the most frequent. */
  @Override
  protected Outcome expected(List<Sample> samples) {
    return Outcome.of(
        samples.stream()
            .collect(Collectors.groupingBy(Sample::value, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
            .sorted(oftenFirst())
            .toList());
  }

  private static Comparator<List<Object>> oftenFirst() {
    Comparator<List<Object>> often = Comparator.comparing(counted -> -(Long) counted.get(1));
    return often.thenComparing(counted -> (Long) counted.get(0));
  }

  @Override
  @SuppressWarnings("unchecked")
  protected boolean isWithinBound(Outcome expected, Outcome found) {
    List<List<Object>> exact = (List<List<Object>>) expected.value();
    List<List<Object>> estimates = (List<List<Object>>) found.value();
    if (exact.size() <= EXACT) {
      return estimates.equals(exact.subList(0, Math.min(K, exact.size())));
    }
    Map<Object, Long> counts =
        exact.stream().collect(Collectors.toMap(c -> c.get(0), c -> (Long) c.get(1)));
    long events = counts.values().stream().mapToLong(count -> count).sum();
    return estimates.size() == K
        && estimates.equals(estimates.stream().sorted(oftenFirst()).toList())
        && estimates.stream().allMatch(estimate -> isClose(estimate, counts, events))
        && exact.stream()
            .filter(counted -> (Long) counted.get(1) > FREQUENT * events)
            .allMatch(counted -> hasName(counted.get(0), estimates));
  }

  private static boolean isClose(List<Object> estimate, Map<Object, Long> counts, long events) {
    long above = (Long) estimate.get(1) - counts.get(estimate.get(0));
    return above >= 0 && above <= ERROR * events;
  }

  private static boolean hasName(Object value, List<List<Object>> estimates) {
    return estimates.stream().anyMatch(estimate -> estimate.get(0).equals(value));
  }

  @Override
  protected List<Sample> samples(Random random) {
    List<Sample> samples = super.samples(random);
    for (int i = random.nextInt(3) == 0 ? 12 : 0; i > 0; i--) {
      samples.addAll(super.samples(random));
    }
    return samples;
  }

  @Override
  protected List<Sample> manySamples(int round, Random random) {
    return Shape.values()[round].samples(random, Shape::whole);
  }
}

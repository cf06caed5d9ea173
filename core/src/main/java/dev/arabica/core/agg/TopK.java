package dev.arabica.core.agg;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import dev.arabica.core.type.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The {@code k} most frequent values with their counts, the most frequent first and the least value
 * first of those that are equally frequent. Exact for up to {@link FrequentValues#NAMED} different
 * values. Beyond that a count is never too low, and with a probability of 1 - 1e-4 too high by at
 * most 1% of all values; a value with more than 2% of all is considered with a probability of 1 -
 * 2e-9, one with more than 1% of 1 - 5e-5 ({@link CountMin} and {@link FrequentValues} say why).
 *
 * @param value what is in work; reused
 */
record TopK(Type type, int k, HashedValue value) implements Structure<FrequentValues> {
  private static final Hasher64 PRIORITY = Hashing.xxh3_64();

  TopK(Type type, int k) {
    this(type, k, new HashedValue(type));
  }

  /** A value and how often it occurs. */
  private record Counted(Object value, long count) {}

  @Override
  public FrequentValues identity() {
    return new FrequentValues();
  }

  @Override
  public void add(FrequentValues state, Input input) {
    long priority = PRIORITY.hashLongLongToLong(input.idHigh(), input.idLow());
    state.add(value.of(input), 1, priority);
  }

  @Override
  public void combine(FrequentValues target, FrequentValues other) {
    target.add(other);
  }

  @Override
  public boolean isEmpty(FrequentValues state) {
    return state.isEmpty();
  }

  @Override
  public FeatureStatus finish(FrequentValues state, Window window, Row out, int column) {
    Comparator<Counted> oftenFirst = Comparator.comparingLong(counted -> -counted.count);
    out.setRef(
        column,
        frequent(state).stream()
            .sorted(oftenFirst.thenComparing(Counted::value, (a, b) -> Values.compare(type, a, b)))
            .limit(k)
            .map(counted -> (Object) List.of(counted.value, counted.count))
            .toList());
    return FeatureStatus.OK;
  }

  /** The {@code k} most frequent, and all others that are as frequent as the last of them. */
  private List<Counted> frequent(FrequentValues state) {
    int[] named = state.named();
    long[] counts = Arrays.stream(named).mapToLong(state::count).toArray();
    long[] ascending = counts.clone();
    Arrays.sort(ascending);
    long least = counts.length <= k ? 0 : ascending[counts.length - k];
    List<Counted> frequent = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] >= least) {
        frequent.add(new Counted(state.value(named[i], type), counts[i]));
      }
    }
    return frequent;
  }

  @Override
  public void encode(FrequentValues state, ByteWriter out) {
    state.encode(out);
  }

  @Override
  public FrequentValues decode(ByteReader in) {
    FrequentValues state = identity();
    combineEncoded(state, in);
    return state;
  }

  @Override
  public void combineEncoded(FrequentValues target, ByteReader other) {
    target.addEncoded(other, value);
  }
}

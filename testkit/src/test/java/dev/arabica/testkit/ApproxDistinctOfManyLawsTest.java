package dev.arabica.testkit;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The laws of approxDistinctOfMany. */
class ApproxDistinctOfManyLawsTest extends AggregatorLaws {
  ApproxDistinctOfManyLawsTest() {
    super(AggregateFunction.APPROX_DISTINCT, Type.INT64, Map.of());
  }

  @Override
  protected List<Object> values() {
    return LongStream.range(0, 4_000).mapToObj(i -> (Object) (i * 0x9E3779B97F4A7C15L)).toList();
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    Set<Object> distinct =
        samples.stream().map(Sample::value).collect(Collectors.toCollection(TreeSet::new));
    if (distinct.size() <= 256) {
      return Outcome.of((long) distinct.size());
    }
    UltraLogLog sketch = UltraLogLog.create(12);
    distinct.forEach(
        value ->
            sketch.add(Hashing.xxh3_64().hashBytesToLong(ValueCodec.toBytes(Type.INT64, value))));
    return Outcome.of(Math.round(sketch.getDistinctCountEstimate()));
  }

  @Override
  protected List<Sample> samples(Random random) {
    List<Sample> samples = super.samples(random);
    for (int i = random.nextInt(4); i > 0; i--) {
      samples.addAll(super.samples(random));
    }
    return samples;
  }
}

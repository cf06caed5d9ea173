package dev.arabica.testkit;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.agg.AggregateFunction;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.type.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The laws of distinct_count, on both sides of its bound. */
class DistinctCountLawsTest extends AggregatorLaws {
  private static final int EXACT = 20;
  private static final int EXACT_SKETCH = 256;

  DistinctCountLawsTest() {
    super(AggregateFunction.DISTINCT_COUNT, Type.INT64, Map.of("exact", (long) EXACT));
  }

  @Override
  protected List<Object> values() {
    return LongStream.range(0, 500).mapToObj(i -> (Object) (i * i - 7)).toList();
  }

  @Override
  protected Outcome expected(List<Sample> samples) {
    List<Object> different = samples.stream().map(Sample::value).distinct().toList();
    if (different.size() <= EXACT_SKETCH) {
      return Outcome.of((long) different.size());
    }
    UltraLogLog sketch = UltraLogLog.create(12);
    different.forEach(
        value ->
            sketch.add(Hashing.xxh3_64().hashBytesToLong(ValueCodec.toBytes(Type.INT64, value))));
    return Outcome.of(Math.round(sketch.getDistinctCountEstimate()));
  }
}

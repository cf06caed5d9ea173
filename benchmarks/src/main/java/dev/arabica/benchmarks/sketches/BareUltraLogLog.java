package dev.arabica.benchmarks.sketches;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/** The library's sketch of as many registers as ours, alone, from the first value on. */
final class BareUltraLogLog implements Sketch {
  private static final int PRECISION = 12;
  private static final Hasher64 HASH = Hashing.xxh3_64();

  private UltraLogLog sketch;

  @Override
  public void begin() {
    sketch = UltraLogLog.create(PRECISION);
  }

  @Override
  public void add(long value) {
    sketch.add(HASH.hashLongToLong(value));
  }

  @Override
  public byte[] bytes() {
    return sketch.getState().clone();
  }

  @Override
  public void unite(byte[] stored) {
    sketch.add(UltraLogLog.wrap(stored));
  }

  @Override
  public double estimate() {
    return sketch.getDistinctCountEstimate();
  }
}

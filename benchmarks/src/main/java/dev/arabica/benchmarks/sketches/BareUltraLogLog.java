package dev.arabica.benchmarks.sketches;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.type.Row;
import java.util.function.ToLongFunction;

/** The library's sketch of as many registers as ours, alone, from the first value on. */
final class BareUltraLogLog implements Sketch {
  private static final int PRECISION = 12;
  private static final Hasher64 HASH = Hashing.xxh3_64();

  private final ToLongFunction<Row> hash;
  private UltraLogLog sketch;

  private BareUltraLogLog(ToLongFunction<Row> hash) {
    this.hash = hash;
  }

  static Sketch ofNumbers() {
    return new BareUltraLogLog(row -> HASH.hashLongToLong(row.getLong(0)));
  }

  /** Hashed as the library hashes strings, by their UTF-16; ours hashes their UTF-8. */
  static Sketch ofTexts() {
    return new BareUltraLogLog(row -> HASH.hashCharsToLong((String) row.getRef(0)));
  }

  @Override
  public void begin() {
    sketch = UltraLogLog.create(PRECISION);
  }

  @Override
  public void add(Row row) {
    if (!row.isNull(0)) {
      sketch.add(hash.applyAsLong(row));
    }
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

package dev.arabica.benchmarks.sketches;

import dev.arabica.core.type.Row;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;
import org.apache.datasketches.hll.Union;
import org.apache.datasketches.memory.Memory;

/**
 * Apache DataSketches: a sketch for values, and another for unions, of as many registers as ours.
 */
final class DataSketchesHll implements Sketch {
  private static final int PRECISION = 12;

  private HllSketch sketch;
  private Union union;

  @Override
  public void begin() {
    sketch = null;
    union = null;
  }

  @Override
  public void add(Row row) {
    if (sketch == null) {
      sketch = new HllSketch(PRECISION, TgtHllType.HLL_8);
    }
    sketch.update(row.getLong(0));
  }

  @Override
  public byte[] bytes() {
    return sketch.toCompactByteArray();
  }

  @Override
  public void unite(byte[] stored) {
    if (union == null) {
      union = new Union(PRECISION);
    }
    union.update(HllSketch.wrap(Memory.wrap(stored)));
  }

  @Override
  public double estimate() {
    return union == null ? sketch.getEstimate() : union.getEstimate();
  }
}

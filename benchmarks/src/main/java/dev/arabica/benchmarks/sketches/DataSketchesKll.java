package dev.arabica.benchmarks.sketches;

import dev.arabica.core.type.Row;
import org.apache.datasketches.kll.KllDoublesSketch;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.quantilescommon.QuantileSearchCriteria;

/** Apache DataSketches: an error of 1.3% of the rank, not of the value; draws lots. */
final class DataSketchesKll implements Sketch {
  private KllDoublesSketch sketch;

  @Override
  public void begin() {
    sketch = KllDoublesSketch.newHeapInstance();
  }

  @Override
  public void add(Row row) {
    sketch.update(row.getLong(0));
  }

  @Override
  public byte[] bytes() {
    return sketch.toByteArray();
  }

  @Override
  public void unite(byte[] stored) {
    sketch.merge(KllDoublesSketch.wrap(Memory.wrap(stored)));
  }

  @Override
  public double estimate() {
    return sketch.getQuantile(0.5, QuantileSearchCriteria.INCLUSIVE);
  }
}

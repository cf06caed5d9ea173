package dev.arabica.benchmarks.sketches;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.CubicallyInterpolatedMapping;
import com.datadoghq.sketch.ddsketch.mapping.IndexMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import dev.arabica.core.type.Row;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The library's sketch with our buckets. */
final class BareDdSketch implements Sketch {
  private final IndexMapping buckets = new CubicallyInterpolatedMapping(0.01);
  private final GrowingByteArrayOutput out = GrowingByteArrayOutput.withDefaultInitialCapacity();
  private DDSketch sketch;

  @Override
  public void begin() {
    sketch = new DDSketch(buckets, UnboundedSizeDenseStore::new);
  }

  @Override
  public void add(Row row) {
    if (!row.isNull(0)) {
      sketch.accept(row.getLong(0));
    }
  }

  @Override
  public byte[] bytes() {
    try {
      out.clear();
      sketch.encode(out, true);
      return out.trimmedCopy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void unite(byte[] stored) {
    try {
      sketch.decodeAndMergeWith(ByteArrayInput.wrap(stored));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public double estimate() {
    return sketch.getValueAtQuantile(0.5);
  }
}

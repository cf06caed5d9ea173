package dev.arabica.core.agg;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.time.Window;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.Type;
import java.util.Arrays;

/**
 * How many different values: the sorted set of their 64-bit hashes up to {@link #EXACT}, beyond
 * that an UltraLogLog of 2^12 registers (Ertl, "UltraLogLog: A Practical and More Space-Efficient
 * Alternative to HyperLogLog for Approximate Distinct Counting", 2023; standard error about 1.2%).
 * Registers are maxima and the set is a set, and the form depends only on how many hashes there
 * are, so grouping and order change no bit.
 */
final class ApproxDistinct extends StructureAggregator<ApproxDistinct.Rep> {
  static final int EXACT = 256;
  static final int PRECISION = 12;
  private static final int SKETCH_BYTES = 1 << PRECISION;
  private static final Hasher64 HASH = Hashing.xxh3_64();

  private final Type type;
  private final ByteWriter buffer = new ByteWriter(32);

  ApproxDistinct(Layout layout, Type type) {
    super(layout);
    this.type = type;
  }

  /** Either hashes, ascending, or a sketch. */
  static final class Rep {
    long[] hashes = new long[4];
    int size;
    UltraLogLog sketch;
  }

  @Override
  protected Rep identity() {
    return new Rep();
  }

  @Override
  protected void add(Rep rep, Input input) {
    addHash(rep, hash(input));
  }

  /** Takes in a value by its canonical bytes. */
  void addBytes(Rep rep, byte[] value) {
    addHash(rep, HASH.hashBytesToLong(value));
  }

  private long hash(Input input) {
    ValueCodec.write(buffer.reset(), type, input.boxed(type));
    return HASH.hashBytesToLong(buffer.array(), 0, buffer.size());
  }

  private static void addHash(Rep rep, long hash) {
    if (rep.sketch != null) {
      rep.sketch.add(hash);
      return;
    }
    int at = Arrays.binarySearch(rep.hashes, 0, rep.size, hash);
    if (at >= 0) {
      return;
    }
    if (rep.size == EXACT) {
      rep.sketch = sketchOf(rep.hashes, rep.size).add(hash);
      rep.hashes = null;
      return;
    }
    insert(rep, -at - 1, hash);
  }

  private static void insert(Rep rep, int at, long hash) {
    if (rep.size == rep.hashes.length) {
      rep.hashes = Arrays.copyOf(rep.hashes, Math.min(EXACT, rep.size * 2));
    }
    System.arraycopy(rep.hashes, at, rep.hashes, at + 1, rep.size - at);
    rep.hashes[at] = hash;
    rep.size++;
  }

  private static UltraLogLog sketchOf(long[] hashes, int size) {
    UltraLogLog sketch = UltraLogLog.create(PRECISION);
    for (int i = 0; i < size; i++) {
      sketch.add(hashes[i]);
    }
    return sketch;
  }

  @Override
  protected void combine(Rep target, Rep other) {
    if (other.sketch == null) {
      for (int i = 0; i < other.size; i++) {
        addHash(target, other.hashes[i]);
      }
    } else if (target.sketch == null) {
      UltraLogLog sketch = sketchOf(target.hashes, target.size);
      target.sketch = sketch.add(other.sketch);
      target.hashes = null;
    } else {
      target.sketch.add(other.sketch);
    }
  }

  @Override
  protected boolean isEmpty(Rep rep) {
    return rep.sketch == null && rep.size == 0;
  }

  @Override
  protected FeatureStatus finish(Rep rep, Window window, Row out, int column) {
    out.setLong(
        column, rep.sketch == null ? rep.size : Math.round(rep.sketch.getDistinctCountEstimate()));
    return FeatureStatus.OK;
  }

  /** The number of hashes and the hashes; or a number past {@link #EXACT} and the registers. */
  @Override
  protected void encode(Rep rep, ByteWriter out) {
    if (rep.sketch != null) {
      out.writeVarint(EXACT + 1);
      out.writeRaw(rep.sketch.getState());
      return;
    }
    out.writeVarint(rep.size);
    for (int i = 0; i < rep.size; i++) {
      out.writeLong(rep.hashes[i]);
    }
  }

  @Override
  protected Rep decode(ByteReader in) {
    Rep rep = new Rep();
    long size = in.readVarint();
    if (size == EXACT + 1) {
      rep.sketch = UltraLogLog.wrap(in.readRaw(SKETCH_BYTES));
      rep.hashes = null;
      return rep;
    }
    if (size < 0 || size > EXACT) {
      throw new CorruptBytesException("a distinct count of " + size + " hashes");
    }
    rep.size = (int) size;
    rep.hashes = new long[Math.max(4, rep.size)];
    for (int i = 0; i < rep.size; i++) {
      rep.hashes[i] = in.readLong();
      if (i > 0 && rep.hashes[i] <= rep.hashes[i - 1]) {
        throw new CorruptBytesException("hashes out of order");
      }
    }
    return rep;
  }
}

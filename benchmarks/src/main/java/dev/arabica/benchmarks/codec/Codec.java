package dev.arabica.benchmarks.codec;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.harness.Work;

/** Writes and reads reps of five aggregates, many different ones in turn. */
public abstract class Codec {
  private final byte[][] encoded;

  Codec(int packs) {
    encoded = new byte[packs][];
  }

  /** Writes the rep of a pack into a buffer that is used again; how many bytes. */
  abstract int encode(int pack);

  /** What was written last. */
  abstract byte[] written();

  /** Reads a rep; something that depends on it. */
  abstract long decode(byte[] bytes);

  /** What the rep read last comes to. */
  abstract Answer answer();

  /** The bytes of a pack. */
  final byte[] encoded(int pack) {
    if (encoded[pack] == null) {
      encode(pack);
      encoded[pack] = written();
    }
    return encoded[pack];
  }

  /** Writes all packs; an operation is a pack. */
  public final Work encoding() {
    return new OfPacks() {
      @Override
      public Object run() {
        long size = 0;
        for (int pack = 0; pack < encoded.length; pack++) {
          size += encode(pack);
        }
        return size;
      }
    };
  }

  /** Reads all packs; an operation is a pack. */
  public final Work decoding() {
    for (int pack = 0; pack < encoded.length; pack++) {
      encoded(pack);
    }
    return new OfPacks() {
      @Override
      public Object run() {
        long sum = 0;
        for (byte[] bytes : encoded) {
          sum += decode(bytes);
        }
        return sum;
      }
    };
  }

  private abstract class OfPacks implements Work {
    @Override
    public int operations() {
      return encoded.length;
    }
  }
}

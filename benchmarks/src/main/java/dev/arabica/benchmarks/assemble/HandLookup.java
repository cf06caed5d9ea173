package dev.arabica.benchmarks.assemble;

import dev.arabica.benchmarks.byhand.State;
import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Tiles;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The limit: a loop by hand for these five aggregates, with our guarantees: a sum of 128 bits, and
 * the last in the total order of time and id.
 */
abstract class HandLookup extends Lookup {
  private static final int VALUES = 5;

  private final long[] out = new long[Tiles.windows() * VALUES];

  HandLookup(Tiles tiles) {
    super(tiles);
  }

  /** A word of the stored blocks, which lie one after the other. */
  abstract long word(int index);

  @Override
  public long lookUp(int key) {
    long count = 0;
    long low = 0;
    long high = 0;
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    int newest = 0;
    int block = Tiles.BLOCKS;
    long sum = 0;
    for (int window = 0; window < Tiles.windows(); window++) {
      int from = Tiles.BLOCKS - Tiles.blocksOf(window);
      while (block > from) {
        int at = (key * Tiles.BLOCKS + --block) * State.WORDS;
        newest = count == 0 || isNewer(at, newest) ? at : newest;
        count += word(at + State.COUNT);
        long more = word(at + State.SUM_LOW);
        low += more;
        high += word(at + State.SUM_HIGH) + (Long.compareUnsigned(low, more) < 0 ? 1 : 0);
        min = Math.min(min, word(at + State.MIN));
        max = Math.max(max, word(at + State.MAX));
      }
      sum += finish(window * VALUES, count, low, high, min, max, word(newest + State.LAST));
    }
    return sum;
  }

  private boolean isNewer(int block, int other) {
    int order = Long.compare(word(block + State.NEWEST), word(other + State.NEWEST));
    order =
        order != 0
            ? order
            : Long.compareUnsigned(word(block + State.ID_HIGH), word(other + State.ID_HIGH));
    return (order != 0
            ? order
            : Long.compareUnsigned(word(block + State.ID_LOW), word(other + State.ID_LOW)))
        > 0;
  }

  private long finish(int at, long count, long low, long high, long min, long max, long last) {
    if (high != low >> 63) {
      throw new ArithmeticException("a sum that is no long");
    }
    out[at] = count;
    out[at + 1] = low;
    out[at + 2] = min;
    out[at + 3] = max;
    out[at + 4] = last;
    return count + low + min + max + last;
  }

  @Override
  public List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (int at = 0; at < out.length; at += VALUES) {
      answers.add(new Answer(out[at], out[at + 1], out[at + 2], out[at + 3], out[at + 4]));
    }
    return answers;
  }

  /** The blocks of all keys in one array: nothing is decoded. */
  static final class OfWords extends HandLookup {
    private final long[] words;

    OfWords(Tiles tiles) {
      super(tiles);
      words = State.of(tiles);
    }

    @Override
    long word(int index) {
      return words[index];
    }
  }

  /** The blocks of all keys in bytes, every word at a fixed place, without a checksum. */
  static final class OfBytes extends HandLookup {
    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;

    OfBytes(Tiles tiles) {
      super(tiles);
      long[] words = State.of(tiles);
      bytes = new byte[words.length * Long.BYTES];
      for (int i = 0; i < words.length; i++) {
        LONG.set(bytes, i * Long.BYTES, words[i]);
      }
    }

    @Override
    long word(int index) {
      return (long) LONG.get(bytes, index * Long.BYTES);
    }
  }
}

package dev.arabica.benchmarks.assemble;

import dev.arabica.benchmarks.events.Answer;
import dev.arabica.benchmarks.events.Events;
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
  private static final int COUNT = 0;
  private static final int SUM_LOW = 1;
  private static final int SUM_HIGH = 2;
  private static final int MIN = 3;
  private static final int MAX = 4;
  private static final int NEWEST = 5;
  private static final int ID_HIGH = 6;
  private static final int ID_LOW = 7;
  private static final int LAST = 8;
  private static final int WORDS = 9;
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
        int at = (key * Tiles.BLOCKS + --block) * WORDS;
        newest = count == 0 || isNewer(at, newest) ? at : newest;
        count += word(at + COUNT);
        long more = word(at + SUM_LOW);
        low += more;
        high += word(at + SUM_HIGH) + (Long.compareUnsigned(low, more) < 0 ? 1 : 0);
        min = Math.min(min, word(at + MIN));
        max = Math.max(max, word(at + MAX));
      }
      sum += finish(window * VALUES, count, low, high, min, max, word(newest + LAST));
    }
    return sum;
  }

  private boolean isNewer(int block, int other) {
    int order = Long.compare(word(block + NEWEST), word(other + NEWEST));
    order = order != 0 ? order : Long.compareUnsigned(word(block + ID_HIGH), word(other + ID_HIGH));
    return (order != 0 ? order : Long.compareUnsigned(word(block + ID_LOW), word(other + ID_LOW)))
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

  private static long[] words(Tiles tiles) {
    long[] words = new long[tiles.keys() * Tiles.BLOCKS * WORDS];
    for (int block = 0; block < tiles.keys() * Tiles.BLOCKS; block++) {
      write(tiles.events(block / Tiles.BLOCKS, block % Tiles.BLOCKS), words, block * WORDS);
    }
    return words;
  }

  private static void write(Events events, long[] words, int at) {
    int newest = 0;
    for (int i = 1; i < events.size(); i++) {
      newest = events.time[i] > events.time[newest] ? i : newest;
    }
    Answer answer = Answer.of(events);
    words[at + COUNT] = answer.count();
    words[at + SUM_LOW] = answer.sum();
    words[at + SUM_HIGH] = answer.sum() >> 63;
    words[at + MIN] = answer.min();
    words[at + MAX] = answer.max();
    words[at + NEWEST] = events.time[newest];
    words[at + ID_HIGH] = events.idHigh[newest];
    words[at + ID_LOW] = events.idLow[newest];
    words[at + LAST] = answer.last();
  }

  /** The blocks of all keys in one array: nothing is decoded. */
  static final class OfWords extends HandLookup {
    private final long[] words;

    OfWords(Tiles tiles) {
      super(tiles);
      words = words(tiles);
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
      long[] words = words(tiles);
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

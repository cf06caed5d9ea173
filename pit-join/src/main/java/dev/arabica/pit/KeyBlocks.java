package dev.arabica.pit;

import dev.arabica.core.assemble.BlockSource;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.time.SealedRanges;
import java.util.Arrays;

/**
 * All revisions of the blocks of one key, held once for all of its rows, in ascending order of
 * pack, size, start and revision. As a {@link BlockSource} it shows them as of one revision.
 */
final class KeyBlocks implements BlockSource {
  private final History history;
  private final ByteReader reader = new ByteReader(new byte[0]);
  private int[] packs = new int[64];
  private long[] sizes = new long[64];
  private long[] starts = new long[64];
  private long[] revisions = new long[64];
  private byte[][] reps = new byte[64][];
  private int count;
  private long asOf;

  KeyBlocks(History history) {
    this.history = history;
  }

  void clear() {
    Arrays.fill(reps, 0, count, null);
    count = 0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Takes the next revision in order, unless a seal has fenced it off. */
  void add(int pack, long size, long start, long revision, boolean fromStream, byte[] rep) {
    if (fromStream && revision > history.seals(pack).latest().sealedAt(start)) {
      return;
    }
    if (count == packs.length) {
      grow();
    }
    packs[count] = pack;
    sizes[count] = size;
    starts[count] = start;
    revisions[count] = revision;
    reps[count++] = rep;
  }

  /** Shows blocks and seals as they were at {@code revision} from here on. */
  KeyBlocks asOf(long revision) {
    asOf = revision;
    return this;
  }

  @Override
  public SealedRanges sealed(String packId) {
    return history.seals(history.packIndex(packId)).asOf(asOf);
  }

  @Override
  public long completeFrom(String packId, long hi) {
    return history.completeFrom(history.packIndex(packId), asOf, hi);
  }

  @Override
  public void scan(String packId, long size, long from, long to, Visitor visitor) {
    int pack = history.packIndex(packId);
    int at = lowerBound(pack, size, from);
    while (at < count && packs[at] == pack && sizes[at] == size && starts[at] < to) {
      long start = starts[at];
      int newest = -1;
      for (; at < count && packs[at] == pack && sizes[at] == size && starts[at] == start; at++) {
        if (revisions[at] <= asOf) {
          newest = at;
        }
      }
      if (newest >= 0) {
        visitor.block(start, reader.reset(reps[newest], 0, reps[newest].length));
      }
    }
  }

  private int lowerBound(int pack, long size, long start) {
    int low = 0;
    int high = count;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBefore(middle, pack, size, start)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private boolean isBefore(int i, int pack, long size, long start) {
    if (packs[i] != pack) {
      return packs[i] < pack;
    }
    return sizes[i] != size ? sizes[i] < size : starts[i] < start;
  }

  private void grow() {
    int capacity = count * 2;
    packs = Arrays.copyOf(packs, capacity);
    sizes = Arrays.copyOf(sizes, capacity);
    starts = Arrays.copyOf(starts, capacity);
    revisions = Arrays.copyOf(revisions, capacity);
    reps = Arrays.copyOf(reps, capacity);
  }
}

package dev.arabica.stream;

import dev.arabica.core.key.KeyCodec;
import java.util.Arrays;

/** A pack, by its place among the packs of its source, and the canonical bytes of a key. */
final class BlockKey implements Comparable<BlockKey> {
  private final int pack;
  private final byte[] key;
  private final int hash;

  BlockKey(int pack, byte[] key) {
    this.pack = pack;
    this.key = key;
    this.hash = Arrays.hashCode(key) * 31 + pack;
  }

  int pack() {
    return pack;
  }

  /** Never to be changed. */
  byte[] key() {
    return key;
  }

  int shard() {
    return KeyCodec.shard(key);
  }

  @Override
  public int compareTo(BlockKey other) {
    int byPack = Integer.compare(pack, other.pack);
    return byPack != 0 ? byPack : Arrays.compareUnsigned(key, other.key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockKey that
        && hash == that.hash
        && pack == that.pack
        && Arrays.equals(key, that.key);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}

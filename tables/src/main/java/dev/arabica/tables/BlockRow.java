package dev.arabica.tables;

import dev.arabica.core.key.KeyCodec;
import java.util.Arrays;

/**
 * One version of one block: the reps of a pack for one key over {@code [start, start + size)}. It
 * replaces every version of the same block with a lower revision.
 *
 * @param keyShard see {@link KeyCodec#shard}
 * @param key canonical bytes of the key
 * @param start microseconds since the epoch, UTC
 * @param size microseconds
 * @param packId the pack whose reps these are
 * @param rep the composite rep's canonical bytes; those of the identity empty the block
 */
public record BlockRow(
    int keyShard, byte[] key, long start, long size, String packId, byte[] rep, Origin origin) {

  /** The row of a key, on the shard that is the key's. */
  public static BlockRow of(
      byte[] key, long start, long size, String packId, byte[] rep, Origin origin) {
    return new BlockRow(KeyCodec.shard(key), key, start, size, packId, rep, origin);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BlockRow that
        && keyShard == that.keyShard
        && start == that.start
        && size == that.size
        && packId.equals(that.packId)
        && origin == that.origin
        && Arrays.equals(key, that.key)
        && Arrays.equals(rep, that.rep);
  }

  @Override
  public int hashCode() {
    int hash = Arrays.hashCode(key) * 31 + Long.hashCode(start);
    return (hash * 31 + Long.hashCode(size)) * 31 + packId.hashCode();
  }
}

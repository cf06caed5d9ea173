package dev.arabica.store;

import java.util.Objects;

/**
 * One version of one block.
 *
 * @param packId 32 hex digits
 * @param key canonical key bytes
 * @param size length of the block, microseconds
 * @param start of the block, microseconds since the epoch
 * @param revision of the commit that brought it, above 0
 * @param rep encoded aggregates of the pack
 */
public record BlockRecord(
    String packId, byte[] key, long size, long start, long revision, byte[] rep) {
  public BlockRecord {
    Objects.requireNonNull(packId, "packId");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(rep, "rep");
    if (size <= 0 || Math.floorMod(start, size) != 0) {
      throw new IllegalArgumentException(
          "a block of " + size + " microseconds cannot start at " + start);
    }
    if (revision <= 0) {
      throw new IllegalArgumentException("a block of revision " + revision);
    }
  }
}

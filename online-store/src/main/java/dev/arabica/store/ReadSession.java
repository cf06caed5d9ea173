package dev.arabica.store;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.tables.ControlState;

/**
 * One consistent view of a store: the control state of a published revision and the blocks as of
 * it, whatever is written meanwhile. Belongs to one thread.
 */
public interface ReadSession extends AutoCloseable {
  ControlState control();

  /**
   * Gives the published blocks of one key and one size that start in {@code [from, to)}, ascending,
   * each in its newest published version.
   *
   * @param packId 32 hex digits
   * @param key canonical key bytes
   * @param size of the blocks, microseconds
   * @throws dev.arabica.core.codec.CorruptBytesException naming the block that cannot be read
   */
  void scan(String packId, byte[] key, long size, long from, long to, Visitor visitor);

  /** Whether any block of the key, of any size, is published. */
  boolean found(String packId, byte[] key);

  @Override
  void close();

  /** Takes one block; {@code rep} is valid during the call only. */
  @FunctionalInterface
  interface Visitor {
    void block(long start, long revision, ByteReader rep);
  }
}

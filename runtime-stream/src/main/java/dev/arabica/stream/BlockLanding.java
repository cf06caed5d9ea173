package dev.arabica.stream;

import java.io.IOException;
import java.io.Serializable;

/** Where a task's blocks go: data files that nobody sees before they are committed. */
interface BlockLanding extends AutoCloseable {
  /** Writes one block; blocks come in the order of pack, key and start. */
  void write(StreamPack pack, BlockKey key, long startMicros, byte[] rep) throws IOException;

  /**
   * Finishes the files written since the last call.
   *
   * @return what the committer needs to commit them; empty if nothing was written
   */
  byte[] finish() throws IOException;

  /** Gives up what is not finished. */
  @Override
  void close() throws IOException;

  /** Opens a landing in the task that uses it. */
  @FunctionalInterface
  interface Opener extends Serializable {
    BlockLanding open(PlannedSource source);
  }
}

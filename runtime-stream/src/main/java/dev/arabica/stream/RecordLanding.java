package dev.arabica.stream;

import java.io.IOException;
import java.io.Serializable;
import dev.arabica.intake.Admitted;

/** Where a task's raw rows or dead letters go: data files that nobody sees before they are committed. */
interface RecordLanding<A extends Admitted> extends AutoCloseable {
  void write(A record, long ingestMicros) throws IOException;

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
  interface Opener<A extends Admitted> extends Serializable {
    RecordLanding<A> open(PlannedSource source);
  }
}

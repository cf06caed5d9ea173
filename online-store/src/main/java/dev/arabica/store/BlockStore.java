package dev.arabica.store;

import dev.arabica.tables.ControlState;
import java.util.List;

/**
 * The online blocks: what lookups read. Any number of processes may share one store; each holds one
 * {@code BlockStore} on it.
 *
 * <p>Writing has two steps, so that readers see a whole revision or none of it. {@link #write} puts
 * block records that nobody sees yet; {@link #publish} then makes every record up to a revision
 * visible at once, together with the watermarks, coverage and seals of that revision. Records are
 * absolute, so that writing them again changes nothing, and a writer that dies between the two
 * steps leaves nothing that a repetition does not put right.
 *
 * <p>Of each block the store keeps the newest version and, while that is not published, the newest
 * published one. Thread-safe, except that a {@link ReadSession} belongs to one thread.
 */
public interface BlockStore extends AutoCloseable {
  /**
   * Writes records in any order; none is visible before its revision is published.
   *
   * @throws StoreException if the store cannot take them; some may have been written
   */
  void write(List<BlockRecord> records);

  /**
   * Makes this the control state, and with it every record whose revision is at most {@code
   * state.revision()} visible.
   *
   * @throws IllegalArgumentException if the revision or a watermark would move backwards
   */
  void publish(ControlState state);

  /** Opens one consistent view of what is published now; close it soon, it pins old pages. */
  ReadSession read();

  /**
   * Waits until nobody else, in any process, holds this lock; freed by closing it and by the
   * holder's death. Whoever follows the block table holds it from reading the published revision to
   * the flip. Not reentrant.
   */
  PublishLock lockForPublishing();

  /** Waits for open sessions for a while, then lets the store go. */
  @Override
  void close();

  /** The right to publish, until closed. */
  interface PublishLock extends AutoCloseable {
    @Override
    void close();
  }
}

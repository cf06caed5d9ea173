package dev.arabica.store;

import dev.arabica.tables.BlockCommit;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.ControlState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Brings the online store up to date with the block table: writes the rows of every commit that is
 * not published yet, in order, and flips after each. Filling an empty store is the same thing.
 *
 * <p>Whoever commits to the block table publishes afterwards; any number of processes may, one at a
 * time gets to work and the others find nothing left to do. A publisher that dies is made good by
 * the next. Belongs to one thread, as its table does.
 */
public final class Publisher {
  private static final int BATCH_ROWS = 20_000;
  private static final long BATCH_BYTES = 16 << 20;

  private final BlockStore store;
  private final BlockTable table;
  private final int batchRows;

  public Publisher(BlockStore store, BlockTable table) {
    this(store, table, BATCH_ROWS);
  }

  Publisher(BlockStore store, BlockTable table, int batchRows) {
    this.store = store;
    this.table = table;
    this.batchRows = batchRows;
  }

  /**
   * What one call has done.
   *
   * @param revision that readers now see
   * @param commits that were applied
   * @param rows that were written
   * @param fenced rows left out, since the stream wrote them into hours that batch had sealed
   */
  public record Published(long revision, int commits, long rows, long fenced) {}

  /**
   * Applies what is committed and not yet published.
   *
   * @throws StoreException if store and table do not belong together, or commits are gone that were
   *     never published
   */
  @SuppressWarnings("try") // the lock is held, not used
  public Published publish() {
    try (BlockStore.PublishLock lock = store.lockForPublishing()) {
      return publishLocked();
    }
  }

  private Published publishLocked() {
    ControlState state = publishedState();
    List<BlockCommit> commits = table.commitsAfter(state.revision());
    requireContinuous(state.revision(), commits);
    Counts counts = new Counts();
    for (BlockCommit commit : commits) {
      state = state.plus(commit.revision(), commit.control());
      apply(commit, state, counts);
      store.publish(state);
    }
    return new Published(state.revision(), commits.size(), counts.rows, counts.fenced);
  }

  private ControlState publishedState() {
    try (ReadSession session = store.read()) {
      return session.control();
    }
  }

  /** Sequence numbers have no gaps, so that one shows what is missing. */
  private void requireContinuous(long published, List<BlockCommit> commits) {
    if (commits.isEmpty()) {
      long newest = table.revision();
      if (newest < published) {
        throw new StoreException(
            "the store has published revision "
                + published
                + ", but the block table ends at "
                + newest
                + ": they do not belong together");
      }
      return;
    }
    long first = commits.get(0).revision();
    if (first > published + 1) {
      throw new StoreException(
          "commits "
              + (published + 1)
              + " to "
              + (first - 1)
              + " of the block table have expired before they were published");
    }
  }

  private void apply(BlockCommit commit, ControlState state, Counts counts) {
    List<BlockRecord> batch = new ArrayList<>();
    long bytes = 0;
    try (CloseableIterable<BlockRow> rows = table.rowsAdded(commit)) {
      for (BlockRow row : rows) {
        if (state.fenced(row.origin(), row.packId(), row.start(), commit.revision())) {
          counts.fenced++;
          continue;
        }
        batch.add(record(row, commit.revision()));
        bytes += row.key().length + row.rep().length;
        if (batch.size() >= batchRows || bytes >= BATCH_BYTES) {
          counts.rows += flush(batch);
          bytes = 0;
        }
      }
      counts.rows += flush(batch);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int flush(List<BlockRecord> batch) {
    int size = batch.size();
    store.write(batch);
    batch.clear();
    return size;
  }

  private static BlockRecord record(BlockRow row, long revision) {
    return new BlockRecord(row.packId(), row.key(), row.size(), row.start(), revision, row.rep());
  }

  private static final class Counts {
    private long rows;
    private long fenced;
  }
}

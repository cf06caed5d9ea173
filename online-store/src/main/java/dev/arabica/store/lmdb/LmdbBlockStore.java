package dev.arabica.store.lmdb;

import dev.arabica.store.BlockRecord;
import dev.arabica.store.BlockStore;
import dev.arabica.store.ReadSession;
import dev.arabica.tables.ControlState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A block store in a local folder, shared by every process of the machine that opens it. Several
 * handles on one folder within a process share one environment, so that a process may open it
 * wherever it needs it.
 *
 * <p>The JVM needs {@code --add-opens java.base/java.nio=ALL-UNNAMED --add-opens
 * java.base/sun.nio.ch=ALL-UNNAMED}.
 */
public final class LmdbBlockStore implements BlockStore {
  private final SharedEnvironment environment;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LmdbBlockStore(SharedEnvironment environment) {
    this.environment = environment;
  }

  /** Opens the store in a folder, a new one if there is none. */
  public static LmdbBlockStore open(Path folder) {
    return open(folder, LmdbSettings.DEFAULT);
  }

  /**
   * As {@link #open(Path)}; the first handle in a process decides on the settings.
   *
   * @throws dev.arabica.store.StoreException if the folder holds a store of another format, or
   *     cannot be used
   */
  public static LmdbBlockStore open(Path folder, LmdbSettings settings) {
    return new LmdbBlockStore(SharedEnvironment.acquire(folder, settings));
  }

  @Override
  public void write(List<BlockRecord> records) {
    requireOpen();
    BlockWriter writer = new BlockWriter(environment.blocks, records);
    long micros = environment.settings.writeMicros();
    for (int at = 0; at < writer.size(); ) {
      int first = at;
      at =
          environment.writing(
              txn -> {
                long published = environment.control.publishedRevision(txn);
                return writer.put(txn, first, published, micros);
              });
    }
  }

  @Override
  public void publish(ControlState state) {
    requireOpen();
    environment.writing(
        txn -> {
          environment.control.write(txn, state);
          return state;
        });
    environment.sync();
  }

  @Override
  public ReadSession read() {
    requireOpen();
    return environment.read();
  }

  @Override
  public PublishLock lockForPublishing() {
    requireOpen();
    return environment.publishFile.lock();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      environment.release();
    }
  }

  private void requireOpen() {
    if (closed.get()) {
      throw new IllegalStateException("the store is closed");
    }
  }
}

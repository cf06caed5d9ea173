package dev.arabica.store;

import dev.arabica.tables.ControlState;
import java.util.List;

/** A store whose process dies after some writes, before the flip at the latest. */
final class DyingStore implements BlockStore {
  private final BlockStore store;
  private int writesLeft;

  DyingStore(BlockStore store, int writes) {
    this.store = store;
    this.writesLeft = writes;
  }

  @Override
  public void write(List<BlockRecord> records) {
    if (writesLeft-- == 0) {
      throw new IllegalStateException("killed");
    }
    store.write(records);
  }

  @Override
  public void publish(ControlState state) {
    throw new IllegalStateException("killed");
  }

  @Override
  public ReadSession read() {
    return store.read();
  }

  @Override
  public PublishLock lockForPublishing() {
    return store.lockForPublishing();
  }

  @Override
  public void close() {
    store.close();
  }
}

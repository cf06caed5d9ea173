package dev.arabica.stream;

import dev.arabica.store.BlockStore;
import dev.arabica.store.Publisher;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.tables.Tables;

/** Brings the online store up to what the block table says, whoever committed it. */
final class OnlineFollower implements AutoCloseable {
  private final BlockStore store;
  private final Publisher publisher;

  private OnlineFollower(BlockStore store, Publisher publisher) {
    this.store = store;
    this.publisher = publisher;
  }

  static OnlineFollower open(StreamEnvironment environment, Tables tables) {
    BlockStore store = LmdbBlockStore.open(environment.open().store());
    return new OnlineFollower(store, new Publisher(store, tables.blocks()));
  }

  void follow() {
    publisher.publish();
  }

  @Override
  public void close() {
    store.close();
  }
}

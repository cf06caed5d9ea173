package dev.arabica.store.lmdb;

import dev.arabica.store.BlockStore;
import dev.arabica.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;

/**
 * The lock of whoever publishes: a file lock between processes, which the system frees when its
 * holder dies, behind a semaphore between threads. The file is open only while it is locked, since
 * closing any channel on it would free the lock of the whole process.
 */
final class PublishFile {
  private final Path file;
  private final Semaphore threads = new Semaphore(1);

  PublishFile(Path file) {
    this.file = file;
  }

  BlockStore.PublishLock lock() {
    FileChannel channel = null;
    boolean locked = false;
    try {
      threads.acquire();
      try {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.lock();
        locked = true;
        return unlock(channel);
      } finally {
        if (!locked) {
          close(channel);
          threads.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting for " + file, e);
    } catch (IOException e) {
      throw new StoreException("cannot lock " + file + ": " + e.getMessage(), e);
    }
  }

  private BlockStore.PublishLock unlock(FileChannel channel) {
    return new BlockStore.PublishLock() {
      private boolean released;

      @Override
      public void close() {
        if (!released) {
          released = true;
          PublishFile.this.close(channel);
          threads.release();
        }
      }
    };
  }

  private void close(FileChannel channelOrNull) {
    try {
      if (channelOrNull != null) {
        channelOrNull.close();
      }
    } catch (IOException e) {
      throw new StoreException("cannot unlock " + file + ": " + e.getMessage(), e);
    }
  }
}

package dev.arabica.tables;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one process at a time make the catalogue or a table: several that start together on a new
 * environment would trip over each other. Commits need no lock.
 */
final class WarehouseLock {
  // A file lock is held by the whole process, so that threads need their own.
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final Path file;

  WarehouseLock(Environment environment) {
    this.file = environment.warehouse().resolve("setup.lock");
  }

  <T> T hold(Supplier<T> action) {
    THREADS.lock();
    try {
      return THREADS.getHoldCount() > 1 ? action.get() : holdFile(action);
    } finally {
      THREADS.unlock();
    }
  }

  private <T> T holdFile(Supplier<T> action) {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      assert lock.isValid();
      return action.get();
    } catch (IOException e) {
      throw new TablesException("cannot lock `" + file + "`: " + e, e);
    }
  }
}

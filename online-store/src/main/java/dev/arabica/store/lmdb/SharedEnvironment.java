package dev.arabica.store.lmdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.arabica.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Function;
import org.lmdbjava.Dbi;
import org.lmdbjava.DbiFlags;
import org.lmdbjava.Env;
import org.lmdbjava.EnvFlags;
import org.lmdbjava.LmdbException;
import org.lmdbjava.Txn;

/**
 * The one LMDB environment of a folder in this process: LMDB must not be opened twice there. All
 * transactions run under a shared lock; what must not meet a transaction (growing the map, closing)
 * takes it alone.
 */
final class SharedEnvironment {
  private static final Map<Path, SharedEnvironment> OPEN = new HashMap<>();
  private static final int IDLE_SLOTS = 64;
  private static final long PATIENCE_SECONDS = 10;

  final Path folder;
  final LmdbSettings settings;
  final PublishFile publishFile;
  final ControlRecords control;
  final Dbi<ByteBuffer> blocks;

  private final Env<ByteBuffer> env;
  private final StampedLock transactions = new StampedLock();
  private final ArrayBlockingQueue<ReadSlot> idle = new ArrayBlockingQueue<>(IDLE_SLOTS);
  private int handles;
  private boolean closed;

  private SharedEnvironment(Path folder, LmdbSettings settings) {
    this.folder = folder;
    this.settings = settings;
    this.publishFile = new PublishFile(folder.resolve("publish.lock"));
    this.env = openEnvironment(folder, settings);
    try {
      // The death of a process leaves its reader slots behind, which would pin old pages for ever.
      env.readerCheck();
      this.blocks = env.openDbi("blocks".getBytes(UTF_8), DbiFlags.MDB_CREATE);
      this.control =
          new ControlRecords(env.openDbi("control".getBytes(UTF_8), DbiFlags.MDB_CREATE));
      try (Txn<ByteBuffer> txn = env.txnWrite()) {
        control.requireFormat(txn, folder);
        txn.commit();
      }
    } catch (RuntimeException e) {
      env.close();
      throw e;
    }
  }

  /** The environment of a folder; whoever acquires it releases it once. */
  static SharedEnvironment acquire(Path folder, LmdbSettings settings) {
    synchronized (OPEN) {
      try {
        Path real = Files.createDirectories(folder).toRealPath();
        SharedEnvironment shared = OPEN.get(real);
        if (shared == null) {
          shared = new SharedEnvironment(real, settings);
          OPEN.put(real, shared);
        }
        shared.handles++;
        return shared;
      } catch (IOException | LmdbException e) {
        throw new StoreException("cannot open the store " + folder + ": " + e.getMessage(), e);
      }
    }
  }

  void release() {
    synchronized (OPEN) {
      if (--handles > 0) {
        return;
      }
      OPEN.remove(folder);
      close();
    }
  }

  private static Env<ByteBuffer> openEnvironment(Path folder, LmdbSettings settings) {
    try {
      return Env.create()
          .setMapSize(settings.mapBytes())
          .setMaxDbs(4)
          .setMaxReaders(settings.maxReaders())
          // Without NOMETASYNC each commit would wait for the disk twice; a power cut can then undo
          // the last commits, never tear them, and publishing syncs.
          .open(folder.toFile(), EnvFlags.MDB_NOTLS, EnvFlags.MDB_NOMETASYNC);
    } catch (ExceptionInInitializerError | NoClassDefFoundError e) {
      throw new StoreException(
          "LMDB cannot start; the JVM needs --add-opens java.base/java.nio=ALL-UNNAMED"
              + " --add-opens java.base/sun.nio.ch=ALL-UNNAMED",
          e);
    }
  }

  /**
   * Runs one write transaction and commits it; again with a larger map if it did not fit, so the
   * work must bear repetition.
   */
  <T> T writing(Function<Txn<ByteBuffer>, T> work) {
    while (true) {
      long full;
      long stamp = transactions.readLock();
      try {
        requireOpen();
        try (Txn<ByteBuffer> txn = env.txnWrite()) {
          T result = work.apply(txn);
          txn.commit();
          return result;
        }
      } catch (Env.MapFullException e) {
        full = mapBytes();
      } catch (Dbi.MapResizedException e) {
        full = 0;
      } catch (LmdbException e) {
        throw new StoreException("cannot write to the store " + folder + ": " + e.getMessage(), e);
      } finally {
        transactions.unlockRead(stamp);
      }
      resize(full);
    }
  }

  /** Makes what was committed outlive a power cut, and lets dead readers' pages be used again. */
  void sync() {
    long stamp = transactions.readLock();
    try {
      requireOpen();
      env.sync(true);
      env.readerCheck();
    } finally {
      transactions.unlockRead(stamp);
    }
  }

  /** A session, which releases its slot when it is closed. */
  LmdbReadSession read() {
    while (true) {
      long stamp = transactions.readLock();
      ReadSlot slot = null;
      try {
        requireOpen();
        slot = begin();
        ReadSlot begun = slot;
        return new LmdbReadSession(slot, control.read(slot.txn()), () -> end(begun, stamp));
      } catch (Dbi.MapResizedException e) {
        transactions.unlockRead(stamp);
      } catch (RuntimeException e) {
        if (slot != null) {
          slot.close();
        }
        transactions.unlockRead(stamp);
        throw e;
      }
      resize(0);
    }
  }

  private ReadSlot begin() {
    ReadSlot slot = idle.poll();
    if (slot != null) {
      slot.renew();
      return slot;
    }
    try {
      return new ReadSlot(env, blocks);
    } catch (Env.ReadersFullException e) {
      env.readerCheck();
      return new ReadSlot(env, blocks);
    }
  }

  private void end(ReadSlot slot, long stamp) {
    slot.reset();
    if (!idle.offer(slot)) {
      slot.renew();
      slot.close();
    }
    transactions.unlockRead(stamp);
  }

  private long mapBytes() {
    return env.info().mapSize;
  }

  /** Doubles a map of {@code full} bytes, or, with 0, takes over the size another process gave. */
  private void resize(long full) {
    long stamp = lockAlone("grow");
    try {
      requireOpen();
      if (full == 0) {
        env.setMapSize(0);
      } else if (mapBytes() <= full) {
        if (full >= settings.maxMapBytes()) {
          throw new StoreException(
              "the store " + folder + " is full: its map has the greatest size allowed, " + full);
        }
        env.setMapSize(Math.min(2 * full, settings.maxMapBytes()));
      }
    } finally {
      transactions.unlockWrite(stamp);
    }
  }

  private void close() {
    long stamp = lockAlone("close");
    try {
      closed = true;
      for (ReadSlot slot = idle.poll(); slot != null; slot = idle.poll()) {
        slot.renew();
        slot.close();
      }
      env.close();
    } finally {
      transactions.unlockWrite(stamp);
    }
  }

  private long lockAlone(String purpose) {
    try {
      long stamp = transactions.tryWriteLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (stamp == 0) {
        throw new StoreException(
            "cannot " + purpose + " the store " + folder + ": read sessions are still open");
      }
      return stamp;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while about to " + purpose + " the store", e);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the store " + folder + " is closed");
    }
  }
}

package dev.arabica.store.lmdb;

import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.store.ReadSession;
import dev.arabica.tables.ControlState;

/** One LMDB read transaction. */
final class LmdbReadSession implements ReadSession {
  private final ReadSlot slot;
  private final ControlState control;
  private final Runnable release;
  private boolean closed;

  LmdbReadSession(ReadSlot slot, ControlState control, Runnable release) {
    this.slot = slot;
    this.control = control;
    this.release = release;
  }

  @Override
  public ControlState control() {
    return control;
  }

  @Override
  public void scan(String packId, byte[] key, long size, long from, long to, Visitor visitor) {
    requireOpen();
    RecordKey.writeKey(slot.prefix.reset(), packId, key);
    RecordKey.writeSize(slot.prefix, size);
    int prefix = slot.prefix.size();
    RecordKey.writeStart(slot.prefix, from);
    int length = slot.prefix.size();
    byte[] fullKey = RecordKey.isHashed(key) ? key : null;
    boolean more = slot.seekPrefix();
    while (more && slot.matches(prefix)) {
      // Shorter or longer ones belong to other keys that begin with the same bytes.
      if (slot.keyLength >= length) {
        long start = RecordKey.readStart(slot.key, prefix);
        if (start >= to) {
          return;
        }
        if (slot.keyLength == length) {
          visit(packId, key, size, start, fullKey, visitor);
        }
      }
      more = slot.next();
    }
  }

  private void visit(
      String packId, byte[] key, long size, long start, byte[] fullKey, Visitor visitor) {
    RecordValue.Version version = visible(packId, key, size, start, fullKey);
    if (version != null) {
      visitor.block(start, version.revision(), version.rep());
    }
  }

  @Override
  public boolean found(String packId, byte[] key) {
    requireOpen();
    RecordKey.writeKey(slot.prefix.reset(), packId, key);
    int prefix = slot.prefix.size();
    byte[] fullKey = RecordKey.isHashed(key) ? key : null;
    for (boolean more = slot.seekPrefix(); more && slot.matches(prefix); more = slot.next()) {
      int start = prefix + RecordKey.sizeCodeLength(slot.key, prefix);
      if (start <= prefix || slot.keyLength != start + RecordKey.START_BYTES) {
        continue;
      }
      long size = RecordKey.readSize(slot.key, prefix);
      if (visible(packId, key, size, RecordKey.readStart(slot.key, start), fullKey) != null) {
        return true;
      }
    }
    return false;
  }

  private RecordValue.Version visible(
      String packId, byte[] key, long size, long start, byte[] fullKey) {
    try {
      slot.readValue(fullKey);
    } catch (CorruptBytesException e) {
      throw new CorruptBytesException(
          RecordKey.describe(packId, key, size, start) + ": " + e.getMessage(), e);
    }
    return slot.value.visibleAt(control.revision());
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the read session is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release.run();
    }
  }
}

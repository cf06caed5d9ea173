package dev.arabica.store.lmdb;

import dev.arabica.core.codec.ByteWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.GetOp;
import org.lmdbjava.Txn;

/** A read transaction with its cursor and buffers, kept between sessions: renewing it is cheap. */
final class ReadSlot {
  final RecordValue value = new RecordValue();

  /** What the LMDB keys being looked for begin with. */
  final ByteWriter prefix = new ByteWriter(RecordKey.MAX_BYTES);

  /** The LMDB key under the cursor. */
  final byte[] key = new byte[RecordKey.MAX_BYTES];

  int keyLength;

  private final Txn<ByteBuffer> txn;
  private final Cursor<ByteBuffer> cursor;
  private final ByteBuffer sought = ByteBuffer.allocateDirect(RecordKey.MAX_BYTES);
  private byte[] valueBytes = new byte[1024];

  ReadSlot(Env<ByteBuffer> env, Dbi<ByteBuffer> blocks) {
    txn = env.txnRead();
    cursor = blocks.openCursor(txn);
  }

  Txn<ByteBuffer> txn() {
    return txn;
  }

  void renew() {
    txn.renew();
    cursor.renew(txn);
  }

  /** Lets go of the view, so that its pages can be reused. */
  void reset() {
    txn.reset();
  }

  void close() {
    cursor.close();
    txn.close();
  }

  /** Moves to the first LMDB key at or after the bytes in {@link #prefix}. */
  boolean seekPrefix() {
    sought.clear().put(prefix.array(), 0, prefix.size()).flip();
    return loaded(cursor.get(sought, GetOp.MDB_SET_RANGE));
  }

  boolean next() {
    return loaded(cursor.next());
  }

  /** Whether the key under the cursor begins with the first {@code length} bytes of the prefix. */
  boolean matches(int length) {
    return keyLength >= length && Arrays.equals(key, 0, length, prefix.array(), 0, length);
  }

  /** Reads the record under the cursor into {@link #value}. */
  void readValue(byte[] fullKeyOrNull) {
    ByteBuffer stored = cursor.val();
    int length = stored.remaining();
    if (length > valueBytes.length) {
      valueBytes = new byte[Math.max(length, 2 * valueBytes.length)];
    }
    stored.get(0, valueBytes, 0, length);
    value.read(key, keyLength, valueBytes, length, fullKeyOrNull);
  }

  private boolean loaded(boolean found) {
    if (found) {
      ByteBuffer stored = cursor.key();
      keyLength = stored.remaining();
      stored.get(0, key, 0, keyLength);
    }
    return found;
  }
}

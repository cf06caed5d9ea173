package dev.arabica.store.lmdb;

import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.store.BlockRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lmdbjava.Dbi;
import org.lmdbjava.Txn;

/**
 * A batch of records in the order of their LMDB keys, which makes writing several times faster, put
 * piecewise so that no write transaction keeps others waiting for long.
 */
final class BlockWriter {
  private static final int PUTS_BETWEEN_CLOCK_READS = 16;

  private static final byte[] NO_REP = {};

  private final Dbi<ByteBuffer> blocks;
  private final List<Keyed> batch;
  private final RecordValue value = new RecordValue();
  private final ByteWriter out = new ByteWriter(1024);
  private final ByteBuffer keyBuffer = ByteBuffer.allocateDirect(RecordKey.MAX_BYTES);
  private ByteBuffer valueBuffer = ByteBuffer.allocateDirect(4096);

  private record Keyed(byte[] lmdbKey, BlockRecord record) implements Comparable<Keyed> {
    @Override
    public int compareTo(Keyed other) {
      return Arrays.compareUnsigned(lmdbKey, other.lmdbKey);
    }
  }

  BlockWriter(Dbi<ByteBuffer> blocks, List<BlockRecord> records) {
    this.blocks = blocks;
    this.batch = new ArrayList<>(records.size());
    ByteWriter key = new ByteWriter(RecordKey.MAX_BYTES);
    for (BlockRecord record : records) {
      RecordKey.writeKey(key.reset(), record.packId(), record.key());
      RecordKey.writeSize(key, record.size());
      RecordKey.writeStart(key, record.start());
      batch.add(new Keyed(key.toByteArray(), record));
    }
    batch.sort(null);
  }

  int size() {
    return batch.size();
  }

  /**
   * Puts records from position {@code first} on until the time is over.
   *
   * @return the position of the first record that was not put
   */
  int put(Txn<ByteBuffer> txn, int first, long published, long micros) {
    long deadline = System.nanoTime() + micros * 1_000;
    for (int i = first; i < batch.size(); i++) {
      boolean readClock = (i - first) % PUTS_BETWEEN_CLOCK_READS == 0;
      if (i > first && readClock && System.nanoTime() - deadline >= 0) {
        return i;
      }
      put(txn, batch.get(i), published);
    }
    return batch.size();
  }

  private void put(Txn<ByteBuffer> txn, Keyed keyed, long published) {
    BlockRecord record = keyed.record;
    keyBuffer.clear().put(keyed.lmdbKey).flip();
    ByteBuffer stored = blocks.get(txn, keyBuffer);
    byte[] fullKey = RecordKey.isHashed(record.key()) ? record.key() : null;
    value.clear(fullKey);
    if (stored != null) {
      read(stored, keyed, fullKey, published);
    }
    if (value.add(record.revision(), record.rep(), published)) {
      value.write(keyed.lmdbKey, keyed.lmdbKey.length, out);
      blocks.put(txn, keyBuffer, outBuffer());
    }
  }

  private void read(ByteBuffer stored, Keyed keyed, byte[] fullKey, long published) {
    byte[] bytes = new byte[stored.remaining()];
    stored.get(0, bytes);
    try {
      value.read(keyed.lmdbKey, keyed.lmdbKey.length, bytes, bytes.length, fullKey);
    } catch (CorruptBytesException e) {
      // The new version, being whole, heals the record once it is published. Until then readers
      // must still meet an error and not a missing block: no bytes at all are no rep.
      value.clear(fullKey);
      value.add(published, NO_REP, published);
    }
  }

  private ByteBuffer outBuffer() {
    if (valueBuffer.capacity() < out.size()) {
      valueBuffer = ByteBuffer.allocateDirect(2 * out.size());
    }
    return valueBuffer.clear().put(out.array(), 0, out.size()).flip();
  }
}

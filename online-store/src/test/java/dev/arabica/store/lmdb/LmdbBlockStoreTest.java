package dev.arabica.store.lmdb;

import static dev.arabica.store.Records.PACK;
import static dev.arabica.store.Records.all;
import static dev.arabica.store.Records.bytes;
import static dev.arabica.store.Records.record;
import static dev.arabica.store.Records.revision;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.codec.CorruptBytesException;
import dev.arabica.store.BlockRecord;
import dev.arabica.store.BlockStore;
import dev.arabica.store.BlockStoreContract;
import dev.arabica.store.ReadSession;
import dev.arabica.store.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmdbjava.Cursor;
import org.lmdbjava.Dbi;
import org.lmdbjava.Env;
import org.lmdbjava.Txn;

class LmdbBlockStoreTest extends BlockStoreContract {
  @TempDir Path folder;

  @Override
  protected BlockStore open() {
    return LmdbBlockStore.open(folder.resolve("store"));
  }

  /** Opens the folder past the store, which must be closed. */
  private void raw(String records, RawWork work) {
    store.close();
    try (Env<ByteBuffer> env =
        Env.create().setMaxDbs(4).setMapSize(1 << 24).open(folder.resolve("store").toFile())) {
      Dbi<ByteBuffer> dbi = env.openDbi(records.getBytes(UTF_8));
      try (Txn<ByteBuffer> txn = env.txnWrite()) {
        try (Cursor<ByteBuffer> cursor = dbi.openCursor(txn)) {
          work.on(cursor);
        }
        txn.commit();
      }
    }
  }

  private interface RawWork {
    void on(Cursor<ByteBuffer> cursor);
  }

  private static ByteBuffer copy(ByteBuffer buffer) {
    return ByteBuffer.allocateDirect(buffer.remaining()).put(buffer.duplicate()).flip();
  }

  @Test
  void aFlippedBitIsFoundAndNamesItsBlock() {
    String longKey = "k".repeat(600);
    store.write(
        List.of(record("a", 1, 1, "one"), record("a", 2, 1, "two"), record(longKey, 3, 1, "3")));
    store.publish(revision(1));
    raw(
        "blocks",
        cursor -> {
          // The first record of key `a`, and the last of all, of the long key.
          flipLastBit(cursor, cursor.first());
          flipLastBit(cursor, cursor.last());
        });
    store = open();
    try (ReadSession session = store.read()) {
      List<Long> seen = new ArrayList<>();
      assertThatThrownBy(
              () -> session.scan(PACK, bytes("a"), 300_000_000L, 0, Long.MAX_VALUE, seen(seen)))
          .isInstanceOf(CorruptBytesException.class)
          .hasMessage(
              "block 5m at 1970-01-01T00:05:00Z of pack "
                  + PACK
                  + ", key 0x61: its checksum does not match");
      session.scan(PACK, bytes("a"), 300_000_000L, 600_000_000L, Long.MAX_VALUE, seen(seen));
      assertThat(seen).containsExactly(600_000_000L);
    }
    assertThatThrownBy(() -> all(store, longKey)).hasMessageContaining("1970-01-01T00:15:00Z");
  }

  private static ReadSession.Visitor seen(List<Long> starts) {
    return (start, revision, rep) -> starts.add(start);
  }

  private static void flipLastBit(Cursor<ByteBuffer> cursor, boolean there) {
    assertThat(there).isTrue();
    ByteBuffer key = copy(cursor.key());
    ByteBuffer value = copy(cursor.val());
    value.put(value.limit() - 1, (byte) (value.get(value.limit() - 1) ^ 1));
    cursor.put(key, value);
  }

  @Test
  void aNewVersionHealsACorruptBlockOnceItIsPublished() {
    store.write(List.of(record("a", 1, 1, "one")));
    store.publish(revision(1));
    raw("blocks", cursor -> flipLastBit(cursor, cursor.first()));
    store = open();
    store.write(List.of(record("a", 1, 2, "two")));
    // Not missing, which would be taken for a fact, but no rep either.
    assertThat(all(store, "a")).containsExactly("1@1=");
    store.publish(revision(2));
    assertThat(all(store, "a")).containsExactly("1@2=two");
  }

  @Test
  void anUnknownRecordVersionIsNamed() {
    store.write(List.of(record("a", 1, 1, "one")));
    store.publish(revision(1));
    raw(
        "blocks",
        cursor -> {
          cursor.first();
          ByteBuffer value = copy(cursor.val());
          value.put(0, (byte) (9 << 4));
          cursor.put(copy(cursor.key()), value);
        });
    store = open();
    assertThatThrownBy(() -> all(store, "a"))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessageEndingWith("record version 9; this build reads version 1");
  }

  @Test
  void anUnknownStoreFormatIsRefusedByName() {
    raw(
        "control",
        cursor -> {
          ByteBuffer nine = ByteBuffer.allocateDirect(1).put((byte) 18).flip();
          cursor.put(ByteBuffer.allocateDirect(6).put(bytes("format")).flip(), nine);
        });
    assertThatThrownBy(this::open)
        .isInstanceOf(StoreException.class)
        .hasMessageEndingWith("has format 9; this build reads format 1");
    store = LmdbBlockStore.open(folder.resolve("another"));
  }

  @Test
  void aFullMapGrows() {
    try (BlockStore small =
        LmdbBlockStore.open(
            folder.resolve("small"), LmdbSettings.DEFAULT.withMapBytes(1 << 20, 1 << 26))) {
      List<BlockRecord> records = many(2_000);
      small.write(records);
      small.publish(revision(1));
      assertThat(all(small, "a")).hasSize(2_000);
    }
  }

  @Test
  void aStoreThatMayNotGrowSaysThatItIsFull() {
    try (BlockStore small =
        LmdbBlockStore.open(
            folder.resolve("small"), LmdbSettings.DEFAULT.withMapBytes(1 << 20, 1 << 20))) {
      small.write(List.of(record("b", 1, 1, "before")));
      small.publish(revision(1));
      assertThatThrownBy(() -> small.write(many(2_000)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("is full: its map has the greatest size allowed, 1048576");
      assertThat(all(small, "b")).containsExactly("1@1=before");
    }
  }

  private static List<BlockRecord> many(int count) {
    List<BlockRecord> records = new ArrayList<>();
    for (int block = 0; block < count; block++) {
      records.add(record("a", block, 1, "x".repeat(1_000)));
    }
    return records;
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThatThrownBy(() -> LmdbBlockStore.open(file.resolve("store")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file.resolve("store").toString());
  }
}

package dev.arabica.store;

import static dev.arabica.store.Records.H1;
import static dev.arabica.store.Records.M5;
import static dev.arabica.store.Records.PACK;
import static dev.arabica.store.Records.all;
import static dev.arabica.store.Records.bytes;
import static dev.arabica.store.Records.revision;
import static dev.arabica.store.Records.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.time.TimeRanges;
import dev.arabica.store.lmdb.LmdbBlockStore;
import dev.arabica.tables.BlockRow;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.Environment;
import dev.arabica.tables.Origin;
import dev.arabica.tables.RevisedBlock;
import dev.arabica.tables.TableFileWriter;
import dev.arabica.tables.Tables;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.iceberg.io.CloseableIterable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a real block table into a real store. */
class PublisherIT {
  @TempDir Path folder;

  private Environment environment;
  private Tables tables;
  private BlockTable table;
  private BlockStore store;

  @BeforeEach
  void open() {
    environment = Environment.create(folder);
    tables = Tables.open(environment);
    table = tables.blocks();
    store = LmdbBlockStore.open(environment.store());
  }

  @AfterEach
  void close() {
    store.close();
    tables.close();
  }

  private static BlockRow row(String key, long block, String rep, Origin origin) {
    return row(key, M5, block, rep, origin);
  }

  private static BlockRow row(String key, long size, long block, String rep, Origin origin) {
    return BlockRow.of(bytes(key), block * size, size, PACK, bytes(rep), origin);
  }

  private long commit(Control control, BlockRow... rows) {
    TableFileWriter<BlockRow> writer = table.newFileWriter();
    List.of(rows).forEach(writer::add);
    return table.commit(writer.finish(), control, CommitId.unique("test"));
  }

  private Publisher.Published publish() {
    return new Publisher(store, table).publish();
  }

  @Test
  void anEmptyTable() {
    assertThat(publish()).isEqualTo(new Publisher.Published(0, 0, 0, 0));
  }

  @Test
  void everyCommitOnceWithItsControlFacts() {
    long first =
        commit(
            Control.builder()
                .watermark("app.views", 2 * M5)
                .completeFrom("app.views", Long.MIN_VALUE)
                .streamed("app.views")
                .built("app.views", Map.of(PACK, TimeRanges.of(Long.MIN_VALUE, 2 * M5)))
                .build(),
            row("a", 0, "one", Origin.STREAM),
            row("a", 1, "two", Origin.STREAM));
    assertThat(publish()).isEqualTo(new Publisher.Published(first, 1, 2, 0));
    long second =
        commit(
            Control.builder().watermark("app.views", H1).sealed(PACK, 0, H1).build(),
            row("a", 1, "TWO", Origin.REPAIR),
            row("a", H1, 0, "hour", Origin.REPAIR));
    long third = commit(Control.NONE, row("b", 13, "b", Origin.STREAM));
    assertThat(all(store, "a")).containsExactly("0@1=one", "1@1=two");
    assertThat(publish()).isEqualTo(new Publisher.Published(third, 2, 3, 0));
    assertThat(publish()).isEqualTo(new Publisher.Published(third, 0, 0, 0));
    try (ReadSession session = store.read()) {
      assertThat(session.control()).isEqualTo(table.control().latest());
      assertThat(session.control().sealed(PACK).sealedAt(0)).isEqualTo(second);
      assertThat(session.control().covered("app.views", PACK))
          .isEqualTo(TimeRanges.of(Long.MIN_VALUE, 2 * M5));
      assertThat(session.control().covered("app.views", "another")).isEqualTo(TimeRanges.NONE);
      assertThat(scan(session, PACK, "a", H1, 0, 9)).containsExactly("0@" + second + "=hour");
    }
    assertThat(all(store, "a")).containsExactly("0@1=one", "1@2=TWO");
    assertThat(all(store, "b")).containsExactly("13@3=b");
  }

  @Test
  void aStreamCannotWriteOverWhatIsSealed() {
    commit(Control.NONE, row("a", 0, "stream", Origin.STREAM));
    commit(
        Control.builder().sealed(PACK, 0, H1).build(),
        row("a", 0, "repair", Origin.REPAIR),
        row("a", 1, "stream beside the seal", Origin.STREAM));
    commit(
        Control.NONE,
        row("a", 0, "too late", Origin.STREAM),
        row("a", 12, "next hour", Origin.STREAM));
    commit(Control.NONE, row("a", 1, "later repair", Origin.REPAIR));
    assertThat(publish()).isEqualTo(new Publisher.Published(4, 4, 5, 1));
    assertThat(all(store, "a")).containsExactly("0@2=repair", "1@4=later repair", "12@3=next hour");
  }

  @Test
  void aCrashBetweenBatchesIsHarmless() {
    commit(Control.NONE, row("a", 0, "old", Origin.STREAM), row("b", 0, "old", Origin.STREAM));
    publish();
    BlockRow[] rows = new BlockRow[10];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row("a", i, "new", Origin.STREAM);
    }
    commit(Control.builder().watermark("app.views", H1).build(), rows);
    for (int writes = 0; writes <= 5; writes++) {
      Publisher dying = new Publisher(new DyingStore(store, writes), table, 2);
      assertThatThrownBy(dying::publish).hasMessage("killed");
      assertThat(all(store, "a")).containsExactly("0@1=old");
      try (ReadSession session = store.read()) {
        assertThat(session.control().watermark("app.views")).isEmpty();
      }
    }
    assertThat(publish()).isEqualTo(new Publisher.Published(2, 1, 10, 0));
    assertThat(all(store, "a")).hasSize(10).allMatch(block -> block.endsWith("@2=new"));
    assertThat(all(store, "b")).containsExactly("0@1=old");
  }

  @Test
  void publishersInSeveralThreadsShareTheWork() throws Exception {
    for (int i = 0; i < 6; i++) {
      commit(Control.NONE, row("a", i, "v", Origin.STREAM));
    }
    List<CompletableFuture<Publisher.Published>> runs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      runs.add(
          CompletableFuture.supplyAsync(
              () -> {
                try (BlockStore own = LmdbBlockStore.open(environment.store())) {
                  return new Publisher(own, tables.blocks()).publish();
                }
              }));
    }
    int commits = 0;
    for (CompletableFuture<Publisher.Published> run : runs) {
      assertThat(run.get().revision()).isEqualTo(6);
      commits += run.get().commits();
    }
    assertThat(commits).isEqualTo(6);
    assertThat(all(store, "a")).hasSize(6);
  }

  @Test
  void aStoreOfAnotherTableIsRefused() {
    commit(Control.NONE, row("a", 0, "v", Origin.STREAM));
    store.publish(revision(9));
    assertThatThrownBy(this::publish)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("published revision 9, but the block table ends at 1");
  }

  @Test
  void theStoreIsTheTableAsOfItsRevision() throws Exception {
    Random random = new Random(3);
    for (int i = 0; i < 25; i++) {
      commit(randomControl(random, i), randomRows(random, i));
      if (random.nextInt(3) == 0) {
        long published = publish().revision();
        for (String key : List.of("k0", "k1", "k2")) {
          assertThat(all(store, key)).isEqualTo(newest(key, published));
        }
      }
    }
  }

  private static Control randomControl(Random random, int i) {
    Control.Builder control = Control.builder().watermark("app.views", i * M5);
    if (random.nextInt(4) == 0) {
      long hour = random.nextInt(4);
      control.sealed(PACK, hour * H1, (hour + 1) * H1);
    }
    return control.build();
  }

  private static BlockRow[] randomRows(Random random, int commit) {
    Map<String, BlockRow> rows = new HashMap<>();
    for (int i = 0; i < 12; i++) {
      String key = "k" + random.nextInt(3);
      int block = random.nextInt(48);
      Origin origin = random.nextBoolean() ? Origin.STREAM : Origin.REPAIR;
      rows.put(key + block, row(key, block, commit + "/" + i, origin));
    }
    return rows.values().toArray(new BlockRow[0]);
  }

  /** The obvious way: the highest revision of each block that is not fenced off. */
  private List<String> newest(String key, long revision) throws Exception {
    TreeMap<Long, RevisedBlock> newest = new TreeMap<>();
    var control = table.control().at(revision);
    try (CloseableIterable<RevisedBlock> rows = table.rowsUpTo(revision)) {
      for (RevisedBlock row : rows) {
        BlockRow block = row.block();
        boolean wanted =
            new String(block.key(), StandardCharsets.UTF_8).equals(key)
                && !control.fenced(block.origin(), block.packId(), block.start(), row.revision());
        if (wanted) {
          newest.merge(block.start(), row, (a, b) -> a.revision() > b.revision() ? a : b);
        }
      }
    }
    List<String> text = new ArrayList<>();
    newest.forEach(
        (start, row) -> {
          String rep = new String(row.block().rep(), StandardCharsets.UTF_8);
          text.add(start / M5 + "@" + row.revision() + "=" + rep);
        });
    return text;
  }
}

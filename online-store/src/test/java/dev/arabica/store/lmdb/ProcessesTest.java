package dev.arabica.store.lmdb;

import static dev.arabica.store.Records.M5;
import static dev.arabica.store.Records.PACK;
import static dev.arabica.store.Records.all;
import static dev.arabica.store.Records.revision;
import static dev.arabica.store.Records.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.store.BlockStore;
import dev.arabica.store.ReadSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One store, several processes, one of which is killed. */
class ProcessesTest {
  @TempDir Path folder;

  private static long requireWholeRevision(BlockStore store) {
    try (ReadSession session = store.read()) {
      long revision = session.control().revision();
      List<String> blocks = scan(session, PACK, "key", M5, 0, ChildWriter.BLOCKS);
      assertThat(blocks)
          .hasSize(revision == 0 ? 0 : ChildWriter.BLOCKS)
          .allMatch(block -> block.endsWith("=r" + revision));
      return revision;
    }
  }

  @Test
  void aReaderSeesWholeRevisionsOfAnotherProcess() throws Exception {
    try (BlockStore store = LmdbBlockStore.open(folder);
        ChildWriter child = ChildWriter.start(folder, 1, 40, -1, LmdbSettings.DEFAULT)) {
      assertThat(child.readLine()).isEqualTo("STARTED");
      long seen = 0;
      while (seen < 40 && (child.process.isAlive() || seen == 0)) {
        long now = requireWholeRevision(store);
        assertThat(now).isGreaterThanOrEqualTo(seen);
        seen = now;
      }
      assertThat(child.readLine()).isEqualTo("DONE");
      assertThat(requireWholeRevision(store)).isEqualTo(40);
    }
  }

  @Test
  void aKilledWriterLeavesNothingBehindButWork() throws Exception {
    try (BlockStore store = LmdbBlockStore.open(folder);
        ChildWriter child = ChildWriter.start(folder, 1, 5, 4, LmdbSettings.DEFAULT)) {
      assertThat(child.readLine()).isEqualTo("STARTED");
      assertThat(child.readLine()).isEqualTo("HALF");
      CompletableFuture<Void> next =
          CompletableFuture.runAsync(() -> store.lockForPublishing().close());
      assertThatThrownBy(() -> next.get(200, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(requireWholeRevision(store)).isEqualTo(3);
      child.kill();
      next.get(10, TimeUnit.SECONDS);
      assertThat(requireWholeRevision(store)).isEqualTo(3);
      store.write(ChildWriter.records(4));
      assertThat(requireWholeRevision(store)).isEqualTo(3);
      store.publish(revision(4));
      assertThat(requireWholeRevision(store)).isEqualTo(4);
    }
    try (BlockStore again = LmdbBlockStore.open(folder)) {
      assertThat(requireWholeRevision(again)).isEqualTo(4);
    }
  }

  @Test
  @SuppressWarnings("try")
  void writersKilledAtAnyMomentLeaveAWholeRevision() throws Exception {
    try (BlockStore store = LmdbBlockStore.open(folder)) {
      long revision = 0;
      for (int round = 0; round < 4; round++) {
        try (ChildWriter child =
            ChildWriter.start(folder, revision + 1, 1_000_000, -1, LmdbSettings.DEFAULT)) {
          long before = revision;
          while (requireWholeRevision(store) < before + 20 + round) {
            assertThat(child.process.isAlive()).isTrue();
          }
          child.kill();
        }
        revision = requireWholeRevision(store) + 1;
        try (BlockStore.PublishLock lock = store.lockForPublishing()) {
          store.write(ChildWriter.records(revision));
          store.publish(revision(revision));
        }
        assertThat(requireWholeRevision(store)).isEqualTo(revision);
      }
    }
  }

  @Test
  void aMapThatAnotherProcessHasGrownIsTakenOver() throws Exception {
    LmdbSettings small = LmdbSettings.DEFAULT.withMapBytes(1 << 16, 1 << 26);
    try (BlockStore store = LmdbBlockStore.open(folder, small)) {
      store.write(ChildWriter.records(1));
      store.publish(revision(1));
      try (ChildWriter child = ChildWriter.start(folder, 2, 30, -1, small)) {
        assertThat(child.readLine()).isEqualTo("DONE");
      }
      assertThat(Files.size(folder.resolve("data.mdb"))).isGreaterThan(small.mapBytes());
      assertThat(requireWholeRevision(store)).isEqualTo(30);
      store.write(ChildWriter.records(31));
      store.publish(revision(31));
      assertThat(all(store, "key")).hasSize(ChildWriter.BLOCKS);
    }
  }
}

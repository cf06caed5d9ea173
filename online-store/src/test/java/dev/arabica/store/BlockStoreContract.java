package dev.arabica.store;

import static dev.arabica.store.Records.H1;
import static dev.arabica.store.Records.M5;
import static dev.arabica.store.Records.OTHER_PACK;
import static dev.arabica.store.Records.PACK;
import static dev.arabica.store.Records.all;
import static dev.arabica.store.Records.bytes;
import static dev.arabica.store.Records.record;
import static dev.arabica.store.Records.revision;
import static dev.arabica.store.Records.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.time.SealedRanges;
import dev.arabica.core.time.TimeRanges;
import dev.arabica.tables.ControlState;
import dev.arabica.tables.PackCoverage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link BlockStore} does. */
public abstract class BlockStoreContract {
  protected BlockStore store;

  /** A handle on the store of this test, which is empty at first. */
  protected abstract BlockStore open();

  @BeforeEach
  void openStore() {
    store = open();
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  private void write(BlockRecord... records) {
    store.write(List.of(records));
  }

  @Test
  void aNewStoreIsEmpty() {
    try (ReadSession session = store.read()) {
      assertThat(session.control()).isEqualTo(ControlState.START);
      assertThat(session.found(PACK, bytes("a"))).isFalse();
    }
    assertThat(all(store, "a")).isEmpty();
  }

  @Test
  void nothingIsSeenBeforeTheFlip() {
    write(record("a", 1, 1, "one"));
    try (ReadSession session = store.read()) {
      assertThat(session.found(PACK, bytes("a"))).isFalse();
    }
    assertThat(all(store, "a")).isEmpty();
    store.publish(revision(1));
    assertThat(all(store, "a")).containsExactly("1@1=one");
    try (ReadSession session = store.read()) {
      assertThat(session.found(PACK, bytes("a"))).isTrue();
      assertThat(session.found(PACK, bytes("b"))).isFalse();
      assertThat(session.found(OTHER_PACK, bytes("a"))).isFalse();
    }
  }

  @Test
  void thePublishedVersionStaysVisibleUntilTheNextIsPublished() {
    write(record("a", 1, 1, "one"), record("a", 2, 1, "two"));
    store.publish(revision(1));
    write(record("a", 1, 2, "ONE"), record("a", 3, 2, "three"));
    assertThat(all(store, "a")).containsExactly("1@1=one", "2@1=two");
    store.publish(revision(2));
    assertThat(all(store, "a")).containsExactly("1@2=ONE", "2@1=two", "3@2=three");
  }

  @Test
  void thePublishedVersionSurvivesSeveralUnpublishedOnes() {
    write(record("a", 1, 1, "one"));
    store.publish(revision(1));
    write(record("a", 1, 2, "two"));
    write(record("a", 1, 3, "three"));
    assertThat(all(store, "a")).containsExactly("1@1=one");
    store.publish(revision(3));
    assertThat(all(store, "a")).containsExactly("1@3=three");
  }

  @Test
  void replaysAndOldVersionsChangeNothing() {
    write(record("a", 1, 1, "one"));
    store.publish(revision(1));
    write(record("a", 1, 2, "two"));
    write(record("a", 1, 2, "two"));
    write(record("a", 1, 1, "one"));
    assertThat(all(store, "a")).containsExactly("1@1=one");
    store.publish(revision(2));
    write(record("a", 1, 1, "one"));
    assertThat(all(store, "a")).containsExactly("1@2=two");
  }

  @Test
  void twoVersionsInOneBatchLeaveTheNewest() {
    write(record("a", 1, 2, "two"), record("a", 1, 1, "one"));
    store.publish(revision(2));
    assertThat(all(store, "a")).containsExactly("1@2=two");
  }

  @Test
  void aSessionKeepsItsView() {
    write(record("a", 1, 1, "one"));
    store.publish(revision(1));
    try (ReadSession before = store.read()) {
      write(record("a", 1, 2, "two"), record("a", 2, 2, "new"));
      store.publish(revision(2));
      write(record("a", 1, 3, "three"));
      store.publish(revision(3));
      assertThat(before.control().revision()).isEqualTo(1);
      assertThat(scan(before, PACK, "a", M5, 0, 10)).containsExactly("1@1=one");
    }
    assertThat(all(store, "a")).containsExactly("1@3=three", "2@2=new");
  }

  @Test
  void aScanTakesItsStartAndNotItsEndInOrderOfTime() {
    List<BlockRecord> records = new ArrayList<>();
    for (int block = -3; block <= 3; block++) {
      records.add(record("a", block, 1, "v"));
    }
    Collections.shuffle(records, new Random(1));
    store.write(records);
    store.publish(revision(1));
    try (ReadSession session = store.read()) {
      assertThat(scan(session, PACK, "a", M5, -2, 2))
          .containsExactly("-2@1=v", "-1@1=v", "0@1=v", "1@1=v");
      assertThat(scan(session, PACK, "a", M5, 4, 10)).isEmpty();
      assertThat(scan(session, PACK, "a", M5, 2, 2)).isEmpty();
    }
  }

  @Test
  void sizesPacksAndKeysStayApart() {
    long odd = 7 * M5;
    write(
        record(PACK, "a", M5, 12, 1, "5m"),
        record(PACK, "a", H1, 1, 1, "1h"),
        record(PACK, "a", odd, 1, 1, "35m"),
        record(OTHER_PACK, "a", M5, 12, 1, "other pack"),
        record(PACK, "b", M5, 12, 1, "other key"));
    store.publish(revision(1));
    try (ReadSession session = store.read()) {
      assertThat(scan(session, PACK, "a", M5, 0, 100)).containsExactly("12@1=5m");
      assertThat(scan(session, PACK, "a", H1, 0, 100)).containsExactly("1@1=1h");
      assertThat(scan(session, PACK, "a", odd, 0, 100)).containsExactly("1@1=35m");
      assertThat(scan(session, OTHER_PACK, "a", M5, 0, 100)).containsExactly("12@1=other pack");
      assertThat(session.found(PACK, bytes("b"))).isTrue();
    }
  }

  @Test
  void aKeyThatBeginsWithAnotherIsAnotherKey() {
    // The longer keys continue as the shorter one's records do: size code, then start.
    List<String> keys = List.of("a", "a\u0001", "a\u0001\u0000", "a\u0001\u0080\u0000\u0000", "");
    for (String key : keys) {
      write(record(key, 1, 1, "of " + key.length()), record(key, 2, 1, "of " + key.length()));
    }
    store.publish(revision(1));
    for (String key : keys) {
      assertThat(all(store, key))
          .containsExactly("1@1=of " + key.length(), "2@1=of " + key.length());
    }
    try (ReadSession session = store.read()) {
      assertThat(session.found(PACK, bytes("a\u0001\u0080"))).isFalse();
    }
  }

  @Test
  void keysOfAnyLength() {
    List<String> keys = new ArrayList<>();
    for (int length : new int[] {400, 476, 477, 478, 511, 512, 10_000}) {
      keys.add("k".repeat(length));
    }
    for (String key : keys) {
      write(record(key, 1, 1, "one of " + key.length()), record(key, 2, 1, "two"));
    }
    store.publish(revision(1));
    for (String key : keys) {
      assertThat(all(store, key)).containsExactly("1@1=one of " + key.length(), "2@1=two");
      write(record(key, 1, 2, "ONE"));
    }
    store.publish(revision(2));
    try (ReadSession session = store.read()) {
      for (String key : keys) {
        assertThat(scan(session, PACK, key, M5, 1, 2)).containsExactly("1@2=ONE");
        assertThat(session.found(PACK, bytes(key))).isTrue();
        assertThat(session.found(PACK, bytes(key + "k"))).isEqualTo(keys.contains(key + "k"));
      }
    }
  }

  @Test
  void largeReps() {
    String large = "x".repeat(1 << 20);
    write(record("a", 1, 1, large), record("a", 2, 1, "small"));
    store.publish(revision(1));
    assertThat(all(store, "a")).containsExactly("1@1=" + large, "2@1=small");
  }

  @Test
  void manyRecordsInAnyOrder() {
    List<BlockRecord> records = new ArrayList<>();
    for (int key = 0; key < 200; key++) {
      for (int block = 0; block < 100; block++) {
        records.add(record("key" + key, block, 1, key + "/" + block));
      }
    }
    Collections.shuffle(records, new Random(7));
    store.write(records);
    store.publish(revision(1));
    for (int key = 0; key < 200; key++) {
      List<String> found = all(store, "key" + key);
      assertThat(found).hasSize(100);
      assertThat(found.get(42)).isEqualTo("42@1=" + key + "/42");
    }
  }

  @Test
  void theControlStateIsKeptWhole() {
    ControlState state =
        new ControlState(
            7,
            Map.of("app.views", 3 * H1, "app.clicks", -H1),
            Map.of("app.views", Long.MIN_VALUE),
            Map.of(
                PACK, SealedRanges.NONE.plus(0, H1, 3).plus(H1, 2 * H1, 5).plus(4 * H1, 5 * H1, 6)),
            Set.of("app.views"),
            Map.of("app.clicks", -123456789L),
            Map.of(
                "app.views",
                new PackCoverage(
                    Map.of(
                        PACK,
                        TimeRanges.ALL.minus(TimeRanges.of(H1, 2 * H1)),
                        "dropped",
                        TimeRanges.NONE)),
                "app.clicks",
                new PackCoverage(Map.of())));
    store.publish(state);
    try (ReadSession session = store.read()) {
      assertThat(session.control()).isEqualTo(state);
    }
    store.close();
    store = open();
    try (ReadSession session = store.read()) {
      assertThat(session.control()).isEqualTo(state);
    }
  }

  @Test
  void aFlipWithoutANewRevisionIsSeen() {
    store.publish(revision(1));
    store.read().close();
    store.publish(watermark(1, 2 * H1));
    try (ReadSession session = store.read()) {
      assertThat(session.control().watermark("s")).hasValue(2 * H1);
    }
  }

  @Test
  void neitherRevisionNorWatermarkGoesBack() {
    store.publish(watermark(5, 2 * H1));
    assertThatThrownBy(() -> store.publish(watermark(4, 2 * H1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("revision 4 cannot be published after 5");
    assertThatThrownBy(() -> store.publish(watermark(6, H1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the watermark of `s` cannot go back from 1970-01-01T02:00:00Z");
    assertThatThrownBy(() -> store.publish(revision(6)))
        .isInstanceOf(IllegalArgumentException.class);
    try (ReadSession session = store.read()) {
      assertThat(session.control()).isEqualTo(watermark(5, 2 * H1));
    }
  }

  private static ControlState watermark(long revision, long micros) {
    return new ControlState(
        revision, Map.of("s", micros), Map.of(), Map.of(), Set.of(), Map.of(), Map.of());
  }

  @Test
  void aStoreOutlivesItsHandles() {
    write(record("a", 1, 1, "one"));
    store.publish(revision(1));
    try (BlockStore second = open()) {
      assertThat(all(second, "a")).containsExactly("1@1=one");
      store.close();
      second.write(List.of(record("a", 2, 2, "two")));
      second.publish(revision(2));
    }
    store = open();
    assertThat(all(store, "a")).containsExactly("1@1=one", "2@2=two");
  }

  @Test
  @SuppressWarnings("try")
  void onePublishesAtATime() throws Exception {
    CompletableFuture<Void> second;
    try (BlockStore.PublishLock lock = store.lockForPublishing()) {
      second = CompletableFuture.runAsync(() -> store.lockForPublishing().close());
      assertThatThrownBy(() -> second.get(100, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      lock.close();
    }
    second.get(10, TimeUnit.SECONDS);
    store.lockForPublishing().close();
  }

  @Test
  void whatIsClosedSaysSo() {
    ReadSession session = store.read();
    session.close();
    session.close();
    assertThatThrownBy(() -> scan(session, PACK, "a", M5, 0, 1))
        .isInstanceOf(IllegalStateException.class);
    store.close();
    assertThatThrownBy(store::read).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> store.publish(revision(1))).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPackIdIsHex() {
    assertThatThrownBy(() -> write(record("nonsense", "a", M5, 1, 1, "v")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("`nonsense`");
  }

  @Test
  void readersSeeWholeRevisionsWhileOneWrites() throws Exception {
    int revisions = 60;
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int r = 1; r <= revisions; r++) {
                for (int block = 0; block < 20; block++) {
                  store.write(List.of(record("a", block, r, "r" + r)));
                }
                store.publish(revision(r));
              }
            });
    long seen = 0;
    while (seen < revisions) {
      try (ReadSession session = store.read()) {
        long at = session.control().revision();
        assertThat(at).isGreaterThanOrEqualTo(seen);
        seen = at;
        List<String> blocks = scan(session, PACK, "a", M5, 0, 20);
        assertThat(blocks).hasSize(at == 0 ? 0 : 20).allMatch(b -> b.endsWith("=r" + at));
      }
      if (writer.isCompletedExceptionally()) {
        break;
      }
    }
    writer.get(60, TimeUnit.SECONDS);
  }
}

package dev.arabica.tables;

import static dev.arabica.core.time.Instants.MICROS_PER_DAY;
import static dev.arabica.core.time.Instants.MICROS_PER_HOUR;
import static dev.arabica.tables.Samples.FIVE_MINUTES;
import static dev.arabica.tables.Samples.NOON;
import static dev.arabica.tables.Samples.all;
import static dev.arabica.tables.Samples.block;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arabica.core.codec.CorruptBytesException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.iceberg.DataFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockTableIT {
  @TempDir Path folder;
  private Tables tables;
  private BlockTable blocks;

  @BeforeEach
  void open() {
    tables = Tables.open(Environment.create(folder.resolve("an environment")));
    blocks = tables.blocks();
  }

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void aCommitsRowsHaveItsRevision() throws Exception {
    BlockRow first = block("a", NOON, 1);
    BlockRow second = block("b", NOON, 2);
    BlockRow corrected = block("a", NOON, 3, Origin.REPAIR);

    assertThat(blocks.revision()).isZero();
    long r1 = commit(new CommitId("job", 1), Control.NONE, first, second);
    long r2 = commit(new CommitId("job", 2), Control.NONE);
    long r3 = commit(new CommitId("job", 3), Control.NONE, corrected);

    assertThat(List.of(r1, r2, r3)).containsExactly(1L, 2L, 3L);
    List<BlockCommit> commits = tables.blocks().commitsAfter(0);
    assertThat(commits).extracting(BlockCommit::revision).containsExactly(r1, r2, r3);
    assertThat(all(blocks.rowsAdded(commits.get(0)))).containsExactlyInAnyOrder(first, second);
    assertThat(all(blocks.rowsAdded(commits.get(1)))).isEmpty();
    assertThat(all(blocks.rowsAdded(commits.get(2)))).containsExactly(corrected);
    assertThat(blocks.commitsAfter(r2)).extracting(BlockCommit::revision).containsExactly(r3);
    assertThat(all(blocks.rowsUpTo(r3)))
        .containsExactlyInAnyOrder(
            new RevisedBlock(first, r1),
            new RevisedBlock(second, r1),
            new RevisedBlock(corrected, r3));
    assertThat(all(blocks.rowsUpTo(r2))).extracting(RevisedBlock::revision).containsOnly(r1);
  }

  @Test
  void eachPartitionGetsOneSortedFile() throws Exception {
    TableFileWriter<BlockRow> writer = blocks.newFileWriter();
    for (int i = 99; i >= 0; i--) {
      writer.add(block("key" + i % 7, NOON + i % 5 * MICROS_PER_DAY + i * FIVE_MINUTES, i));
    }
    writer.add(
        BlockRow.of(new byte[] {1}, NOON, MICROS_PER_HOUR, "pack", new byte[0], Origin.REPAIR));
    List<DataFile> files = writer.finish();

    assertThat(files).hasSize(6);
    blocks.commit(files, Control.NONE, CommitId.unique("test"));
    List<BlockRow> rows = all(blocks.rowsAdded(blocks.commitsAfter(0).get(0)));
    assertThat(rows).hasSize(101).isSortedAccordingTo(BlockSchema.FILE_ORDER);
  }

  @Test
  void aCommitIsRefusedAfterAConflict() {
    long base = commit(new CommitId("job", 1), Control.NONE, block("a", NOON, 1));
    commit(
        new CommitId("job", 2),
        Control.NONE,
        block("a", NOON, 2),
        block("b", NOON + FIVE_MINUTES, 2));
    commit(new CommitId("job", 3), Control.NONE);
    CommitId refused = new CommitId("repair", 1);

    assertThat(blocks.commitUnless(this::touchesNoon, base, List.of(), Control.NONE, refused))
        .isEmpty();
    assertThat(blocks.committed(refused)).isEmpty();
    // What was there already is no conflict.
    assertThat(blocks.commitUnless(this::touchesNoon, base + 1, List.of(), Control.NONE, refused))
        .hasValue(base + 3);
    // Made before, it is made, whatever came since.
    assertThat(blocks.commitUnless(commit -> true, base, List.of(), Control.NONE, refused))
        .hasValue(base + 3);
    assertThat(blocks.spansAdded(blocks.commitsAfter(base).get(0)))
        .containsExactly(new Control.Span(NOON, NOON + FIVE_MINUTES + 1));
  }

  private boolean touchesNoon(BlockCommit commit) {
    return blocks.spansAdded(commit).stream().anyMatch(span -> span.from() <= NOON);
  }

  @Test
  void aNamedCommitIsMadeOnce() throws Exception {
    CommitId id = new CommitId("job", 7);
    long made = commit(id, Control.NONE, block("a", NOON, 1));
    commit(new CommitId("job", 8), Control.NONE, block("a", NOON, 2));
    BlockTable restarted = tables.blocks();

    TableFileWriter<BlockRow> writer = restarted.newFileWriter();
    writer.add(block("a", NOON, 1));
    assertThat(restarted.commit(writer.finish(), Control.NONE, id)).isEqualTo(made);

    assertThat(restarted.commitsAfter(0)).hasSize(2);
    assertThat(restarted.committed(id)).hasValue(made);
    assertThat(restarted.committed(new CommitId("job", 9))).isEmpty();
    assertThat(restarted.committed(new CommitId("other", 7))).isEmpty();
    assertThat(restarted.lastCheckpoint("job")).hasValue(8);
    assertThat(restarted.lastCheckpoint("other")).isEmpty();
  }

  @Test
  void filesSurviveACheckpointAsBytes() throws Exception {
    TableFileWriter<BlockRow> writer = blocks.newFileWriter();
    writer.add(block("a", NOON, 1));
    writer.add(block("a", NOON + MICROS_PER_DAY, 1));
    byte[] bytes = blocks.encodeFiles(writer.finish());
    BlockTable restarted = tables.blocks();

    List<DataFile> files = restarted.decodeFiles(bytes);
    assertThat(files).hasSize(2);
    restarted.commit(files, Control.NONE, new CommitId("job", 1));

    assertThat(all(restarted.rowsUpTo(1))).extracting(RevisedBlock::revision).containsOnly(1L);
    assertThat(restarted.decodeFiles(restarted.encodeFiles(List.of()))).isEmpty();
    assertThatThrownBy(() -> restarted.decodeFiles(new byte[] {9}))
        .isInstanceOf(CorruptBytesException.class)
        .hasMessageContaining("version 9");
  }

  @Test
  void controlFactsAreKnownAsOfEveryRevision() {
    long hour = NOON - MICROS_PER_HOUR;
    long r1 = commit(new CommitId("job", 1), Control.builder().watermark("s", NOON).build());
    long r2 = commit(new CommitId("job", 2), Control.NONE, block("a", NOON, 1));
    long r3 =
        commit(
            CommitId.unique("repair"),
            Control.builder().sealed("pack", hour, NOON).watermark("s", NOON + 5).build());
    commit(new CommitId("job", 3), Control.NONE, block("a", hour, 1));

    ControlLog log = tables.blocks().control();
    assertThat(log.at(0).watermark("s")).isEmpty();
    assertThat(log.at(r1).watermark("s")).hasValue(NOON);
    assertThat(log.at(r2).watermark("s")).hasValue(NOON);
    assertThat(log.at(r2).sealed("pack").isEmpty()).isTrue();
    assertThat(log.at(r3).watermark("s")).hasValue(NOON + 5);
    assertThat(log.latest().sealed("pack").sealedAt(hour)).isEqualTo(r3);
    assertThat(log.latest().revision()).isEqualTo(4);
    assertThat(log.at(99)).isEqualTo(log.latest());
    assertThat(log.latest().fenced(Origin.STREAM, "pack", hour, 4)).isTrue();
  }

  @Test
  void anAbortedWriterLeavesNoFile() throws Exception {
    TableFileWriter<BlockRow> writer = blocks.newFileWriter();
    for (int i = 0; i < 50_001; i++) {
      writer.add(block("k" + i, NOON, 1));
    }
    writer.abort();

    assertThat(writer.finish()).isEmpty();
    try (var paths = Files.walk(folder)) {
      assertThat(paths.filter(path -> path.toString().endsWith(".parquet"))).isEmpty();
    }
  }

  private long commit(CommitId id, Control control, BlockRow... rows) {
    TableFileWriter<BlockRow> writer = blocks.newFileWriter();
    for (BlockRow row : rows) {
      writer.add(row);
    }
    return blocks.commit(writer.finish(), control, id);
  }
}

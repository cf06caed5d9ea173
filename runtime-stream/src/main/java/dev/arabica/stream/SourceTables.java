package dev.arabica.stream;

import dev.arabica.tables.BlockTable;
import dev.arabica.tables.CommitId;
import dev.arabica.tables.Control;
import dev.arabica.tables.DeadLetterTable;
import dev.arabica.tables.RawTable;
import dev.arabica.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.iceberg.DataFile;

/**
 * The three tables that a source's stream commits to, raw rows first: the raw watermark is never
 * behind the watermark of the blocks. Every commit is made once, however often it is tried.
 */
final class SourceTables {
  private final RawTable raw;
  private final DeadLetterTable deadLetters;
  private final BlockTable blocks;

  SourceTables(Tables tables, PlannedSource source) {
    this.raw = tables.raw(source.source());
    this.deadLetters = tables.deadLetters();
    this.blocks = tables.blocks();
  }

  /**
   * Commits a checkpoint: rows where there are any, and the control facts with the blocks.
   *
   * @param telling whether to commit even without rows, since there is news of the watermark
   */
  void commit(String job, PendingCheckpoint checkpoint, Control control, boolean telling) {
    CommitId id = new CommitId(job, checkpoint.id());
    List<DataFile> rows = files(checkpoint, Flush.Kind.RAW_ROWS, raw::decodeFiles);
    if (telling || !rows.isEmpty()) {
      raw.commit(rows, watermark(checkpoint), id);
    }
    List<DataFile> letters = files(checkpoint, Flush.Kind.DEAD_LETTERS, deadLetters::decodeFiles);
    if (!letters.isEmpty()) {
      deadLetters.commit(letters, id);
    }
    List<DataFile> built = files(checkpoint, Flush.Kind.BLOCKS, blocks::decodeFiles);
    if (telling || !built.isEmpty()) {
      blocks.commit(built, control, id);
    }
  }

  private static OptionalLong watermark(PendingCheckpoint checkpoint) {
    long clock = ClockTime.micros(checkpoint.clockMillis());
    return clock == ClockTime.UNSTARTED ? OptionalLong.empty() : OptionalLong.of(clock);
  }

  /** The last checkpoint of which a job has committed anything. */
  OptionalLong lastCheckpoint(String job) {
    return Stream.of(
            raw.lastCheckpoint(job), deadLetters.lastCheckpoint(job), blocks.lastCheckpoint(job))
        .flatMapToLong(OptionalLong::stream)
        .max();
  }

  private static List<DataFile> files(
      PendingCheckpoint checkpoint, Flush.Kind kind, Function<byte[], List<DataFile>> decode) {
    List<DataFile> files = new ArrayList<>();
    for (byte[] encoded : checkpoint.files(kind)) {
      files.addAll(decode.apply(encoded));
    }
    return files;
  }
}

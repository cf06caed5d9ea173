package dev.arabica.stream;

import dev.arabica.tables.BlockRow;
import dev.arabica.tables.BlockTable;
import dev.arabica.tables.DeadLetterTable;
import dev.arabica.tables.RawEvent;
import dev.arabica.tables.RawTable;
import dev.arabica.tables.RejectedRecord;
import dev.arabica.tables.TableFileWriter;
import java.util.List;
import java.util.function.Function;
import org.apache.iceberg.DataFile;

/**
 * Where a task's rows go: data files that nobody sees before the committer commits them.
 *
 * @param <T> the rows
 */
final class Landing<T> implements AutoCloseable {
  private final TableFileWriter<T> writer;
  private final Function<List<DataFile>, byte[]> encode;

  private Landing(TableFileWriter<T> writer, Function<List<DataFile>, byte[]> encode) {
    this.writer = writer;
    this.encode = encode;
  }

  static Landing<RawEvent> raw(RawTable table) {
    return new Landing<>(table.newFileWriter(), table::encodeFiles);
  }

  static Landing<RejectedRecord> deadLetters(DeadLetterTable table) {
    return new Landing<>(table.newFileWriter(), table::encodeFiles);
  }

  static Landing<BlockRow> blocks(BlockTable table) {
    return new Landing<>(table.newFileWriter(), table::encodeFiles);
  }

  void add(T row) {
    writer.add(row);
  }

  /**
   * Finishes the files written since the last call.
   *
   * @return what the committer needs to commit them; empty if nothing was written
   */
  byte[] finish() {
    List<DataFile> files = writer.finish();
    return files.isEmpty() ? Flush.NO_FILES : encode.apply(files);
  }

  /** Gives up what is not finished. */
  @Override
  public void close() {
    writer.abort();
  }
}

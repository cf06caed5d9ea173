package dev.arabica.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.io.CloseableIterable;

/** The records of all sources that could not be admitted, each with its reason and its bytes. */
public final class DeadLetterTable {
  /** As SQL names it, catalogue included. */
  public static final String SQL_NAME = CatalogSettings.NAME + "." + DeadLetterSchema.NAME;

  private final AppendLog log;

  DeadLetterTable(Table table) {
    this.log = new AppendLog(table);
  }

  /** A writer of data files, to be committed by {@link #commit}. */
  public TableFileWriter<RejectedRecord> newFileWriter() {
    return new TableFileWriter<>(
        log.table(), Comparator.comparingLong(RejectedRecord::ingestTime), DeadLetterSchema::fill);
  }

  /** Written files as bytes, to be kept in a checkpoint. */
  public byte[] encodeFiles(List<DataFile> files) {
    return DataFileBytes.encode(log.table(), files);
  }

  public List<DataFile> decodeFiles(byte[] bytes) {
    return DataFileBytes.decode(log.table(), bytes);
  }

  /** Commits written files, unless the commit of this name was made before. */
  public void commit(List<DataFile> files, CommitId id) {
    log.commitOnce(files, Map.of(), id);
  }

  /** The highest checkpoint that a job has committed. */
  public OptionalLong lastCheckpoint(String job) {
    return log.lastCheckpoint(job);
  }

  /** How many records the table holds. */
  public long count() {
    log.refresh();
    Snapshot newest = log.table().currentSnapshot();
    return newest == null ? 0 : Long.parseLong(newest.summary().get("total-records"));
  }

  /** Every record, in no particular order; to be closed. */
  public CloseableIterable<RejectedRecord> records() {
    log.refresh();
    return CloseableIterable.transform(
        IcebergGenerics.read(log.table()).build(), DeadLetterSchema::read);
  }
}

package dev.arabica.tables;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.MetadataColumns;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.formats.FormatModelRegistry;
import org.apache.iceberg.formats.ReadBuilder;
import org.apache.iceberg.io.CloseableIterable;

/**
 * The block table: an append-only log of block versions. The revision of a commit, and of every row
 * it brings, is the commit's sequence number: one counter for all processes, given out with the
 * commit itself. The control facts of a commit (see {@link Control}) are in its summary.
 */
public final class BlockTable {
  /** As SQL names it, catalogue included. */
  public static final String SQL_NAME = CatalogSettings.NAME + "." + BlockSchema.NAME;

  /** The hidden column that is a row's revision, in Spark too, also after a compaction. */
  public static final String REVISION_COLUMN = "_last_updated_sequence_number";

  private final AppendLog log;

  BlockTable(Table table) {
    this.log = new AppendLog(table);
  }

  /** A writer of data files, to be committed by {@link #commit}. */
  public TableFileWriter<BlockRow> newFileWriter() {
    return new TableFileWriter<>(log.table(), BlockSchema.FILE_ORDER, BlockSchema::fill);
  }

  /** Written files as bytes, to be kept in a checkpoint. */
  public byte[] encodeFiles(List<DataFile> files) {
    return DataFileBytes.encode(log.table(), files);
  }

  public List<DataFile> decodeFiles(byte[] bytes) {
    return DataFileBytes.decode(log.table(), bytes);
  }

  /**
   * Commits written files and control facts together, unless the commit of this name was made
   * before. Either may be empty.
   *
   * @return the revision of the commit, now or then
   */
  public long commit(List<DataFile> files, Control control, CommitId id) {
    return log.commitOnce(files, control.toSummary(), id);
  }

  /**
   * As {@link #commit}, but only if no commit after the revision {@code base} is one that {@code
   * conflict} says it cannot follow; checked against the very commit it follows.
   *
   * @return the revision of the commit; absent if it was not made
   */
  public OptionalLong commitUnless(
      Predicate<BlockCommit> conflict,
      long base,
      List<DataFile> files,
      Control control,
      CommitId id) {
    return log.commitUnless(
        snapshot -> conflict.test(new BlockCommit(snapshot)), base, files, control.toSummary(), id);
  }

  /** The revision of a commit, if it was made. */
  public OptionalLong committed(CommitId id) {
    return log.committed(id);
  }

  /** The highest checkpoint that a job has committed. */
  public OptionalLong lastCheckpoint(String job) {
    return log.lastCheckpoint(job);
  }

  /** The newest revision; 0 before the first commit. */
  public long revision() {
    log.refresh();
    Snapshot newest = log.table().currentSnapshot();
    return newest == null ? 0 : newest.sequenceNumber();
  }

  /** The commits after a revision, oldest first; 0 for all. */
  public List<BlockCommit> commitsAfter(long revision) {
    return log.after(revision).stream().map(BlockCommit::new).toList();
  }

  /** The control facts of all commits so far. */
  public ControlLog control() {
    return ControlLog.of(commitsAfter(0));
  }

  /** The rows that a commit brought, in no particular order; to be closed. */
  public CloseableIterable<BlockRow> rowsAdded(BlockCommit commit) {
    return CloseableIterable.concat(
        log.filesAdded(commit.snapshot()).stream().map(this::read).toList());
  }

  /** Where the blocks that a commit brought start, a span a file; read from metadata. */
  public List<Control.Span> spansAdded(BlockCommit commit) {
    return log.filesAdded(commit.snapshot()).stream().map(BlockSchema::starts).toList();
  }

  /** All rows with a revision at or below the given one, in no particular order; to be closed. */
  public CloseableIterable<RevisedBlock> rowsUpTo(long revision) {
    log.refresh();
    Schema withRevision = MetadataColumns.schemaWithRowLineage(BlockSchema.SCHEMA);
    int column = withRevision.columns().indexOf(MetadataColumns.LAST_UPDATED_SEQUENCE_NUMBER);
    CloseableIterable<RevisedBlock> rows =
        CloseableIterable.transform(
            IcebergGenerics.read(log.table()).project(withRevision).build(),
            record -> new RevisedBlock(BlockSchema.read(record), record.get(column, Long.class)));
    return CloseableIterable.filter(rows, row -> row.revision() <= revision);
  }

  private CloseableIterable<BlockRow> read(DataFile file) {
    // Named by its registry and not by the Parquet reader: see the package's documentation.
    ReadBuilder<Record, Schema> reader =
        FormatModelRegistry.readBuilder(
            FileFormat.PARQUET, Record.class, log.table().io().newInputFile(file.location()));
    return CloseableIterable.transform(
        reader.project(BlockSchema.SCHEMA).build(), BlockSchema::read);
  }
}

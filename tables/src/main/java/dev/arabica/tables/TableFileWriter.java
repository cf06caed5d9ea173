package dev.arabica.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.PartitionKey;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.InternalRecordWrapper;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.ClusteredDataWriter;
import org.apache.iceberg.io.FileWriterFactory;
import org.apache.iceberg.io.OutputFileFactory;

/**
 * Writes rows to data files of a table, without committing them. Rows are gathered in memory and
 * sorted, so that each partition gets one file however they arrive; past a limit what is there is
 * written. A writer may go on after {@link #finish}. It belongs to one thread.
 *
 * @param <T> the rows, which the writer keeps until {@link #finish}: give each only once
 */
public final class TableFileWriter<T> {
  private static final int ROWS_IN_MEMORY = 50_000;
  private static final long TARGET_FILE_BYTES = 128L << 20;

  private final Table table;
  private final Comparator<? super T> order;
  private final BiConsumer<T, Record> fill;
  private final FileWriterFactory<Record> writers;
  private final OutputFileFactory names;
  private final PartitionKey partition;
  private final InternalRecordWrapper partitionView;
  private final GenericRecord record;
  private List<T> rows = new ArrayList<>();
  private List<DataFile> files = new ArrayList<>();

  /**
   * @param order brings rows of one partition together
   * @param fill sets every column of a record that still holds another row
   */
  TableFileWriter(Table table, Comparator<? super T> order, BiConsumer<T, Record> fill) {
    this.table = table;
    this.order = order;
    this.fill = fill;
    this.writers =
        new GenericFileWriterFactory.Builder(table).dataFileFormat(FileFormat.PARQUET).build();
    this.names =
        OutputFileFactory.builderFor(table, 0, 0)
            .format(FileFormat.PARQUET)
            .operationId(UUID.randomUUID().toString())
            .build();
    this.partition = new PartitionKey(table.spec(), table.schema());
    this.partitionView = new InternalRecordWrapper(table.schema().asStruct());
    this.record = GenericRecord.create(table.schema());
  }

  public void add(T row) {
    rows.add(row);
    if (rows.size() >= ROWS_IN_MEMORY) {
      writeRows();
    }
  }

  /** Writes what is left, and gives out the files written since the last time. */
  public List<DataFile> finish() {
    writeRows();
    List<DataFile> result = files;
    files = new ArrayList<>();
    return result;
  }

  /** Forgets the rows and deletes the files written since {@link #finish}. */
  public void abort() {
    rows = new ArrayList<>();
    files.forEach(file -> table.io().deleteFile(file.location()));
    files = new ArrayList<>();
  }

  private void writeRows() {
    if (rows.isEmpty()) {
      return;
    }
    rows.sort(order);
    ClusteredDataWriter<Record> writer =
        new ClusteredDataWriter<>(writers, names, table.io(), TARGET_FILE_BYTES);
    try (writer) {
      for (T row : rows) {
        fill.accept(row, record);
        partition.partition(partitionView.wrap(record));
        writer.write(record, table.spec(), partition);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to table " + table.name(), e);
    }
    files.addAll(writer.result().dataFiles());
    rows = new ArrayList<>();
  }
}

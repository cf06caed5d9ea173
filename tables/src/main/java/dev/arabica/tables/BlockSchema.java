package dev.arabica.tables;

import static org.apache.iceberg.types.Types.NestedField.required;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Conversions;
import org.apache.iceberg.types.Types;

/** The block table's columns and layout. */
final class BlockSchema {
  static final TableIdentifier NAME = TableIdentifier.of("arabica", "blocks");

  static final Schema SCHEMA =
      new Schema(
          required(1, "key_shard", Types.IntegerType.get()),
          required(2, "primary_key", Types.BinaryType.get()),
          required(3, "window_start", Types.TimestampType.withZone()),
          required(4, "window_size", Types.LongType.get()),
          required(5, "feature_id", Types.StringType.get()),
          required(6, "representation", Types.BinaryType.get()),
          required(7, "origin", Types.StringType.get()));

  static final PartitionSpec PARTITIONS =
      PartitionSpec.builderFor(SCHEMA).identity("window_size").day("window_start").build();

  static final SortOrder ORDER =
      SortOrder.builderFor(SCHEMA).asc("feature_id").asc("primary_key").asc("window_start").build();

  /** Partition by partition, and within each as the table is sorted. */
  static final Comparator<BlockRow> FILE_ORDER =
      Comparator.comparingLong(BlockRow::size)
          .thenComparingLong(row -> IcebergValues.day(row.start()))
          .thenComparing(BlockRow::packId)
          .thenComparing(BlockRow::key, Arrays::compareUnsigned)
          .thenComparingLong(BlockRow::start);

  private BlockSchema() {}

  static void fill(BlockRow row, Record record) {
    record.set(0, row.keyShard());
    record.set(1, ByteBuffer.wrap(row.key()));
    record.set(2, IcebergValues.instant(row.start()));
    record.set(3, row.size());
    record.set(4, row.packId());
    record.set(5, ByteBuffer.wrap(row.rep()));
    record.set(6, row.origin().toString());
  }

  /** The span in which the blocks of a file start. */
  static Control.Span starts(DataFile file) {
    return new Control.Span(bound(file.lowerBounds()), bound(file.upperBounds()) + 1);
  }

  private static long bound(Map<Integer, ByteBuffer> bounds) {
    Types.NestedField column = SCHEMA.findField("window_start");
    return Conversions.fromByteBuffer(column.type(), bounds.get(column.fieldId()));
  }

  static BlockRow read(StructLike record) {
    return new BlockRow(
        record.get(0, Integer.class),
        IcebergValues.bytes(record.get(1, ByteBuffer.class)),
        IcebergValues.micros(record.get(2, OffsetDateTime.class)),
        record.get(3, Long.class),
        record.get(4, String.class),
        IcebergValues.bytes(record.get(5, ByteBuffer.class)),
        Origin.parse(record.get(6, String.class)));
  }
}

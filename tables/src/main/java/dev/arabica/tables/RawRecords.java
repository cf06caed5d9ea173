package dev.arabica.tables;

import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.intake.Event;
import dev.arabica.intake.FilePosition;
import dev.arabica.intake.KafkaPosition;
import dev.arabica.intake.RecordPosition;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;

/** Between a source's events and the records of its raw table, resolved against both once. */
final class RawRecords {
  private final RowType type;
  private final Schema schema;
  private final int[] columns;
  private final int eventTime;
  private final int eventId;
  private final int ingestTime;
  private final int kafkaPartition;
  private final int kafkaOffset;
  private final int originFile;
  private final int fileRow;

  RawRecords(SourcePlan source, Schema schema) {
    this.type = source.rowType();
    this.schema = schema;
    this.columns = new int[type.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = position(type.name(i));
    }
    this.eventTime = position(RawColumns.EVENT_TIME);
    this.eventId = position(RawColumns.EVENT_ID);
    this.ingestTime = position(RawColumns.INGEST_TIME);
    this.kafkaPartition = position(RawColumns.KAFKA_PARTITION);
    this.kafkaOffset = position(RawColumns.KAFKA_OFFSET);
    this.originFile = position(RawColumns.ORIGIN_FILE);
    this.fileRow = position(RawColumns.FILE_ROW);
  }

  private int position(String column) {
    return schema.columns().indexOf(schema.asStruct().field(column));
  }

  void fill(RawEvent raw, Record record) {
    for (int i = 0; i < record.size(); i++) {
      record.set(i, null);
    }
    Event event = raw.event();
    for (int i = 0; i < columns.length; i++) {
      record.set(
          columns[i],
          IcebergValues.toIceberg(
              type.type(i), schema.columns().get(columns[i]).type(), event.row().getValue(i)));
    }
    record.set(eventTime, IcebergValues.instant(event.eventTime()));
    record.set(eventId, ByteBuffer.wrap(event.id().toBytes()));
    record.set(ingestTime, IcebergValues.instant(raw.ingestTime()));
    fillPosition(event.position(), record);
  }

  private void fillPosition(RecordPosition position, Record record) {
    if (position instanceof KafkaPosition kafka) {
      record.set(kafkaPartition, kafka.partition());
      record.set(kafkaOffset, kafka.offset());
    } else if (position instanceof FilePosition file) {
      record.set(originFile, file.file());
      record.set(fileRow, file.row());
    }
  }

  /** What {@link #read} needs, in the order it needs it. */
  Schema projection() {
    List<Types.NestedField> fields = new ArrayList<>();
    for (int column : columns) {
      fields.add(schema.columns().get(column));
    }
    fields.add(schema.columns().get(eventTime));
    fields.add(schema.columns().get(eventId));
    return new Schema(fields);
  }

  RawRow read(Record record) {
    Row row = new Row(type);
    for (int i = 0; i < columns.length; i++) {
      row.setValue(i, IcebergValues.fromIceberg(type.type(i), record.get(i)));
    }
    int next = columns.length;
    return new RawRow(
        row,
        IcebergValues.micros((OffsetDateTime) record.get(next)),
        EventId.fromBytes(IcebergValues.bytes((ByteBuffer) record.get(next + 1))));
  }
}

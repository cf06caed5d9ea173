package dev.arabica.tables;

import static org.apache.iceberg.types.Types.NestedField.optional;
import static org.apache.iceberg.types.Types.NestedField.required;

import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.FilePosition;
import dev.arabica.intake.KafkaPosition;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.types.Types;

/** The dead-letter table's columns and layout. */
final class DeadLetterSchema {
  static final TableIdentifier NAME = TableIdentifier.of("arabica", "dead_letters");

  static final Schema SCHEMA =
      new Schema(
          required(1, "source", Types.StringType.get()),
          required(2, "reason", Types.StringType.get()),
          required(3, "detail", Types.StringType.get()),
          required(4, "raw", Types.BinaryType.get()),
          optional(5, "kafka_topic", Types.StringType.get()),
          optional(6, "kafka_partition", Types.IntegerType.get()),
          optional(7, "kafka_offset", Types.LongType.get()),
          optional(8, "kafka_timestamp", Types.TimestampType.withZone()),
          optional(9, "origin_file", Types.StringType.get()),
          optional(10, "file_row", Types.LongType.get()),
          required(11, "ingest_time", Types.TimestampType.withZone()));

  static final PartitionSpec PARTITIONS =
      PartitionSpec.builderFor(SCHEMA).day("ingest_time").build();

  private DeadLetterSchema() {}

  static void fill(RejectedRecord rejected, Record record) {
    DeadLetter letter = rejected.letter();
    record.set(0, letter.source());
    record.set(1, letter.reason().toString());
    record.set(2, letter.detail());
    record.set(3, ByteBuffer.wrap(letter.raw()));
    KafkaPosition kafka = letter.position() instanceof KafkaPosition position ? position : null;
    record.set(4, kafka == null ? null : kafka.topic());
    record.set(5, kafka == null ? null : kafka.partition());
    record.set(6, kafka == null ? null : kafka.offset());
    record.set(7, kafka == null ? null : timestamp(kafka));
    FilePosition file = letter.position() instanceof FilePosition position ? position : null;
    record.set(8, file == null ? null : file.file());
    record.set(9, file == null ? null : file.row());
    record.set(10, IcebergValues.instant(rejected.ingestTime()));
  }

  static RejectedRecord read(Record record) {
    return new RejectedRecord(
        new DeadLetter(
            (String) record.get(0),
            DeadLetter.Reason.valueOf(((String) record.get(1)).toUpperCase(Locale.ROOT)),
            (String) record.get(2),
            IcebergValues.bytes((ByteBuffer) record.get(3)),
            record.get(4) == null ? filePosition(record) : kafkaPosition(record)),
        IcebergValues.micros((OffsetDateTime) record.get(10)));
  }

  private static OffsetDateTime timestamp(KafkaPosition kafka) {
    return kafka.timestampMicros() == KafkaPosition.NO_TIMESTAMP
        ? null
        : IcebergValues.instant(kafka.timestampMicros());
  }

  private static KafkaPosition kafkaPosition(Record record) {
    OffsetDateTime timestamp = (OffsetDateTime) record.get(7);
    return new KafkaPosition(
        (String) record.get(4),
        (Integer) record.get(5),
        (Long) record.get(6),
        timestamp == null ? KafkaPosition.NO_TIMESTAMP : IcebergValues.micros(timestamp));
  }

  private static FilePosition filePosition(Record record) {
    return new FilePosition((String) record.get(8), (Long) record.get(9));
  }
}

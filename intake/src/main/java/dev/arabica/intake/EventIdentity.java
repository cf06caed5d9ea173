package dev.arabica.intake;

import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.expr.Evaluator;
import dev.arabica.core.key.EventId;
import dev.arabica.core.plan.SourcePlan;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import java.util.List;

/**
 * The identity of events: the hash of the dedup key where one is declared and none of its columns
 * is null; else what a replay brought along; else the hash of the record's position.
 */
final class EventIdentity {
  // What is hashed starts with its kind, so that a key never looks like a position.
  private static final int KEY = 'D';
  private static final int KAFKA = 'K';
  private static final int FILE = 'F';

  private final List<Evaluator> key;
  private final ByteWriter buffer = new ByteWriter(64);

  EventIdentity(SourcePlan source, ExprBinder binder) {
    RowType rowType = source.rowType();
    this.key =
        source
            .dedup()
            .map(dedup -> dedup.key().stream().map(e -> binder.bind(e, rowType)).toList())
            .orElse(List.of());
  }

  EventId of(Row row, RawRecord record) {
    EventId id = key.isEmpty() ? null : ofKey(row);
    if (id != null) {
      return id;
    }
    byte[] header = record.eventIdHeader();
    return header != null && header.length == EventId.BYTES
        ? EventId.fromBytes(header)
        : ofPosition(record.position());
  }

  /** Null if a column of the key is null: such events are nobody's duplicates. */
  private EventId ofKey(Row row) {
    buffer.reset().writeByte(KEY);
    for (Evaluator column : key) {
      Object value = column.value(row);
      if (value == null) {
        return null;
      }
      ValueCodec.write(buffer, column.type(), value);
    }
    return EventId.hash(buffer.array(), buffer.size());
  }

  static EventId ofPosition(RecordPosition position) {
    ByteWriter out = new ByteWriter(64);
    if (position instanceof KafkaPosition kafka) {
      out.writeByte(KAFKA);
      out.writeString(kafka.topic());
      out.writeInt(kafka.partition());
      out.writeLong(kafka.offset());
    } else {
      FilePosition file = (FilePosition) position;
      out.writeByte(FILE);
      out.writeString(file.file());
      out.writeLong(file.row());
    }
    return EventId.hash(out.array(), out.size());
  }
}

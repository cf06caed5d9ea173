package dev.arabica.stream;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.RowCodec;
import dev.arabica.core.key.EventId;
import dev.arabica.core.type.Row;
import dev.arabica.intake.Admitted;
import dev.arabica.intake.DeadLetter;
import dev.arabica.intake.Event;
import dev.arabica.intake.KafkaPosition;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;

/**
 * The wire form of elements that hold a row of a source. They travel between tasks and are never
 * kept in state.
 *
 * @param <T> the element
 */
abstract class RowWire<T> extends WireSerializer<T> {
  private static final long serialVersionUID = 1;

  private final PlannedSource source;
  private transient RowCodec codec;

  private RowWire(PlannedSource source) {
    this.source = source;
  }

  static RowWire<Admitted> admitted(PlannedSource source) {
    return new Records(source);
  }

  static RowWire<TimedRow> timed(PlannedSource source) {
    return new Timed(source);
  }

  static RowWire<KeyedRow> keyed(PlannedSource source) {
    return new Keyed(source);
  }

  final void writeEvent(Row row, long eventTime, EventId id, ByteWriter out) {
    out.writeLong(eventTime);
    out.writeLong(id.high());
    out.writeLong(id.low());
    codec().write(row, out);
  }

  final void writeEvent(TimedRow event, ByteWriter out) {
    writeEvent(event.row(), event.eventTime(), event.id(), out);
  }

  final TimedRow readEvent(ByteReader in) {
    long eventTime = in.readLong();
    EventId id = new EventId(in.readLong(), in.readLong());
    Row row = new Row(source.rowType());
    codec().read(in, row);
    return new TimedRow(row, eventTime, id);
  }

  private RowCodec codec() {
    if (codec == null) {
      codec = new RowCodec(source.rowType());
    }
    return codec;
  }

  abstract RowWire<T> over(PlannedSource planned);

  @Override
  public final TypeSerializer<T> duplicate() {
    return over(source);
  }

  @Override
  public final TypeSerializerSnapshot<T> snapshotConfiguration() {
    throw new IllegalStateException("rows travel between tasks; they are never kept in state");
  }

  @Override
  public final boolean equals(Object other) {
    return other != null
        && getClass() == other.getClass()
        && source.equals(((RowWire<?>) other).source);
  }

  @Override
  public final int hashCode() {
    return Objects.hash(getClass(), source);
  }

  /**
   * Records as they were read. Reader, clock and record writer are one task, so that in practice
   * they are handed on as they are.
   */
  private static final class Records extends RowWire<Admitted> {
    private static final long serialVersionUID = 1;
    private static final DeadLetter.Reason[] REASONS = DeadLetter.Reason.values();

    Records(PlannedSource source) {
      super(source);
    }

    @Override
    void write(Admitted element, ByteWriter out) {
      KafkaPosition position = (KafkaPosition) element.position();
      out.writeString(position.topic());
      out.writeVarint(position.partition());
      out.writeVarint(position.offset());
      out.writeLong(position.timestampMicros());
      if (element instanceof Event event) {
        out.writeByte(1);
        writeEvent(event.row(), event.eventTime(), event.id(), out);
        return;
      }
      DeadLetter letter = (DeadLetter) element;
      out.writeByte(0);
      out.writeString(letter.source());
      out.writeVarint(letter.reason().ordinal());
      out.writeString(letter.detail());
      out.writeBytes(letter.raw());
    }

    @Override
    Admitted read(ByteReader in) {
      KafkaPosition position =
          new KafkaPosition(in.readString(), (int) in.readVarint(), in.readVarint(), in.readLong());
      if (in.readByte() == 1) {
        TimedRow event = readEvent(in);
        return new Event(event.row(), event.eventTime(), event.id(), position);
      }
      return new DeadLetter(
          in.readString(),
          REASONS[(int) in.readVarint()],
          in.readString(),
          in.readBytes(),
          position);
    }

    @Override
    RowWire<Admitted> over(PlannedSource planned) {
      return new Records(planned);
    }
  }

  private static final class Timed extends RowWire<TimedRow> {
    private static final long serialVersionUID = 1;

    Timed(PlannedSource source) {
      super(source);
    }

    @Override
    void write(TimedRow element, ByteWriter out) {
      writeEvent(element, out);
    }

    @Override
    TimedRow read(ByteReader in) {
      return readEvent(in);
    }

    @Override
    RowWire<TimedRow> over(PlannedSource planned) {
      return new Timed(planned);
    }
  }

  private static final class Keyed extends RowWire<KeyedRow> {
    private static final long serialVersionUID = 1;

    Keyed(PlannedSource source) {
      super(source);
    }

    @Override
    void write(KeyedRow element, ByteWriter out) {
      out.writeVarint(element.key().pack());
      out.writeBytes(element.key().key());
      out.writeByte(element.first() ? 1 : 0);
      writeEvent(element.event(), out);
    }

    @Override
    KeyedRow read(ByteReader in) {
      BlockKey key = new BlockKey((int) in.readVarint(), in.readBytes());
      return new KeyedRow(key, in.readByte() == 1, readEvent(in));
    }

    @Override
    RowWire<KeyedRow> over(PlannedSource planned) {
      return new Keyed(planned);
    }
  }
}

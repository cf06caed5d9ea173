package dev.arabica.stream;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.RowCodec;
import dev.arabica.core.key.EventId;
import dev.arabica.core.type.Row;
import java.io.Serializable;
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

  static RowWire<TimedRow> timed(PlannedSource source) {
    return new Timed(source);
  }

  static RowWire<KeyedRow> keyed(PlannedSource source) {
    return new Keyed(source);
  }

  void writeEvent(TimedRow event, ByteWriter out) {
    out.writeLong(event.eventTime());
    out.writeLong(event.id().high());
    out.writeLong(event.id().low());
    codec().write(event.row(), out);
  }

  TimedRow readEvent(ByteReader in) {
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
      writeEvent(element.event(), out);
    }

    @Override
    KeyedRow read(ByteReader in) {
      BlockKey key = new BlockKey((int) in.readVarint(), in.readBytes());
      return new KeyedRow(key, readEvent(in));
    }

    @Override
    RowWire<KeyedRow> over(PlannedSource planned) {
      return new Keyed(planned);
    }
  }
}

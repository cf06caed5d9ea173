package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.type.Type;
import java.util.Arrays;

/**
 * One value at its place in the total order of events (event time, event id), exact ties by the
 * value's bytes. Immutable, so that reps may share it.
 */
record Entry(long eventTime, long idHigh, long idLow, byte[] value) {
  /** The least number of bytes that an entry is written in. */
  static final int LEAST_BYTES = 25;

  static Entry of(Input input, Type type) {
    return new Entry(
        input.eventTime(),
        input.idHigh(),
        input.idLow(),
        ValueCodec.toBytes(type, input.boxed(type)));
  }

  /** Positive if this is newer. */
  int compare(Entry other) {
    int order = Long.compare(eventTime, other.eventTime);
    order = order != 0 ? order : Long.compareUnsigned(idHigh, other.idHigh);
    order = order != 0 ? order : Long.compareUnsigned(idLow, other.idLow);
    return order != 0 ? order : Arrays.compareUnsigned(value, other.value);
  }

  Object value(Type type) {
    return decoded(value, type);
  }

  /** A value from bytes that hold nothing else. */
  static Object decoded(byte[] bytes, Type type) {
    ByteReader in = new ByteReader(bytes);
    Object value = ValueCodec.read(in, type);
    in.expectEnd();
    return value;
  }

  /** Time, id, the value as a length-prefixed string of bytes. */
  void encode(ByteWriter out) {
    out.writeLong(eventTime);
    out.writeLong(idHigh);
    out.writeLong(idLow);
    out.writeBytes(value);
  }

  /** Fails also if the bytes of the value are none of its type. */
  static Entry decode(ByteReader in, Type type) {
    Entry entry = new Entry(in.readLong(), in.readLong(), in.readLong(), in.readBytes());
    entry.value(type);
    return entry;
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.ValueCodec;
import dev.arabica.core.type.Type;

/**
 * What an aggregate sees of one event: the evaluated input and the event's order. Reused from event
 * to event; an aggregate keeps values, never the input itself.
 */
public final class Input {
  private long longValue;
  private double doubleValue;
  private Object refValue;
  private long eventTime;
  private long idHigh;
  private long idLow;
  private Input by;

  /** The input stored as a word: bool, integers, timestamp, date. */
  public long longValue() {
    return longValue;
  }

  /** The input of a float type: finite or infinite, never NaN, never negative zero. */
  public double doubleValue() {
    return doubleValue;
  }

  /** The input of a string, bytes, list or struct type; immutable. */
  public Object refValue() {
    return refValue;
  }

  /** The input in its boxed form, as a value of its type. */
  Object boxed(Type type) {
    return switch (type.storage()) {
      case LONG -> type == Type.BOOL ? (Object) (longValue != 0) : (Object) longValue;
      case DOUBLE -> doubleValue;
      case REF -> refValue;
    };
  }

  /** Writes the canonical bytes of the input, which is a value of this type. */
  void write(Type type, ByteWriter out) {
    switch (type.storage()) {
      case LONG -> ValueCodec.writeWord(out, type, longValue);
      case DOUBLE -> out.writeDouble(doubleValue);
      case REF -> ValueCodec.write(out, type, refValue);
    }
  }

  /**
   * What the aggregate orders, tells apart or groups its inputs by, if it takes such a second
   * expression; never null or NaN either. Only its value is of meaning.
   */
  public Input by() {
    if (by == null) {
      by = new Input();
    }
    return by;
  }

  /** Event time, microseconds since the epoch. */
  public long eventTime() {
    return eventTime;
  }

  public long idHigh() {
    return idHigh;
  }

  public long idLow() {
    return idLow;
  }

  public Input at(long time, long high, long low) {
    eventTime = time;
    idHigh = high;
    idLow = low;
    return this;
  }

  public Input of(long value) {
    longValue = value;
    return this;
  }

  public Input of(double value) {
    doubleValue = value + 0.0;
    return this;
  }

  public Input of(Object value) {
    refValue = value;
    return this;
  }
}

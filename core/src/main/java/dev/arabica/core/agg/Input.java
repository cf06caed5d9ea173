package dev.arabica.core.agg;

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

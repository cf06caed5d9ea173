package dev.arabica.core.type;

import java.util.Arrays;

/**
 * One row of typed columns, with primitives unboxed. A row is a reusable buffer: decoders fill it,
 * expressions read it. It is not safe for use by several threads at once.
 *
 * <p>Negative zero is stored as zero, so that equal numbers are equal rows.
 */
public final class Row implements Comparable<Row> {
  private final RowType type;
  private final long[] words;
  private final Object[] refs;
  private final boolean[] present;

  /** A row whose columns are all null. */
  public Row(RowType type) {
    this.type = type;
    this.words = new long[type.size()];
    this.refs = new Object[type.size()];
    this.present = new boolean[type.size()];
  }

  public RowType type() {
    return type;
  }

  public boolean isNull(int column) {
    return !present[column];
  }

  /** The word of a bool, integer, timestamp, date or duration column; meaningless when null. */
  public long getLong(int column) {
    return words[column];
  }

  public boolean getBoolean(int column) {
    return words[column] != 0;
  }

  public double getDouble(int column) {
    return Double.longBitsToDouble(words[column]);
  }

  /** The object of a column that is neither a word nor a float; null when null. */
  public Object getRef(int column) {
    return refs[column];
  }

  /** The boxed form of a column (see {@link Type}); null when null. */
  public Object getValue(int column) {
    if (!present[column]) {
      return null;
    }
    return switch (type.type(column).storage()) {
      case LONG ->
          type.type(column) == Type.BOOL ? (Object) (words[column] != 0) : (Object) words[column];
      case DOUBLE -> getDouble(column);
      case REF -> refs[column];
    };
  }

  public void setNull(int column) {
    present[column] = false;
    words[column] = 0;
    refs[column] = null;
  }

  public void setLong(int column, long value) {
    present[column] = true;
    words[column] = value;
  }

  public void setBoolean(int column, boolean value) {
    setLong(column, value ? 1 : 0);
  }

  public void setDouble(int column, double value) {
    present[column] = true;
    words[column] = Double.doubleToRawLongBits(value + 0.0);
  }

  public void setRef(int column, Object value) {
    present[column] = value != null;
    refs[column] = value;
  }

  /** Sets a column from its boxed form (see {@link Type}). */
  public void setValue(int column, Object value) {
    if (value == null) {
      setNull(column);
      return;
    }
    switch (type.type(column).storage()) {
      case LONG ->
          setLong(column, value instanceof Boolean b ? (b ? 1 : 0) : ((Number) value).longValue());
      case DOUBLE -> setDouble(column, ((Number) value).doubleValue());
      case REF -> setRef(column, value);
    }
  }

  /** Makes every column null. */
  public void clear() {
    Arrays.fill(present, false);
    Arrays.fill(words, 0);
    Arrays.fill(refs, null);
  }

  public Row copy() {
    Row copy = new Row(type);
    System.arraycopy(words, 0, copy.words, 0, words.length);
    System.arraycopy(refs, 0, copy.refs, 0, refs.length);
    System.arraycopy(present, 0, copy.present, 0, present.length);
    return copy;
  }

  /**
   * Column by column in declared order, nulls first; used to break exact ties between duplicates.
   */
  @Override
  public int compareTo(Row other) {
    for (int i = 0; i < present.length; i++) {
      int order = Values.compareNullsFirst(type.type(i), getValue(i), other.getValue(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Row that && type.equals(that.type) && compareTo(that) == 0;
  }

  @Override
  public int hashCode() {
    int hash = Arrays.hashCode(words) * 31 + Arrays.hashCode(present);
    for (Object ref : refs) {
      hash = hash * 31 + Values.hash(ref);
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < present.length; i++) {
      text.append(i == 0 ? "" : ", ").append(type.name(i)).append(": ");
      text.append(ValueJson.toJson(type.type(i), getValue(i)));
    }
    return text.append('}').toString();
  }
}

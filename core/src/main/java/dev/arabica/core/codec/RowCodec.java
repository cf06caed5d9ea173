package dev.arabica.core.codec;

import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;
import dev.arabica.core.type.Type;

/**
 * The binary form in which a row travels between tasks: one presence byte a column, then its value.
 */
public final class RowCodec {
  private final RowType type;

  public RowCodec(RowType type) {
    this.type = type;
  }

  public void write(Row row, ByteWriter out) {
    for (int i = 0; i < type.size(); i++) {
      boolean present = !row.isNull(i);
      out.writeByte(present ? 1 : 0);
      if (present) {
        writeColumn(row, i, out);
      }
    }
  }

  /** Fills {@code row}, whatever it held before. */
  public void read(ByteReader in, Row row) {
    for (int i = 0; i < type.size(); i++) {
      switch (in.readByte()) {
        case 0 -> row.setNull(i);
        case 1 -> readColumn(in, row, i);
        default -> throw new CorruptBytesException("a presence byte that is neither 0 nor 1");
      }
    }
  }

  public byte[] toBytes(Row row) {
    ByteWriter out = new ByteWriter(64);
    write(row, out);
    return out.toByteArray();
  }

  public Row fromBytes(byte[] bytes) {
    Row row = new Row(type);
    ByteReader in = new ByteReader(bytes);
    read(in, row);
    in.expectEnd();
    return row;
  }

  private void writeColumn(Row row, int column, ByteWriter out) {
    Type columnType = type.type(column);
    switch (columnType.storage()) {
      case LONG -> out.writeSignedVarint(row.getLong(column));
      case DOUBLE -> out.writeDouble(row.getDouble(column));
      case REF -> ValueCodec.write(out, columnType, row.getRef(column));
    }
  }

  private void readColumn(ByteReader in, Row row, int column) {
    Type columnType = type.type(column);
    switch (columnType.storage()) {
      case LONG -> row.setLong(column, in.readSignedVarint());
      case DOUBLE -> row.setDouble(column, in.readDouble());
      case REF -> row.setRef(column, ValueCodec.read(in, columnType));
    }
  }
}

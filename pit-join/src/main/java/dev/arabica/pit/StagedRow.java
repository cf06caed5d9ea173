package dev.arabica.pit;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.RowCodec;
import dev.arabica.core.type.Row;
import dev.arabica.core.type.RowType;

/**
 * A spine row with everything decided that the join needs: its time, the revision it reads at, the
 * watermark of each group and the key of each role. A reusable buffer.
 */
final class StagedRow {
  final Row columns;
  final long[] watermarks;
  final byte[][] keys;
  boolean hasTime;
  boolean approximate;
  long time;
  long revision;
  private final RowCodec codec;

  StagedRow(RowType columnType, int groups, int roles) {
    columns = new Row(columnType);
    codec = new RowCodec(columnType);
    watermarks = new long[groups];
    keys = new byte[roles][];
  }

  void write(ByteWriter out) {
    out.writeByte((hasTime ? 1 : 0) | (approximate ? 2 : 0));
    if (hasTime) {
      out.writeSignedVarint(time);
      out.writeSignedVarint(revision);
      for (long watermark : watermarks) {
        out.writeSignedVarint(watermark);
      }
      for (byte[] key : keys) {
        out.writeByte(key == null ? 0 : 1);
        if (key != null) {
          out.writeBytes(key);
        }
      }
    }
    codec.write(columns, out);
  }

  void read(ByteReader in) {
    int flags = in.readByte();
    hasTime = (flags & 1) != 0;
    approximate = (flags & 2) != 0;
    if (hasTime) {
      time = in.readSignedVarint();
      revision = in.readSignedVarint();
      for (int i = 0; i < watermarks.length; i++) {
        watermarks[i] = in.readSignedVarint();
      }
      for (int i = 0; i < keys.length; i++) {
        keys[i] = in.readByte() == 0 ? null : in.readBytes();
      }
    }
    codec.read(in, columns);
    in.expectEnd();
  }
}

package dev.arabica.core.agg;

import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;
import dev.arabica.core.codec.CorruptBytesException;

/** The byte that tells whether a value follows. */
final class Presence {
  private Presence() {}

  static void write(ByteWriter out, boolean present) {
    out.writeByte(present ? 1 : 0);
  }

  static boolean read(ByteReader in) {
    int presence = in.readByte();
    if (presence > 1) {
      throw new CorruptBytesException("a presence byte that is neither 0 nor 1");
    }
    return presence == 1;
  }
}

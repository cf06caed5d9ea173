package dev.arabica.core.key;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.arabica.core.codec.ByteReader;
import dev.arabica.core.codec.ByteWriter;

/**
 * The 16 bytes that identify an event for ever: fixed at admission, stored in the raw table, the
 * second part of every order. Compared as unsigned bytes.
 */
public record EventId(long high, long low) implements Comparable<EventId> {
  public static final int BYTES = 16;

  /** The hash (XXH3, 128 bits) of the canonical bytes of a dedup key or a position. */
  public static EventId hash(byte[] bytes, int length) {
    HashValue128 hash = Hashing.xxh3_128().hashBytesTo128Bits(bytes, 0, length);
    return new EventId(hash.getMostSignificantBits(), hash.getLeastSignificantBits());
  }

  public static EventId fromBytes(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("an event id has 16 bytes, not " + bytes.length);
    }
    ByteReader in = new ByteReader(bytes);
    return new EventId(in.readLong(), in.readLong());
  }

  public byte[] toBytes() {
    ByteWriter out = new ByteWriter(BYTES);
    out.writeLong(high);
    out.writeLong(low);
    return out.toByteArray();
  }

  @Override
  public int compareTo(EventId other) {
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }
}
